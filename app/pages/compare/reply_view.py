"""One side's reply: formatted, as it was written, or by tokens; under it its length, reward, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.chat_turn import Reply, ReplyState, Turn
from app.models.side_words import side_word
from app.pages.compare.candidate_row import CandidateRow
from app.pages.compare.reward_row import RewardRow
from app.pages.compare.token_view import TokenView
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import ElidedLabel
from app.widgets.reply_text import ReplyText
from app.widgets.spinner import Spinner
from engine.chat.generate import Side

_ENDS: dict[ReplyState, str] = {
    "length": mark("cut at the longest reply"),
    "stopped": "stopped",
    "context": mark("the model's memory is full"),
    "failed": mark("no reply"),
}


class ReplyView(QWidget):
    """The text of a reply is untrusted. Either view shows it letter by letter, and nothing of it is loaded or opened.

    `text_wanted` asks for what the model read, `reward_wanted` for a reward that is not known yet.
    """

    preferred = Signal()
    text_wanted = Signal()
    reward_wanted = Signal()

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side = side
        self._reply = Reply()
        self._writer = ""
        self._waiting_for = ""
        self.view = ReplyText(theme, tr("Reply {side} training", side=side_word(side)))
        self.tokens = TokenView(theme, tr("Reply {side} training, token by token", side=side_word(side)))
        self.tokens.hide()
        self._spinner = Spinner(theme)
        self._status = ElidedLabel("", "caption", "text2")
        self.candidates = CandidateRow(side)
        self.reward = RewardRow(theme, side)
        self.reward.hide()
        self.prefer_button = self.reward.prefer_button
        self.prefer_button.clicked.connect(self.preferred)
        self.reward.tokens_button.toggled.connect(self._want_tokens)
        self.tokens.pointed.connect(self.reward.show_token)
        self.plain_button = Button(
            theme, icon="markdown-logo", kind="ghost", size="compact", name=tr("Show the reply as it was written")
        )
        self.plain_button.setToolTip(tr("Show the reply as it was written, marks included (M)"))
        self.plain_button.setCheckable(True)
        self.plain_button.toggled.connect(self.view.set_as_written)
        self.text_button = Button(
            theme, icon="file-text", kind="ghost", size="compact", name=tr("Show what the model read")
        )
        self.text_button.clicked.connect(self.text_wanted)
        self.copy_button = Button(theme, icon="copy", kind="ghost", size="compact", name=tr("Copy this reply"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._reply.text))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(6)
        self.foot.addWidget(self._spinner)
        self.foot.addWidget(self._status, 1)
        self.foot.addWidget(self.plain_button)
        self.foot.addWidget(self.text_button)
        self.foot.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 4, 14, 4)
        layout.setSpacing(4)
        layout.addWidget(self.view)
        layout.addWidget(self.tokens)
        layout.addLayout(self.foot)
        layout.addWidget(self.candidates)
        layout.addWidget(self.reward)
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """What it says, to the letter."""
        return self._reply.text

    @property
    def status(self) -> str:
        """The line under it."""
        return self._status.text()

    def show_reply(self, reply: Reply, waiting_for: str) -> None:
        """Show the reply as far as it has come; `waiting_for` says why there is none yet."""
        self._reply = reply
        self._spinner.set_running(reply.is_open)
        self._waiting_for = waiting_for
        self._show_status()
        is_whole = bool(reply.text) and not reply.is_open
        self.copy_button.setVisible(is_whole)
        self.text_button.setVisible(is_whole)
        self.setAccessibleName(f"{tr('Before') if self._side == 'before' else tr('After')}: {reply.text}")
        self._show_text()

    def show_writer(self, name: str) -> None:
        """Name who wrote this where somebody else stands over the column by now; empty where it is the same one."""
        self._writer = name
        self._show_status()

    def _show_status(self) -> None:
        status = _status(self._reply, self._waiting_for)
        self._status.setText(f"{self._writer}: {status}" if self._writer else status)

    def show_judgement(self, turn: Turn) -> None:
        """Show what there is to say about the reply beside the other one: its reward, and which was preferred."""
        known = turn.rewards.get(self._side)
        self.reward.setVisible(turn.after is not None and bool(self._reply.text) and not self._reply.is_open)
        self.reward.show_reward(known, turn.no_reward, turn.judge)
        self.reward.show_preference(turn.preferred, turn.why_no_pair)
        if known is not None:
            self.tokens.show_reward(known)
        self._show_text()

    def show_candidates(self, why_no_choice: str) -> None:
        """Show what else was drawn, where this is the best of several."""
        self.candidates.show_candidates(self._reply.candidates, self._reply.text, why_no_choice)

    def _want_tokens(self, wanted: bool) -> None:
        if wanted and self.reward.reward is None:
            self.reward_wanted.emit()
        self._show_text()

    def _show_text(self) -> None:
        """By tokens or as text; the latter is brought up to date when its turn comes."""
        by_tokens = self.reward.tokens_button.isChecked() and self.reward.reward is not None
        text = self._reply.text
        if not by_tokens:
            self.view.show_text(text)
            self.plain_button.setVisible(bool(text) and not self._reply.is_open and not self.view.is_plain)
        self.tokens.setVisible(by_tokens)
        self.view.setVisible(not by_tokens and bool(text))


def _status(reply: Reply, waiting_for: str) -> str:
    if reply.state == "waiting":
        return waiting_for
    if reply.state == "writing":
        several = tr("Writing {drawn} replies", drawn=reply.drawn) if reply.drawn > 1 else tr("Writing")
        return tr_count(
            "{several}, {count:,} token so far", "{several}, {count:,} tokens so far", reply.tokens, several=several
        )
    parts = [tr_count("{count:,} token", "{count:,} tokens", reply.tokens)] if reply.tokens else []
    if reply.tokens and reply.tokens_per_second:
        parts.append(tr("{tokens_per_second:,.0f} a second", tokens_per_second=reply.tokens_per_second))
    if reply.state == "failed" and reply.text:
        parts.append(tr("broken off"))
    elif reply.state in _ENDS:
        parts.append(tr_marked(_ENDS[reply.state]))
    return ", ".join(parts) or tr("an empty reply")
