"""One of the two replies: a head in its colour with its sign and length, the text under it to read or to write in."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.words import counted
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label
from app.widgets.marked_text import MarkedText
from app.widgets.painting import rounded_box
from app.widgets.text_editor import TextEditor

Side = Literal["chosen", "rejected"]
_HEAD = 38
_READING, _WRITING = (16, 12, 6, 12), (12, 12, 12, 12)


class ReplyCard(QWidget):
    """Chosen is teal with a tick, rejected orange with a cross."""

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side: Side = side
        name = side.capitalize()
        self._length = Label("", "body", "text2")
        self.text = MarkedText(theme, f"{name} reply")
        self.editor = TextEditor(f"{name} reply, to edit")
        self.editor.hide()
        self.editor.textChanged.connect(self._show_length)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(IconLabel(theme, "check-circle" if side == "chosen" else "x-circle", side))
        head.addWidget(Label(name, "strong", side))
        head.addStretch(1)
        head.addWidget(self._length)
        holder = QWidget()
        holder.setFixedHeight(_HEAD)
        holder.setLayout(head)
        body = QVBoxLayout()
        body.setContentsMargins(*_READING)
        body.addWidget(self.text)
        body.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(holder)
        layout.addLayout(body, 1)
        self._body = body
        self.setMinimumSize(180, 120)

    def show_reply(self, text: str, spans: tuple[tuple[int, int], ...]) -> None:
        """Show a reply; `spans` are the words that only it has."""
        self.text.show_text(text, spans, f"{self._side}_mark")
        self._show_length()

    def begin_editing(self, text: str | None) -> None:
        """Let the reply be written anew; None leaves it as it is, to be read beside the other."""
        self.editor.set_text(text or "")
        self.editor.setVisible(text is not None)
        self.text.setVisible(text is None)
        self._body.setContentsMargins(*(_READING if text is None else _WRITING))
        self._show_length()

    def end_editing(self) -> None:
        """Show the reply again."""
        self.editor.hide()
        self.text.show()
        self._body.setContentsMargins(*_READING)
        self._show_length()

    @property
    def draft(self) -> str | None:
        """What is written now; None while it cannot be."""
        return None if self.editor.isHidden() else self.editor.text

    def _show_length(self) -> None:
        text = self.draft
        self._length.setText(counted(len(self.text.toPlainText() if text is None else text), "character"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        area = QRectF(self.rect())
        rounded_box(painter, area, RADIUS.card, colors.surface)
        shape = QPainterPath()
        shape.addRoundedRect(area, RADIUS.card, RADIUS.card)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, area.width(), _HEAD), self._theme.color(f"{self._side}_soft"))
        painter.setClipping(False)
        rounded_box(painter, area, RADIUS.card, None, colors.border)
