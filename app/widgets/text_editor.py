"""Several lines of plain text to write in: Ctrl Enter keeps them, Esc does not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.language.translate import tr
from app.theme.fonts import text_font


class TextEditor(QPlainTextEdit):
    """`kept` and `left` say which key was pressed; what happens to the text is for whoever hears them."""

    kept = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", "input")
        self.setFont(text_font("chat"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Ctrl Enter keeps what is written, Esc does not."))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._given = ""

    @property
    def text(self) -> str:
        """What is written; to the letter what was given, as long as nothing was changed."""
        document = self.document()
        # toPlainText() would make plain spaces of those that do not break.
        return document.toRawText().replace("\u2029", "\n") if document.isModified() else self._given

    def set_text(self, text: str) -> None:
        """Begin with a text."""
        self._given = text
        self.setPlainText(text)
        self.document().setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
