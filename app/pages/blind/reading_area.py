"""A text to read at leisure: as wide as reads well, scrolled by itself where it is long, never read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.theme.fonts import text_font
from app.widgets.streaming_text import StreamingText

_WIDEST = 760


class ReadingArea(QScrollArea):
    """One tab stop; arrow keys scroll. With `highest` it is only as high as its text, up to that."""

    def __init__(
        self, name: str, *, highest: int = 0, font: QFont | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._highest = highest
        self.view = StreamingText(name)
        self.view.setFont(font or text_font("reading"))
        self.view.setMaximumWidth(_WIDEST)
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        inner = QWidget()
        inner.setProperty("clear", True)
        layout = QHBoxLayout(inner)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.addWidget(self.view, 20, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.view.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """What is shown."""
        return self.view.text

    def set_text(self, text: str) -> None:
        """Show another text, from its beginning."""
        if text != self.text:
            self.view.show_text("")
            self.view.show_text(text)
            self.verticalScrollBar().setValue(0)
            self.setAccessibleDescription(text)

    def set_highest(self, highest: int) -> None:
        """Allow another height."""
        self._highest = highest
        self._fit()

    def _fit(self) -> None:
        if self._highest:
            height = round(self.view.document().size().height() + 1.5)
            self.setFixedHeight(min(height, self._highest))
