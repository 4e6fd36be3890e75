"""Why one reply is better, for who wants to say so: chips to press before the vote, and a line for other words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.chip import Chip
from app.widgets.label import Label
from engine.evaluation.vote import LONGEST_REASON, REASONS


class ReasonChips(QWidget):
    """`reasons` are those chosen. `written` when other words were entered, and the vote can go on."""

    written = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = tuple(Chip(theme, tr_engine(reason), has_count=False) for reason in REASONS)
        self.other = Chip(theme, tr("Other…"), has_count=False)
        self.other.setAccessibleName(tr("Another reason"))
        self.edit = _Line()
        self.edit.setAccessibleName(tr("Reason in your own words"))
        self.edit.setPlaceholderText(tr("Your reason, then Enter"))
        self.edit.setMaxLength(LONGEST_REASON)
        self.edit.setMaximumWidth(260)
        self.edit.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(tr("Why? (optional)"), "caption", "text2"))
        for chip in (*self.chips, self.other):
            chip.setToolTip(tr("Say why one reply is better, then vote. R goes from reason to reason, Space chooses."))
            layout.addWidget(chip)
        layout.addWidget(self.edit, 1)
        layout.addStretch(1)
        self.other.toggled.connect(self._show_line)
        self.edit.returnPressed.connect(self.written)
        self.edit.left.connect(self._give_up)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What was chosen and written."""
        chosen = [reason for chip, reason in zip(self.chips, REASONS, strict=True) if chip.isChecked()]
        own = " ".join(self.edit.text().split()) if self.other.isChecked() else ""
        return (*chosen, own) if own else tuple(chosen)

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Choose these, and no others."""
        for chip, reason in zip(self.chips, REASONS, strict=True):
            chip.setChecked(reason in reasons)
        own = next((reason for reason in reasons if reason not in REASONS), "")
        self.edit.setText(own)
        self.other.blockSignals(True)
        self.other.setChecked(bool(own))
        self.other.blockSignals(False)
        self.edit.setVisible(bool(own))

    def focus_next(self) -> None:
        """Bring the keyboard to the first reason, or to the one after it."""
        every = (*self.chips, self.other)
        place = next((index for index, chip in enumerate(every) if chip.hasFocus()), -1)
        every[(place + 1) % len(every)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_line(self, wanted: bool) -> None:
        self.edit.setVisible(wanted)
        if wanted:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self.edit.clear()
        self.other.setChecked(False)
        self.written.emit()


class _Line(QLineEdit):
    """Esc leaves the line, not the page."""

    left = Signal()

    def event(self, arg__1: QEvent) -> bool:
        is_escape = isinstance(arg__1, QKeyEvent) and arg__1.key() == Qt.Key.Key_Escape
        if is_escape and arg__1.type() == QEvent.Type.ShortcutOverride:
            arg__1.accept()
            return True
        return super().event(arg__1)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(arg__1)
