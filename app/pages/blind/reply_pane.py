"""One of the two replies, without a name: A or B."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.pages.blind.reading_area import ReadingArea
from app.theme.theme import Theme
from app.widgets.badge import Badge
from app.widgets.card import Card
from app.widgets.label import Label
from app.widgets.reply_text import ReplyText
from app.widgets.spinner import Spinner

_EMPTY = mark("(an empty reply)")


class ReplyPane(Card):
    """Shows a whole reply or none: the pace of writing would tell who writes."""

    def __init__(self, theme: Theme, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=8, parent=parent)
        self.layout_.setContentsMargins(20, 16, 10, 14)
        name = tr("Reply {letter}", letter=letter)
        self.view = ReplyText(theme, name, style="reading", is_one_stop=True)
        self.reading = ReadingArea(name, self.view)
        self._spinner = Spinner(theme)
        self._words = Label("", "body", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Badge(theme, letter))
        head.addWidget(Label(tr("Reply {letter}", letter=letter), "strong"))
        head.addStretch(1)
        self.layout_.addLayout(head)
        waiting = QWidget()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._spinner)
        line.addWidget(self._words, 1)
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 4, 10, 0)
        column.addLayout(line)
        column.addStretch(1)
        waiting.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.reading)
        self._stack.addWidget(waiting)
        self.layout_.addWidget(self._stack, 1)

    @property
    def text(self) -> str:
        """The reply in sight; empty while there is none."""
        return self.reading.text if self._stack.currentIndex() == 0 else ""

    def show_reply(self, text: str) -> None:
        """Show a whole reply."""
        self._spinner.set_running(False)
        self.reading.set_text(text if text.strip() else tr_marked(_EMPTY))
        self._stack.setCurrentIndex(0)

    def show_waiting(self, words: str, *, busy: bool) -> None:
        """Say why there is no reply yet."""
        self._spinner.set_running(busy)
        self._words.setText(words)
        self._stack.setCurrentIndex(1)
