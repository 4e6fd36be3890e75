"""Qt style sheet for the standard widgets, filled in from the tokens.

Fonts are set by `QFont`, never here: a style sheet would drop the tabular digits.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from app.theme.resources import ICONS
from app.theme.tokens import RADIUS, Colors

_SHEET = Template(
    """
QWidget { color: $text; }
QMainWindow, QDialog { background: $bg; }
QLabel { background: transparent; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="accent"] { color: $accent_text; }
QLabel[tone="chosen"] { color: $chosen; }
QLabel[tone="rejected"] { color: $rejected; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="ok"] { color: $ok; }
QLabel:disabled { color: $text3; }

QFrame[surface="card"] { background: $surface; border: 1px solid $border; border-radius: ${card}px; }
QFrame[surface="sunken"] { background: $sunken; border: 1px solid $border; border-radius: ${segment}px; }
QFrame[surface="raised"] { background: $raised; border: 1px solid $border2; border-radius: ${dialog}px; }
QFrame[line="horizontal"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[line="vertical"] { background: $border; border: none; max-width: 1px; min-width: 1px; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit[frame="input"], QTextEdit[frame="input"] {
    background: $input; color: $text; border: 1px solid $border2; border-radius: ${button}px;
    padding: 0 9px; min-height: 30px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit[frame="input"], QTextEdit[frame="input"] { padding: 6px 9px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; background: transparent; padding: 0; min-height: 0; border-radius: 0;
}
QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; }
QLineEdit[search="true"], QLineEdit[search="true"]:focus { padding-left: 1px; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: $control; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QPlainTextEdit[frame="input"]:focus, QTextEdit[frame="input"]:focus { border: 2px solid $accent; padding: 0 8px; }
QPlainTextEdit[frame="input"]:focus, QTextEdit[frame="input"]:focus { padding: 5px 8px; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"],
QComboBox[invalid="true"] { border-color: $danger; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $text3; background: $bg; border-color: $border;
}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
    border: none; background: transparent; width: 22px;
}
QSpinBox::up-button:hover, QDoubleSpinBox::up-button:hover,
QSpinBox::down-button:hover, QDoubleSpinBox::down-button:hover { background: $hover; border-radius: 4px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$caret_up"); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$caret_down"); width: 12px; height: 12px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$caret_down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $border2; border-radius: ${card}px; padding: 4px; outline: 0;
    selection-background-color: $pressed; selection-color: $text;
}

QSlider { min-height: 28px; }
QSlider::groove:horizontal { height: 4px; background: $pressed; border-radius: 2px; }
QSlider::sub-page:horizontal { height: 4px; background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; border: 2px solid $accent; background: $handle;
}
QSlider::handle:horizontal:hover { border-color: $accent_hover; background: $handle_hover; }
QSlider::sub-page:horizontal:disabled { background: $control; }
QSlider::handle:horizontal:disabled { border-color: $control; }

QCheckBox { spacing: 8px; min-height: 28px; }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $control; border-radius: ${key}px; background: $input;
}
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check_white"); }
QCheckBox::indicator:disabled { border-color: $border2; }

QTableView, QListView, QTreeView {
    background: transparent; border: none; outline: 0; gridline-color: $border;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListView[rows="padded"]::item { padding-left: 8px; border-radius: ${badge}px; }
QListView[rows="padded"]::item:hover { background: $hover; }
QListView[rows="padded"]::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; color: $text3; padding: 0 4px; }

QScrollArea, QGraphicsView { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QTextEdit[frame="none"], QPlainTextEdit[frame="none"] {
    background: transparent; border: none; selection-background-color: $accent; selection-color: $on_accent;
}
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: $border2; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QToolTip { background: $raised; color: $text; border: 1px solid $border2; padding: 5px 8px; }
QMenu { background: $raised; border: 1px solid $border2; border-radius: ${card}px; padding: 5px; }
QMenu::item { min-height: 30px; padding: 0 14px; border-radius: 6px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
"""
)


def build_stylesheet(colors: Colors) -> str:
    """The whole application's style sheet in one theme's colours."""
    shade = "dark" if colors.is_dark else "light"
    values: dict[str, object] = {
        **asdict(colors),
        "input": colors.sunken if colors.is_dark else colors.surface,
        "handle": colors.text if colors.is_dark else colors.surface,
        "handle_hover": colors.on_accent if colors.is_dark else colors.accent_soft,
        "key": RADIUS.key,
        "badge": RADIUS.badge,
        "button": RADIUS.button,
        "segment": RADIUS.segment,
        "card": RADIUS.card,
        "dialog": RADIUS.dialog,
        "caret_up": _icon(f"caret-up-{shade}"),
        "caret_down": _icon(f"caret-down-{shade}"),
        "check_white": _icon("check-white"),
    }
    return _SHEET.substitute(values)


def _icon(name: str) -> str:
    return (ICONS / "controls" / f"{name}.svg").as_posix()
