"""A text that grows while somebody reads it: it can be selected meanwhile, and is never interpreted as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.theme.fonts import text_font

LINE_HEIGHT = 130.0  # percent of the font's own, which makes 1.57 of its size


class StreamingText(QTextEdit):
    """As high as its text; the page around it scrolls, not the text itself.

    Where its lines are not wrapped, it scrolls sideways.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setProperty("frame", "none")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(text_font("chat"))
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self.textCursor().setBlockFormat(block)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._shown

    def show_text(self, text: str) -> None:
        """Show a text; what it has in common with the one before stays untouched, and so does a selection in it."""
        kept = len(self._shown) if text.startswith(self._shown) else 0
        cursor = QTextCursor(self.document())
        if not kept:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text[kept:])
        self._shown = text

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002
        return None  # no text is to bring a file or an address with it, whatever stands in it

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def wheelEvent(self, e: QWheelEvent) -> None:
        turned = e.angleDelta()
        if turned.x() and abs(turned.x()) > abs(turned.y()) and self.horizontalScrollBar().maximum():
            super().wheelEvent(e)
        else:
            e.ignore()

    def _fit(self) -> None:
        bar = self.horizontalScrollBar()
        sideways = bar.sizeHint().height() if bar.maximum() else 0
        height = max(1, round(self.document().size().height() + 0.5)) + sideways
        if height != self.height():
            self.setFixedHeight(height)
