"""Score both replies of a pair by how much likelier training made them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.background.subject import ChatSubject
from app.language.translate import mark
from engine.control import RunControl
from engine.data.preference_pair import PreferencePair
from engine.evaluation.reply_reward import ReplyReward, pair_rewards

if TYPE_CHECKING:
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel


@dataclass(frozen=True, slots=True)
class PairRewarded:
    """The implicit rewards of a pair's replies."""

    chosen: ReplyReward
    rejected: ReplyReward


@dataclass(eq=False, slots=True)
class PairRewardJob:
    """Reports one `PairRewarded`; a paused run lends its model for it."""

    subject: ChatSubject
    pair: PreferencePair
    beta: float
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = mark("Computing the rewards")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        return self._score(self.subject.load(keeper))

    def events_with(self, loaded: LoadedModel, control: RunControl) -> Iterator[object]:
        return self._score(loaded)

    def _score(self, loaded: LoadedModel) -> Iterator[object]:
        if not self.stopped.is_set():
            yield PairRewarded(*pair_rewards(loaded, self.pair, self.beta))

    def stop(self) -> None:
        self.stopped.set()
