"""What is asked, above both replies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.pages.blind.reading_area import ReadingArea
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.label import ElidedLabel, Label
from app.widgets.painting import rounded_box
from app.widgets.streaming_text import StreamingText
from engine.data.preference_pair import Message

_HIGHEST, _HIGHEST_IF_LOW = 150, 84
_ROLES = {"user": mark("User"), "assistant": mark("Model"), "system": mark("System")}


class PromptCard(QWidget):
    """A single question stands alone; a conversation is written out turn by turn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = ElidedLabel("", "caption", "text2")
        self._highest = _HIGHEST
        self._text = StreamingText(tr("Prompt"))
        self._text.setFont(ui_font(16, 500))
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.reading = ReadingArea(tr("Prompt"), self._text)
        head = QHBoxLayout()
        head.addWidget(Label(tr("Prompt"), "body", "accent", weight=600))
        head.addStretch(1)
        head.addWidget(self._group)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 14, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.reading)

    def show_prompt(self, messages: Sequence[Message], note: str) -> None:
        """Show a prompt and where it is from."""
        self._group.setText(note)
        if len(messages) == 1:
            self.reading.set_text(messages[0].content)
            return
        turns = (f"{tr_marked(_ROLES.get(message.role, message.role))}: {message.content}" for message in messages)
        self.reading.set_text("\n\n".join(turns))

    def set_low(self, low: bool) -> None:
        """Take less height in a low window."""
        self._highest = _HIGHEST_IF_LOW if low else _HIGHEST
        self._fit()

    def _fit(self) -> None:
        """Only as high as the prompt, where that is short."""
        height = round(self._text.document().size().height() + 1.5)
        self.reading.setFixedHeight(min(height, self._highest))

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.card, self._theme.colors.accent_soft)
