"""The implicit rewards of the chat's replies, computed when both are there and nobody waits for the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.background.jobs import ChatSubject, Job, ReplyScored, ReplyToScore, RewardJob
from app.background.run_thread import EngineThread
from app.language.engine_words import tr_engine
from app.models.chat import ChatModel
from app.models.chat_turn import Turn
from app.models.one_answer import OneAnswer
from engine.chat.generate import Side
from engine.errors import EngineError

MakeRewardJob = Callable[[ChatSubject, Sequence[ReplyToScore], float | None], Job]
_SIDES: tuple[Side, ...] = ("before", "after")


@dataclass(frozen=True, slots=True)
class Judge:
    """Who rewards: a model with its adapter, and the beta of a run that has stored none yet."""

    subject: ChatSubject
    beta: float | None = None


class ChatRewards(QObject):
    """Fills in `Turn.rewards`, and tells by the chat's `turn_changed`. A new prompt goes before what is unfinished."""

    def __init__(
        self,
        chat: ChatModel,
        thread: EngineThread,
        judge: Callable[[], Judge | None],
        parent: QObject | None = None,
        *,
        make_job: MakeRewardJob = RewardJob,
    ) -> None:
        super().__init__(parent)
        self._chat = chat
        self._judge = judge
        self._make_job = make_job
        self._turn: Turn | None = None
        self._is_closed = False
        self._answer = OneAnswer(thread, self)
        self._answer.answered.connect(self._take)
        self._answer.failed.connect(self._failed)
        self._answer.ended.connect(self._go_on)
        chat.replied.connect(self.want)
        chat.turn_added.connect(self.stop)
        chat.turns_cut.connect(self.stop)

    def want(self, index: int) -> None:
        """Compute the rewards of a turn that has none yet, if the engine is free and something was trained."""
        judge, turn = self._judge(), self._chat.turns[index]
        replies = [
            ReplyToScore(side, self._chat.messages(index, side), reply.text)
            for side in _SIDES
            if (reply := turn.side(side)) and reply.text and not reply.is_open and side not in turn.rewards
        ]
        # Another model than the one that answered would give rewards that mean something else.
        if self._is_closed or judge is None or judge.subject != turn.subject or turn.after is None or not replies:
            return
        self._turn, turn.no_reward = turn, ""
        self._answer.ask(self._make_job(judge.subject, replies, judge.beta))

    def _go_on(self) -> None:
        """Turns that a new prompt overtook come next, the latest first."""
        done = self._turn
        if done is None or not (done.rewards or done.no_reward):
            return  # the engine is closing, or has no time
        turns = list(enumerate(self._chat.turns))
        for index, turn in reversed(turns):
            if turn is not done and not turn.rewards and not turn.no_reward and not self._answer.is_busy:
                self.want(index)

    def stop(self, *_: object) -> None:
        """Leave what is not computed yet; it can be wanted again."""
        self._answer.give_up()

    def close(self) -> None:
        """Want nothing more from an engine that is about to end."""
        self._is_closed = True
        self.stop()

    def _take(self, event: object) -> None:
        if isinstance(event, ReplyScored) and self._turn is not None:
            self._turn.rewards[event.side] = event.reward
            self._tell()

    def _failed(self, error: EngineError) -> None:
        """A reward is an extra: that there is none is said where it would stand, not above the page."""
        if self._turn is not None:
            self._turn.no_reward = tr_engine(f"{error.message} {error.hint}".strip())
            self._tell()

    def _tell(self) -> None:
        for index, turn in enumerate(self._chat.turns):
            if turn is self._turn:
                self._chat.turn_changed.emit(index)
