"""The Settings page: one column, made from the settings themselves, so that none can be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from app.language.numbers import localised
from app.language.translate import mark, tr, tr_labels, tr_marked
from app.settings import Settings, choices
from app.theme.fonts import ui_font
from app.theme.resources import FONTS, ICONS
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.describe import describe
from app.widgets.folder_list import FolderList
from app.widgets.label import ElidedLabel, Label
from app.widgets.page_header import PageHeader
from app.widgets.segmented_control import SegmentedControl

_WIDTH = 640
_OFFLINE = mark(
    "This app makes no network connections. Data, models and runs stay on this computer, and nothing is "
    "counted or reported."
)
_ABOUT = mark(
    "DPO Studio is free software under the Apache License 2.0. The fonts Inter and JetBrains Mono are under "
    "the SIL Open Font License 1.1, the icons by Phosphor under the MIT licence, Qt under the LGPL 3."
)


class SettingsPage(QWidget):
    """`changed(name, value)` when a person changes a setting; it acts at once, and there is nothing to confirm.

    `impossible` says for a setting in one sentence why this system cannot follow it.
    """

    changed = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        home: Path,
        impossible: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._impossible = impossible or {}
        self._shows: dict[str, Callable[[Any], None]] = {}
        self.controls: dict[str, QWidget] = {}
        self.header = PageHeader(theme, tr("Settings"), tr("Kept as soon as they are changed"))
        self._column = QVBoxLayout()
        self._column.setSpacing(METRICS.card_gap)
        for group, members in _groups().items():
            card = Card(tr_marked(group), spacing=14)
            for member in members:
                card.layout_.addWidget(self._row(member, getattr(settings, member.name)))
            self._column.addWidget(card)
        self._column.addWidget(self._folder_card(home))
        self._column.addWidget(_text_card(tr("Privacy"), tr_marked(_OFFLINE)))
        self._column.addWidget(self._about_card())
        self._column.addStretch(1)
        self._build()

    def show_settings(self, settings: Settings) -> None:
        """Show what was changed elsewhere, such as the theme in the sidebar."""
        for name, show in self._shows.items():
            show(getattr(settings, name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)

    # ------------------------------------------------------------ inside

    def _row(self, member: Field[Any], value: object) -> QWidget:
        """Title and help at the left, the control at the right."""
        title, why_not = tr_marked(member.metadata["title"]), self._impossible.get(member.name, "")
        help_text = why_not or tr_marked(member.metadata["help"])
        control = self._control(member, value)
        control.setAccessibleName(title)
        describe(control, help_text)
        control.setEnabled(not why_not)
        self.controls[member.name] = control
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, "body", weight=500))
        words.addWidget(Label(help_text, "caption", "text2", wrap=True))
        line = QWidget()
        if isinstance(value, tuple):  # a list needs the whole width
            stack = QVBoxLayout(line)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(8)
            stack.addLayout(words)
            stack.addWidget(control)
            return line
        line.setMinimumHeight(max(words.minimumSize().height(), control.sizeHint().height()))  # a card is not squeezed
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _control(self, member: Field[Any], value: object) -> QWidget:
        name, about = member.name, member.metadata
        if choices(name):
            options = tr_labels(zip(choices(name), about["labels"], strict=True))
            control = SegmentedControl[Any](self._theme, options, tr_marked(about["title"]))
            control.set_value(value)
            control.chosen.connect(lambda chosen: self.changed.emit(name, chosen))
            self._shows[name] = control.set_value
            return control
        if isinstance(value, bool):
            switch = QCheckBox()
            switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the box stands at the right edge
            switch.setMinimumSize(METRICS.smallest_target, METRICS.smallest_target)
            switch.setChecked(value)
            switch.clicked.connect(lambda checked: self.changed.emit(name, checked))
            self._shows[name] = switch.setChecked
            return switch
        if isinstance(value, tuple):
            folders = FolderList(self._theme, tr_marked(about["title"]), value)
            folders.changed.connect(lambda chosen: self.changed.emit(name, chosen))
            self._shows[name] = folders.show_folders
            return folders
        return self._number(name, about, int(str(value)))

    def _number(self, name: str, about: Mapping[str, Any], value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(about["low"], about["high"])
        box.setSingleStep(about["step"])
        box.setSuffix(localised(about["unit"]))
        box.setSpecialValueText(tr_marked(about.get("zero", "")))
        box.setFont(ui_font(13))
        box.setFixedWidth(96)
        box.lineEdit().setTextMargins(8, 0, 0, 0)
        box.setKeyboardTracking(False)
        box.setValue(value)
        box.valueChanged.connect(lambda number: self.changed.emit(name, number))
        self._shows[name] = lambda number: _set_silently(box, number)
        return box

    def _folder_card(self, home: Path) -> Card:
        card = Card(tr("Folders"))
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(tr("Everything of yours"), "body", weight=500))
        words.addWidget(ElidedLabel(str(home), "code", "text2", elide=Qt.TextElideMode.ElideMiddle))
        help_text = tr("Projects, runs, votes and these settings. DPO_STUDIO_HOME puts it elsewhere.")
        words.addWidget(Label(help_text, "caption", "text2", wrap=True))
        self.folder_button = Button(self._theme, tr("Open folder"), icon="folder-open")
        self.folder_button.setAccessibleDescription(tr("Shows {home} in the system's file manager.", home=home))
        self.folder_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(home))))
        row.addLayout(words, 1)
        row.addWidget(self.folder_button)
        card.layout_.addLayout(row)
        return card

    def _about_card(self) -> Card:
        card = _text_card(tr("About and licences"), tr_marked(_ABOUT))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.licence_buttons: list[Button] = []
        for words, folder in ((tr("Font licences"), FONTS), (tr("Icon licence"), ICONS)):
            button = Button(self._theme, words, size="compact", icon="file-text")
            button.setAccessibleDescription(tr("Opens the folder that holds the text."))
            button.clicked.connect(
                lambda _=False, folder=folder: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
            )
            self.licence_buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        card.layout_.addLayout(row)
        return card

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        middle.setLayout(self._column)
        self._column.setContentsMargins(0, METRICS.compact_margin, 0, METRICS.compact_margin)
        line = QHBoxLayout(inner)
        line.setContentsMargins(METRICS.page_margin, 0, METRICS.page_margin, 0)
        line.addStretch(1)
        line.addWidget(middle)
        line.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(tr("Settings"))
        area.setWidgetResizable(True)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(area, 1)


def _groups() -> dict[str, list[Field[Any]]]:
    """The settings that people see, by the card they stand in, in their order."""
    groups: dict[str, list[Field[Any]]] = {}
    for member in fields(Settings):
        if member.metadata["title"]:
            groups.setdefault(str(member.metadata["group"]), []).append(member)
    return groups


def _text_card(title: str, text: str) -> Card:
    card = Card(title)
    card.layout_.addWidget(Label(text, "body", "text2", wrap=True))
    return card


def _set_silently(box: QSpinBox, number: int) -> None:
    blocked = box.blockSignals(True)
    box.setValue(number)
    box.blockSignals(blocked)
