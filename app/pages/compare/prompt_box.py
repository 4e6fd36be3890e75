"""Where a prompt is written: Enter sends, Shift Enter begins a new line, Up brings the last prompt back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.button import Button
from app.widgets.label import ElidedLabel
from app.widgets.painting import rounded_box
from app.widgets.text_editor import TextEditor

_LINES = (1, 6)
_SYSTEM_HEIGHT = 62
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromptEdit(QPlainTextEdit):
    """Plain text that grows with its lines."""

    submitted = Signal()
    recalled = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "none")
        self.setAccessibleDescription(tr("Enter sends, Shift Enter begins a new line, Up brings the last prompt."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(ui_font(14))
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Prompt"))
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        self._fit()

    def event(self, e: QEvent) -> bool:
        is_undo = isinstance(e, QKeyEvent) and e.matches(QKeySequence.StandardKey.Undo)
        if e.type() == QEvent.Type.ShortcutOverride and is_undo and not self.document().isUndoAvailable():
            e.ignore()  # nothing was typed, so what is undone is the page's
            return False
        return super().event(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _ENTER and not e.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
        elif e.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.recalled.emit()
        else:
            super().keyPressEvent(e)

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.focus_changed.emit()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.focus_changed.emit()

    def _fit(self) -> None:
        lines = min(max(self.document().blockCount(), _LINES[0]), _LINES[1])
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 6)


class PromptBox(QWidget):
    """`sent(text)` when there is something to send and it may be; `stop_wanted` while replies are being written.

    `system_changed(text)` follows the system message, which is folded away at first.
    """

    sent = Signal(str)
    system_changed = Signal(str)
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last = ""
        self._reason = ""
        self.edit = PromptEdit()
        self.edit.setPlaceholderText(tr("Ask both models something, or press ↑ for the last prompt"))
        self.send_button = Button(theme, tr("Send"), "primary", icon="paper-plane-right")
        self.stop_button = Button(theme, tr("Stop"), icon="stop", key="Esc")
        self.system_button = Button(theme, tr("System message"), "ghost", icon="text-align-left")
        self.system_button.setCheckable(True)
        self.system_edit = TextEditor(tr("System message"))
        self.system_edit.setPlaceholderText(
            tr("What both models are told before the chat, such as: Answer in one sentence.")
        )
        self.system_edit.setFixedHeight(_SYSTEM_HEIGHT)
        self.system_edit.hide()
        self._hint = ElidedLabel("", "caption", "text2")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.system_button)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.system_edit)
        layout.addWidget(self.edit)
        layout.addLayout(foot)
        self.edit.submitted.connect(self._send)
        self.edit.recalled.connect(lambda: self.edit.setPlainText(self._last))
        self.edit.textChanged.connect(self._show)
        self.edit.focus_changed.connect(self.update)
        self.send_button.clicked.connect(self._send)
        self.system_button.toggled.connect(self._show_system)
        self.system_edit.textChanged.connect(self._system_typed)
        self.system_edit.kept.connect(self.edit.setFocus)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.set_state("", busy=False)

    def set_state(self, reason: str, *, busy: bool) -> None:
        """Say why nothing can be sent, if so; while `busy` the button stops instead."""
        self._reason = reason
        self.send_button.setVisible(not busy)
        self.stop_button.setVisible(busy)
        self._hint.setText(reason or tr("Enter to send, Shift Enter for a new line"))
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        area = QRectF(self.rect())
        focused = self.edit.hasFocus()
        rounded_box(painter, area, RADIUS.prompt, colors.surface, colors.accent if focused else colors.border2)
        if focused:
            rounded_box(painter, area.adjusted(1, 1, -1, -1), RADIUS.prompt - 1, None, colors.accent)

    def _show_system(self, shown: bool) -> None:
        self.system_edit.setVisible(shown)
        (self.system_edit if shown else self.edit).setFocus(Qt.FocusReason.OtherFocusReason)

    def _system_typed(self) -> None:
        text = self.system_edit.text
        # Folded away it must not be forgotten.
        self.system_button.set_label(tr("System message, set") if text.strip() else tr("System message"))
        self.system_changed.emit(text)

    def _show(self) -> None:
        may_send = not self._reason and bool(self.edit.toPlainText().strip())
        self.send_button.setEnabled(may_send)
        self.send_button.setToolTip(self._reason)

    def _send(self) -> None:
        text = self.edit.toPlainText().strip()
        if not text or self._reason or self.send_button.isHidden():
            return
        self._last = text
        self.edit.clear()
        self.sent.emit(text)
