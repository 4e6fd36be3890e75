"""One small question at a time to the engine: the last one asked is the one that is answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.background.jobs import Job
from app.background.run_thread import EngineThread, JobEnded, JobStarted, Report, events_of
from engine.errors import EngineError
from engine.events import PhaseChanged, RunFailed


class OneAnswer(QObject):
    """`answered(event)` for each event of the job's own, `failed(EngineError)`, `ended` when nothing more comes."""

    answered = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, thread: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._job: Job | None = None
        thread.reports.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._job is not None

    def ask(self, job: Job) -> None:
        """Ask; an answer that is still waited for is given up."""
        self.give_up()
        self._job = job
        self._thread.submit(job)

    def give_up(self) -> None:
        """Wait no more."""
        job, self._job = self._job, None
        if job is not None:
            self._thread.cancel(job)

    def _take(self, reports: tuple[Report, ...]) -> None:
        job = self._job
        if job is None:
            return
        for event in events_of(reports, job):
            match event:
                case JobStarted() | PhaseChanged():
                    pass
                case RunFailed():
                    self.failed.emit(EngineError(event.message, event.hint, event.details))
                case JobEnded():
                    self._job = None
                    self.ended.emit()
                case _:
                    self.answered.emit(event)
            if self._job is not job:
                return  # whoever heard it asked something else
