"""One of the two replies: a head in its colour with its sign and length, the text under it to read or to write in."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.language.translate import tr, tr_count, tr_marked
from app.models.example_words import ExampleWords
from app.models.words import signed_number
from app.pages.compare.token_view import TokenView
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label
from app.widgets.marked_text import MarkedText
from app.widgets.painting import rounded_box
from app.widgets.text_editor import TextEditor
from engine.evaluation.reply_reward import ReplyReward

Side = Literal["chosen", "rejected"]
_HEAD = 38
_READING, _WRITING = (16, 12, 6, 12), (12, 12, 12, 12)


class ReplyCard(QWidget):
    """Chosen is teal with a tick, rejected orange with a cross.

    `tokens_pointed(words)` says the numbers of the word that is pointed at, where its reward is shown.
    """

    tokens_pointed = Signal(str)

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side: Side = side
        name = tr("Chosen") if side == "chosen" else tr("Rejected")
        self._length = Label("", "body", "text2")
        self.text = MarkedText(theme, tr("{name} reply", name=name))
        self.tokens = TokenView(theme, tr("{name} reply by its reward", name=name))
        self.tokens.pointed.connect(self.tokens_pointed)
        self._rewarded = _scrolled(self.tokens)
        self._rewarded.hide()
        self._reward: ReplyReward | None = None
        self.editor = TextEditor(tr("{name} reply, to edit", name=name))
        self.editor.hide()
        self.editor.textChanged.connect(self._show_length)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(IconLabel(theme, "check-circle" if side == "chosen" else "x-circle", side))
        self._name = Label(name, "strong", side)
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._length)
        holder = QWidget()
        holder.setFixedHeight(_HEAD)
        holder.setLayout(head)
        body = QVBoxLayout()
        body.setContentsMargins(*_READING)
        for widget in (self.text, self._rewarded, self.editor):
            body.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(holder)
        layout.addLayout(body, 1)
        self._body = body
        self.setMinimumSize(180, 120)

    def show_side(self, words: ExampleWords) -> None:
        """Call the reply as its side is called among such examples."""
        name = tr_marked(words.chosen if self._side == "chosen" else words.rejected)
        self._name.setText(name)
        self.text.setAccessibleName(tr("{name} reply", name=name))
        self.tokens.setAccessibleName(tr("{name} reply by its reward", name=name))
        self.editor.setAccessibleName(tr("{name} reply, to edit", name=name))

    def show_reply(self, text: str, spans: tuple[tuple[int, int], ...]) -> None:
        """Show a reply; `spans` are the words that only it has."""
        self.text.show_text(text, spans, f"{self._side}_mark")
        self._show_length()

    def show_reward(self, reward: ReplyReward | None) -> None:
        """Show the reply by its words and what training thinks of them; None shows it plainly again."""
        self._reward = reward
        if reward is not None:
            self.tokens.show_reward(reward)
        self._show_what_counts()

    def begin_editing(self, text: str | None) -> None:
        """Let the reply be written anew; None leaves it as it is, to be read beside the other."""
        self.editor.set_text(text or "")
        self.editor.setVisible(text is not None)
        self._show_what_counts()
        self._body.setContentsMargins(*(_READING if text is None else _WRITING))

    def end_editing(self) -> None:
        """Show the reply again."""
        self.editor.hide()
        self._show_what_counts()
        self._body.setContentsMargins(*_READING)

    @property
    def length_words(self) -> str:
        """What the head says at its right end: the reward where it is shown, else the length."""
        return self._length.text()

    @property
    def draft(self) -> str | None:
        """What is written now; None while it cannot be."""
        return None if self.editor.isHidden() else self.editor.text

    def _show_what_counts(self) -> None:
        is_read = self.editor.isHidden()
        self._rewarded.setVisible(is_read and self._reward is not None)
        self.text.setVisible(is_read and self._reward is None)
        self._show_length()

    def _show_length(self) -> None:
        text, reward = self.draft, self._reward
        if text is None and reward is not None:
            self._length.setText(tr("Reward {signed_number}", signed_number=signed_number(reward.reward)))
            cut = tr("; cut where the model's context ends") if reward.was_cut else ""
            self._length.setToolTip(
                tr(
                    "Beta {beta:g} times {signed_number} nats{cut}",
                    beta=reward.beta,
                    signed_number=signed_number(reward.nats),
                    cut=cut,
                )
            )
            return
        self._length.setToolTip("")
        self._length.setText(
            tr_count(
                "{count:,} character", "{count:,} characters", len(self.text.toPlainText() if text is None else text)
            )
        )

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


def _scrolled(view: QWidget) -> QScrollArea:
    """A text that is as high as it is long, in a place that may be lower."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(view.accessibleName())
    inner = QWidget()
    inner.setProperty("clear", True)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(view)
    column.addStretch(1)
    area.setWidget(inner)
    return area
