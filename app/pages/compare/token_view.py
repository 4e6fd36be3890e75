"""A reply with each word tinted by how much likelier training made it; the numbers for the pointer and the keyboard."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.models.words import signed_number
from app.theme.theme import Theme
from app.widgets.streaming_text import StreamingText
from engine.evaluation.reply_reward import ReplyReward, TokenReward

_FAINTEST = 0.12  # nats; what is nearer to 0 is not tinted
# Qt drops some of these and makes lines of others; the places of the tokens would no longer fit.
_NO_LETTERS = dict.fromkeys((*range(9), *range(11, 32), 8232, 8233), "�")
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class TokenView(StreamingText):
    """`pointed(words)` says the numbers of the token under the pointer or the keyboard; empty for none.

    Left and Right go from token to token while it has the focus, Home and End to the first and last.
    """

    pointed = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._theme = theme
        self._reward: ReplyReward | None = None
        self._ends: list[int] = []  # where each token ends, in UTF-16 units as Qt counts
        self._at: int | None = None
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._tint)

    def show_reward(self, reward: ReplyReward) -> None:
        """Show a reply by its tokens."""
        if reward is self._reward:
            return
        self._reward = reward
        texts = [_shown(token) for token in reward.tokens]
        self.show_text("".join(texts))
        self._ends, end = [], 0
        for text in texts:
            end += len(text.encode("utf-16-le")) // 2
            self._ends.append(end)
        self._tint()
        self._point(None)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        last = len(self._ends) - 1
        if e.key() in _STEPS and not e.modifiers() and last >= 0:
            step = _STEPS[Qt.Key(e.key())]
            self._point(max(0, min(last, (self._at if self._at is not None else -1 if step > 0 else 1) + step)))
        elif e.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._point(0 if e.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(e)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        super().mouseMoveEvent(e)
        place = self.cursorForPosition(e.position().toPoint())
        # The cursor stands between two letters: which one is meant decides its left edge.
        position = place.position() - (self.cursorRect(place).left() > e.position().x())
        self._point(next((index for index, end in enumerate(self._ends) if position < end), None))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self._point(None)

    def _point(self, index: int | None) -> None:
        self._at = index
        selections: list[QTextEdit.ExtraSelection] = []
        words = ""
        if index is not None and self._reward is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor_over(index)  # pyright: ignore[reportAttributeAccessIssue]
            form = QTextCharFormat()
            form.setFontUnderline(True)
            form.setUnderlineColor(self._theme.color("accent_text"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            selection.format = form  # pyright: ignore[reportAttributeAccessIssue]
            selections.append(selection)
            words = token_in_words(self._reward, index)
        self.setExtraSelections(selections)
        self.setAccessibleDescription(words)
        self.pointed.emit(words)

    def _cursor_over(self, index: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._ends[index - 1] if index else 0)
        cursor.setPosition(self._ends[index], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tint(self) -> None:
        if self._reward is None:
            return
        # One step of editing: a layout after each of a thousand tokens would hold the window up for seconds.
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        start = 0
        for token, end in zip(self._reward.tokens, self._ends, strict=True):
            form = QTextCharFormat()
            alpha = tint_strength(token.nats)
            if alpha:
                form.setBackground(self._theme.color("chosen_fill" if token.nats > 0 else "rejected_fill", alpha))
            if token.is_ending:
                form.setForeground(self._theme.color("text2"))
            whole.setPosition(start)
            whole.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            whole.setCharFormat(form)
            start = end
        whole.endEditBlock()


def tint_strength(nats: float) -> float:
    """How strongly a token is tinted, from 0 to 0.58."""
    size = min(1.0, abs(nats))
    return 0.08 + 0.5 * size**1.1 if size >= _FAINTEST else 0.0


def token_in_words(reward: ReplyReward, index: int) -> str:
    """A token's numbers: “ today”, +0.75 nats: 19% before, 40% after."""
    token = reward.tokens[index]
    before, after = math.exp(token.before), math.exp(token.after)
    text = _shown(token).replace("\n", "⏎")
    return tr(
        "“{text}”  {signed_number} nats: {share} before, {share2} after",
        text=text,
        signed_number=signed_number(token.nats),
        share=_share(before),
        share2=_share(after),
    )


def _share(probability: float) -> str:
    return (
        number(probability, ".0%")
        if probability >= 0.01
        else number(probability, ".1%")
        if probability >= 0.001
        else tr("under 0.1%")
    )


def _shown(token: TokenReward) -> str:
    """What the template writes behind the reply is no line of it."""
    text = token.text.translate(_NO_LETTERS)
    return text.replace("\n", "⏎") if token.is_ending else text
