"""The margins of the run's pairs as the window sees them: read beside it, again and again while the run goes on."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.dataset import Dataset
from app.models.margins_read import MarginsRead, read_margins
from app.models.run import RunModel
from engine.errors import EngineError
from engine.storage.run_folder import RunFolder

_SOONEST = 1.0  # seconds between two readings
_SHARE = 0.03  # of the time may go into reading while a run goes on


@dataclass(frozen=True, slots=True)
class _Subject:
    """Which run's margins, over which file as it is read now; another one is read from the beginning."""

    folder: Path
    first_step: int
    pairs: object


class PairMargins(QObject):
    """`changed` when there is something else to see; `failed(EngineError)` when the margins cannot be read.

    Reads nothing until `watch(True)`: nobody pays for a page that is not in sight.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, run: RunModel, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._dataset = dataset
        self._is_watched = False
        self._task: Task | None = None
        self._subject: _Subject | None = None
        self._wants_more = False
        self.read: MarginsRead | None = None
        self.is_read = False  # whether the run's folder was asked at all
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        run.changed.connect(self._look_soon)
        dataset.changed.connect(self._look_soon)

    def watch(self, watched: bool) -> None:
        """Say whether anybody looks."""
        self._is_watched = watched
        if watched:
            self._look()

    @property
    def data_path(self) -> Path | None:
        """The file that the run learns from; None without a run."""
        return Path(self._run.plan.data.path) if self._run.plan is not None and self._run.folder else None

    @property
    def is_of_open_file(self) -> bool:
        """Whether the run's pairs are those that are open."""
        return self.data_path is not None and self._dataset.path == self.data_path

    @property
    def is_reading(self) -> bool:
        """Whether the first of it is still being read."""
        return self._task is not None and self.read is None

    def _look_soon(self) -> None:
        subject = self._now()
        if subject != self._subject:
            self._forget()
        if not self._is_watched:
            return
        if self._task is not None:
            self._wants_more = True
        elif subject != self._subject:
            self._look()
        elif self._run.state.is_active and not self._timer.isActive():
            self._timer.start(round(_SOONEST * 1000))

    def _now(self) -> _Subject | None:
        folder, file = self._run.folder, self._dataset.all_edited
        if folder is None or file is None or not self.is_of_open_file:
            return None
        first_step = self._run.started.first_step if self._run.started else 0
        return _Subject(folder, first_step, self._dataset.data)

    def _forget(self) -> None:
        """Another run, or another file: what was read is of no use."""
        self._subject = None
        self.is_read = False
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self.read is not None:
            self.read = None
            self.changed.emit()

    def _look(self) -> None:
        subject, original, edited = self._now(), self._dataset.originals, self._dataset.all_edited
        if self._task is not None or not self._is_watched or subject is None or original is None or edited is None:
            return
        self._subject, self._wants_more = subject, False
        files, before = RunFolder(subject.folder).margins, self.read
        is_elsewhere = self._run.plan is not None and bool(self._run.plan.data.evaluation_path)
        began = time.monotonic()

        def done(read: MarginsRead | None) -> None:
            self._task, self.is_read = None, True
            if read is not self.read or read is None:
                self.read = read
                self.changed.emit()
            if self._wants_more or self._run.state.is_active:
                self._timer.start(round(1000 * max(_SOONEST, (time.monotonic() - began) / _SHARE)))

        def failed(error: EngineError) -> None:
            self._task, self.is_read = None, True
            self.failed.emit(error)

        work = run_task(
            lambda _: read_margins(files, before, original, edited, is_held_back_elsewhere=is_elsewhere),
            done,
            failed,
            owner=self,
            doing=tr("Reading the pairs' margins"),
        )
        self._task = work
