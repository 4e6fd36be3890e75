"""THE bridge: one thread runs the engine, owns its model, and hands what it reports to the window.

Jobs run one at a time. Their events go into a mailbox that a timer in the window's thread empties about 30 times a
second, while there is work. A paused training job lends its model to chat jobs that wait in the queue.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.background.failure import as_engine_error
from app.background.heavy_imports import import_heavy
from app.background.jobs import BorrowingJob, Job, PausableJob
from app.background.mailbox import Mailbox
from app.language.translate import tr, tr_marked
from engine.events import PhaseChanged, RunFailed, RunPaused

if TYPE_CHECKING:
    from engine.control import RunControl
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel

STACK_BYTES = 16 * 2**20  # macOS gives secondary threads 512 KB
DRAIN_MILLISECONDS = 33
_PAUSE_POLL_SECONDS = 0.05  # RunControl wakes nobody but the run


@dataclass(frozen=True, slots=True)
class JobStarted:
    """The job's turn has come."""


@dataclass(frozen=True, slots=True)
class JobEnded:
    """Nothing more comes from this job. Always the last report, also of a job that never had its turn."""


@dataclass(frozen=True, slots=True)
class Report:
    """One event of one job: the engine's own, `JobStarted`, `RunFailed` for any failure, and `JobEnded` at the end."""

    job: Job
    event: object


def wake_engine(threads: int = 0) -> ModelKeeper:
    """Import what the model needs, in the calling thread, and set what torch keeps per thread.

    `threads` is how many threads of the processor a run that begins uses; 0 leaves it to torch.
    """
    import_heavy()
    import torch

    from engine.model.keeper import ModelKeeper

    torch.set_grad_enabled(True)
    torch.set_num_threads(threads or torch.get_num_threads())
    return ModelKeeper()


class EngineThread(QThread):
    """Runs jobs in turn. It starts with the first one and lives until `begin_shutdown`.

    All methods belong to the window's thread. `reports` carries a tuple of `Report`, in order and complete.
    """

    reports = Signal(object)

    def __init__(self, parent: QObject | None = None, wake: Callable[[], ModelKeeper] = wake_engine) -> None:
        super().__init__(parent)
        self.setObjectName("engine")
        self.setStackSize(STACK_BYTES)
        self._wake = wake
        self._keeper: ModelKeeper | None = None
        self._queue: deque[Job] = deque()
        self._current: list[Job] = []  # the job at work, and the one it lends its model to
        self._is_closing = False
        self._changed = threading.Condition()
        self._mailbox: Mailbox[Report] = Mailbox()
        self._open_jobs = 0
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MILLISECONDS)
        self._timer.timeout.connect(self.drain)
        self.finished.connect(self.drain)

    @property
    def is_busy(self) -> bool:
        """Whether a job is queued, at work, or has reports that were not handed out yet."""
        return self._open_jobs > 0

    def submit(self, job: Job) -> None:
        """Queue a job. Its reports begin with `JobStarted`, once it is its turn, and end with `JobEnded`."""
        self._open_jobs += 1
        with self._changed:
            if self._is_closing:
                self._post(job, JobEnded())
            else:
                self._queue.append(job)
                self._changed.notify()
        if not self.isRunning() and not self._is_closing:
            self.start()
        self._timer.start()

    def cancel(self, job: Job) -> None:
        """Stop a job in its orderly way, or drop it when its turn has not come."""
        with self._changed:
            if job in self._queue:
                self._queue.remove(job)
                self._post(job, JobEnded())
        job.stop()

    def begin_shutdown(self) -> None:
        """Stop everything in its orderly way; `finished` is emitted when what can be saved is saved."""
        with self._changed:
            self._is_closing = True
            for job in self._queue:
                self._post(job, JobEnded())
            self._queue.clear()
            for job in self._current:
                job.stop()
            self._changed.notify()

    def shut_down(self) -> None:
        """`begin_shutdown`, and wait for its end. Never `terminate()`: it would lose work and abort the process."""
        self.begin_shutdown()
        self.wait()
        self.drain()

    def drain(self) -> None:
        """Hand out what the jobs reported since the last time."""
        reports = self._mailbox.take_all()
        self._open_jobs -= sum(isinstance(report.event, JobEnded) for report in reports)
        if not self._open_jobs:
            self._timer.stop()
        if reports:
            self.reports.emit(reports)

    def run(self) -> None:
        """Qt calls this in the new thread."""
        try:
            while (job := self._next_job()) is not None:
                with self._at_work(job):
                    self._run_job(job)
        finally:
            if self._keeper is not None:
                self._keeper.release()

    def _next_job(self) -> Job | None:
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._is_closing)
            return self._queue.popleft() if self._queue else None

    def _run_job(self, job: Job) -> None:
        if self._keeper is None:
            self._post(job, PhaseChanged("loading_model", tr("Starting the engine")))
            self._keeper = self._wake()
        for event in job.events(self._keeper):
            self._post(job, event)
            loaded = self._keeper.loaded
            if isinstance(event, RunPaused) and isinstance(job, PausableJob) and loaded is not None:
                self._lend(loaded, job.control)

    def _lend(self, loaded: LoadedModel, control: RunControl) -> None:
        """Let chat jobs use the paused run's model until the run is to go on."""
        while control.pause_requested:
            borrower = self._next_borrower()
            if borrower is None:
                continue
            with self._at_work(borrower):
                for event in borrower.events_with(loaded, control):
                    self._post(borrower, event)

    def _next_borrower(self) -> BorrowingJob | None:
        with self._changed:
            for job in self._queue:
                if isinstance(job, BorrowingJob):
                    self._queue.remove(job)
                    return job
            self._changed.wait(_PAUSE_POLL_SECONDS)
            return None

    @contextlib.contextmanager
    def _at_work(self, job: Job) -> Generator[None]:
        """Frame a job's reports: whatever happens inside, the window is told how it ended."""
        with self._changed:
            self._current.append(job)
            if self._is_closing:
                job.stop()
        self._post(job, JobStarted())
        try:
            yield
        except Exception as error:  # the last place where a job's failure can be told  # noqa: BLE001
            failure = as_engine_error(error, tr_marked(job.doing))
            self._post(job, RunFailed(failure.message, failure.hint, failure.details))
        finally:
            with self._changed:
                self._current.remove(job)
            self._post(job, JobEnded())

    def _post(self, job: Job, event: object) -> None:
        self._mailbox.post(Report(job, event))


def events_of(reports: tuple[Report, ...], job: Job) -> Iterator[object]:
    """The events of one job among the reports of several."""
    return (report.event for report in reports if report.job is job)
