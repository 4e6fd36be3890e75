"""Two replies to each of many prompts, made ahead: one job at a time in the engine's thread, while a person reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.background.jobs import AdapterChanged, Job
from app.background.run_thread import EngineThread
from app.models.one_answer import OneAnswer
from engine.chat.generate import ReplyFinished, Side
from engine.errors import EngineError

MakeJob = Callable[[int], Job]
_AHEAD = 8  # prompts; more would be thrown away when one stops


class PreparedReplies(QObject):
    """Knows both replies to prompts by their number. `changed` when some have come, or could not be made.

    `outdated` when the adapter on the disk is no longer the one that was to answer.

    It works while it is `set_wanted`: nothing is generated for a page that nobody sees, nor beside a run.
    """

    changed = Signal()
    outdated = Signal()

    def __init__(self, thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_job: MakeJob | None = None
        self._waiting: tuple[int, ...] = ()  # prompts that nobody has judged, in order
        self._ready: dict[int, tuple[str, str]] = {}
        self._cut: dict[int, tuple[bool, bool]] = {}
        self._is_wanted = False
        self._at_work = -1
        self._coming: dict[Side, ReplyFinished] = {}
        self._has_other_adapter = False
        self.failure: EngineError | None = None
        self.failed_number: int | None = None
        self._answer = OneAnswer(thread, self)
        self._answer.answered.connect(self._take)
        self._answer.failed.connect(self._failed)
        self._answer.ended.connect(self._job_ended)

    def begin(self, make_job: MakeJob | None) -> None:
        """Forget everything and prepare what this makes of a prompt's number, or nothing."""
        self._answer.give_up()
        self._make_job, self._waiting, self._ready, self._cut = make_job, (), {}, {}
        self.failure = self.failed_number = None

    def wait_for(self, numbers: Sequence[int]) -> None:
        """These prompts nobody has judged; the first of them are prepared, in this order, from `set_wanted` on."""
        self._waiting = tuple(numbers)

    def put_back(self, number: int, before: str, after: str, cut: tuple[bool, bool] = (False, False)) -> None:
        """Keep replies that are known already, from a judgement that was taken back."""
        self._ready[number], self._cut[number] = (before, after), cut

    def forget(self, number: int) -> None:
        """Have other replies made in place of these."""
        self._ready.pop(number, None)
        if self._at_work == number:
            self._answer.give_up()

    def set_wanted(self, wanted: bool) -> None:
        """Work, or stop at once."""
        self._is_wanted = wanted
        if wanted:
            self._go_on()
        else:
            self._answer.give_up()

    def try_again(self) -> None:
        """Forget a failure and go on."""
        self.failure = self.failed_number = None
        self._go_on()

    def replies(self, number: int) -> tuple[str, str] | None:
        """Both replies, "before" first; None while they are not both there."""
        return self._ready.get(number)

    def were_cut(self, number: int) -> tuple[bool, bool]:
        """Which of a prompt's replies ended because they had become too long."""
        return self._cut.get(number, (False, False))

    def _go_on(self) -> None:
        make_job = self._make_job
        if self._answer.is_busy or not self._is_wanted or make_job is None or self.failure is not None:
            return
        number = next((number for number in self._waiting[:_AHEAD] if number not in self._ready), None)
        if number is None:
            return
        self._at_work, self._coming, self._has_other_adapter = number, {}, False
        self._answer.ask(make_job(number))

    def _take(self, event: object) -> None:
        match event:
            case ReplyFinished(reason="stopped"):
                pass  # half a reply is none to judge
            case ReplyFinished():
                self._coming[event.side] = event
            case AdapterChanged():
                self._has_other_adapter = True
            case _:
                pass

    def _failed(self, error: EngineError) -> None:
        self.failure = error
        self.failed_number = self._at_work

    def _job_ended(self) -> None:
        if self._has_other_adapter:
            self.outdated.emit()
            return
        if len(self._coming) == 2:
            before, after = self._coming["before"], self._coming["after"]
            too_long = (before.reason in ("length", "context"), after.reason in ("length", "context"))
            self.put_back(self._at_work, before.text, after.text, too_long)
        elif self.failure is None:
            self._is_wanted = False  # the engine is closing
        self._at_work = -1
        self.changed.emit()
        self._go_on()
