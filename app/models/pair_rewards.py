"""The implicit rewards of the pair in sight: what training thinks of its two replies, computed when wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.background.jobs import Job
from app.background.pair_reward_job import PairRewarded, PairRewardJob
from app.background.run_thread import EngineThread
from app.background.subject import ChatSubject
from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.one_answer import OneAnswer
from app.models.pair_selection import PairSelection
from app.models.run import RunModel
from app.models.run_state import RunState
from engine.data.content_key import pair_key
from engine.data.preference_pair import PreferencePair
from engine.errors import EngineError

MakePairRewardJob = Callable[[ChatSubject, PreferencePair, float], Job]
_A_MOMENT = 120  # milliseconds; who leafs through pairs wants no rewards of those in between
_MOST_KEPT = 64  # pairs, so that going back shows at once what was shown before


@dataclass(frozen=True, slots=True)
class _Judge:
    subject: ChatSubject
    beta: float
    step: int


class PairRewards(QObject):
    """Follows the selection while it is `set_wanted`. The judge is the project's run: finished, or paused as it is.

    `changed` when the rewards of the pair in sight are there, are gone, or cannot be had.
    """

    changed = Signal()

    def __init__(
        self,
        selection: PairSelection,
        run: RunModel,
        thread: EngineThread,
        parent: QObject | None = None,
        *,
        make_job: MakePairRewardJob = PairRewardJob,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._run = run
        self._make_job = make_job
        self.is_wanted = False
        self.problem = ""
        self._judge: _Judge | None = None  # whose rewards are kept
        self._kept: dict[bytes, PairRewarded] = {}
        self._asked = b""
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_A_MOMENT)
        self._moment.timeout.connect(self._ask)
        self._answer = OneAnswer(thread, self)
        self._answer.answered.connect(self._take)
        self._answer.failed.connect(self._failed)
        selection.changed.connect(self._follow)
        run.state_changed.connect(self._follow)

    @property
    def why_not(self) -> str:
        """Why there are no rewards, in one sentence; empty when there can be."""
        if self._judging() is None:
            if self._run.state.is_active:
                return tr("The model is training. Pause the run, or wait for its end, to see rewards.")
            return tr("Train first: the rewards are what training makes of the two replies.")
        return ""

    @property
    def rewards(self) -> PairRewarded | None:
        """Those of the pair in sight; None while they are not there."""
        pair = self._selection.pair
        is_known = pair is not None and self._judge is not None and self._judge == self._judging()
        return self._kept.get(pair_key(pair)) if pair is not None and is_known else None

    def set_wanted(self, wanted: bool) -> None:
        """Compute rewards from now on, or no more."""
        if wanted != self.is_wanted:
            self.is_wanted = wanted
            self._follow()

    def stop(self) -> None:
        """Leave what is not computed yet: a run needs the engine, or the window closes."""
        self._moment.stop()
        self._answer.give_up()

    def _judging(self) -> _Judge | None:
        run, plan = self._run, self._run.plan
        if plan is None or (run.adapter is None and run.state is not RunState.PAUSED) or not run.state.may_chat:
            return None
        model = plan.model
        subject = ChatSubject(
            Path(model.path), run.adapter, model.device, model.dtype, chat_template=model.chat_template
        )
        return _Judge(subject, plan.training.beta, run.step)

    def _follow(self, *_: object) -> None:
        self.stop()
        self.problem = ""
        if self.is_wanted and self.rewards is None and self._judging() is not None and self._selection.pair is not None:
            self._moment.start()
        self.changed.emit()

    def _ask(self) -> None:
        judge, pair = self._judging(), self._selection.pair
        if judge is None or pair is None:
            return
        if judge != self._judge:
            self._judge, self._kept = judge, {}
        self._asked = pair_key(pair)
        self._answer.ask(self._make_job(judge.subject, pair, judge.beta))

    def _take(self, event: object) -> None:
        if isinstance(event, PairRewarded):
            if len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[self._asked] = event
            self.changed.emit()

    def _failed(self, error: EngineError) -> None:
        self.problem = tr_engine(f"{error.message} {error.hint}".strip())
        self.changed.emit()
