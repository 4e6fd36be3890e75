"""A text to read at leisure: as wide as reads well, scrolled by itself where it is long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.widgets.reply_text import ReplyText
from app.widgets.streaming_text import StreamingText

_WIDEST = 760


class ReadingArea(QScrollArea):
    """One tab stop around a view; arrow keys scroll."""

    def __init__(self, name: str, view: StreamingText | ReplyText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._view.setMaximumWidth(_WIDEST)
        inner = QWidget()
        inner.setProperty("clear", True)
        layout = QHBoxLayout(inner)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.addWidget(self._view, 20, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._view.text

    def set_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        if text != self.text:
            self._view.show_text("")
            self._view.show_text(text)
            self.verticalScrollBar().setValue(0)
            self.setAccessibleDescription(text)
