"""The replies of a blind test, generated ahead: one job at a time on the engine's thread, while a person reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.jobs import AdapterChanged, BlindJob, ChatSubject, Job
from app.background.run_thread import EngineThread
from app.models.one_answer import OneAnswer
from engine.chat.generate import ReplyFinished, Sampling, Side
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.trial import BlindTest

MakeBlindJob = Callable[[ChatSubject, Sequence[Message], Sampling], Job]
_AHEAD = 8  # trials; more would be thrown away when one stops


class PreparedReplies(QObject):
    """Knows the replies of trials by their number. `changed` when some have come, or could not be made.

    `outdated` when the adapter on the disk is no longer the one under test.

    It works while it is `set_wanted`: nothing is generated for a page that nobody sees, nor beside a run.
    """

    changed = Signal()
    outdated = Signal()

    def __init__(
        self, thread: EngineThread, parent: QObject | None = None, *, make_job: MakeBlindJob = BlindJob
    ) -> None:
        super().__init__(parent)
        self._make_job = make_job
        self._test: BlindTest | None = None
        self._waiting: tuple[int, ...] = ()  # trials without a vote, in order
        self._ready: dict[int, tuple[str, str]] = {}
        self._is_wanted = False
        self._at_work = -1
        self._coming: dict[Side, str] = {}
        self._has_other_adapter = False
        self.failure: EngineError | None = None
        self.failed_trial: int | None = None
        self._answer = OneAnswer(thread, self)
        self._answer.answered.connect(self._take)
        self._answer.failed.connect(self._failed)
        self._answer.ended.connect(self._job_ended)

    def take_test(self, test: BlindTest | None) -> None:
        """Forget everything and prepare for another test, or for none."""
        self._answer.give_up()
        self._test, self._waiting, self._ready = test, (), {}
        self.failure = self.failed_trial = None

    def wait_for(self, trials: Sequence[int]) -> None:
        """These trials have no vote yet; the first of them are prepared, in this order, from `set_wanted` on."""
        self._waiting = tuple(trials)

    def put_back(self, trial: int, before: str, after: str) -> None:
        """Keep replies that are known already, from a vote that was taken back."""
        self._ready[trial] = (before, after)

    def set_wanted(self, wanted: bool) -> None:
        """Work, or stop at once."""
        self._is_wanted = wanted
        if wanted:
            self._go_on()
        else:
            self._answer.give_up()

    def try_again(self) -> None:
        """Forget a failure and go on."""
        self.failure = self.failed_trial = None
        self._go_on()

    def replies(self, trial: int) -> tuple[str, str] | None:
        """The original's reply and the trained model's; None while they are not both there."""
        return self._ready.get(trial)

    def _go_on(self) -> None:
        if self._answer.is_busy or not self._is_wanted or self._test is None or self.failure is not None:
            return
        trial = next((trial for trial in self._waiting[:_AHEAD] if trial not in self._ready), None)
        if trial is None:
            return
        who, asked = self._test.contestants, self._test.trials[trial]
        subject = ChatSubject(Path(who.model), Path(who.adapter), who.device, who.dtype, who.adapter_sha256)
        self._at_work, self._coming, self._has_other_adapter = trial, {}, False
        self._answer.ask(self._make_job(subject, asked.messages, replace(self._test.sampling, seed=asked.seed)))

    def _take(self, event: object) -> None:
        match event:
            case ReplyFinished(reason="stopped"):
                pass  # half a reply is none to judge
            case ReplyFinished():
                self._coming[event.side] = event.text
            case AdapterChanged():
                self._has_other_adapter = True
            case _:
                pass

    def _failed(self, error: EngineError) -> None:
        self.failure = error
        self.failed_trial = self._at_work

    def _job_ended(self) -> None:
        if self._has_other_adapter:
            self.outdated.emit()
            return
        if len(self._coming) == 2:
            self._ready[self._at_work] = (self._coming["before"], self._coming["after"])
        elif self.failure is None:
            self._is_wanted = False  # the engine is closing
        self.changed.emit()
        self._go_on()
