"""Handing the adapter or the model on: where to, what is written, and whether it was read back well."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import assert_never, cast

from PySide6.QtCore import QObject, Signal

from app.background.jobs import ExportJob, FilesWritten, Job
from app.background.run_thread import EngineThread, JobEnded, JobStarted, Report, events_of
from app.background.task import Task, run_task
from app.language.translate import tr
from engine.errors import EngineError
from engine.events import PhaseChanged, RunFailed
from engine.export.card import model_card, read_run_facts
from engine.storage.run_folder import RunFolder


class ExportState(Enum):
    """Where an export is; NOTHING while no run has an adapter."""

    NOTHING = "nothing"
    READY = "ready"
    WRITING = "writing"
    VERIFIED = "verified"
    FAILED = "failed"


class ExportModel(QObject):
    """One adapter or model, one destination. `part` says which. `changed` is emitted after any change."""

    changed = Signal()

    def __init__(
        self,
        thread: EngineThread,
        parent: QObject | None = None,
        *,
        make_job: Callable[[Path, Path], Job] = ExportJob,
    ) -> None:
        super().__init__(parent)
        self._thread = thread
        self._make_job = make_job
        self._job: Job | None = None
        self._reading: Task | None = None
        self.state = ExportState.NOTHING
        self.run_folder: Path | None = None
        self.part = "adapter"
        self.destination = Path()
        self.files: tuple[tuple[str, int], ...] = ()
        self.card = ""
        self.failure: RunFailed | None = None
        thread.reports.connect(self._take)

    @property
    def may_export(self) -> bool:
        """Whether the button does something; what is exported already needs another destination first."""
        return self.state in (ExportState.READY, ExportState.FAILED)

    @property
    def total_bytes(self) -> int:
        """Size of the files listed."""
        return sum(size for _, size in self.files)

    def offer(self, run_folder: Path | None, destination: Path, part: str = "adapter") -> None:
        """Take the run whose adapter or model is to be handed on; None when there is none any more."""
        self.run_folder, self.destination, self.part = run_folder, destination, part
        self.failure, self.card, self.files = None, "", ()
        self.state = ExportState.READY if run_folder else ExportState.NOTHING
        if self._reading is not None:
            self._reading.cancel()
        if run_folder is not None:
            self._reading = run_task(
                lambda _: _preview(run_folder),
                self._preview_read,
                self._preview_failed,
                owner=self,
                doing=tr("Reading the run"),
            )
        self.changed.emit()

    def set_destination(self, destination: Path) -> None:
        """Choose where it is written to."""
        if destination == self.destination or self.state is ExportState.WRITING:
            return
        self.destination = destination
        if self.run_folder is not None:
            self.state, self.failure = ExportState.READY, None
        self.changed.emit()

    def start(self) -> None:
        """Write, read back and compare."""
        if not self.may_export or self.run_folder is None:
            return
        self.state, self.failure = ExportState.WRITING, None
        self._job = self._make_job(self.run_folder, self.destination)
        self._thread.submit(self._job)
        self.changed.emit()

    def _preview_read(self, preview: tuple[str, tuple[tuple[str, int], ...]]) -> None:
        self._reading = None
        self.card, self.files = preview
        self.changed.emit()

    def _preview_failed(self, error: EngineError) -> None:
        self._reading = None
        self.state = ExportState.FAILED
        self.failure = RunFailed(error.message, error.hint, error.details)
        self.changed.emit()

    def _take(self, reports: tuple[Report, ...]) -> None:
        if self._job is None:
            return
        events = list(events_of(reports, self._job))
        for event in events:
            self._apply(cast("ExportEvent", event))
        if events:
            self.changed.emit()

    def _apply(self, event: ExportEvent) -> None:
        match event:
            case JobStarted() | PhaseChanged():
                pass
            case FilesWritten():
                self.files = event.files
                self.state = ExportState.VERIFIED
            case RunFailed():
                self.state, self.failure = ExportState.FAILED, event
            case JobEnded():
                self._job = None
                if self.state is ExportState.WRITING:  # dropped before its turn
                    self.state = ExportState.READY
            case _:
                assert_never(event)


ExportEvent = JobStarted | PhaseChanged | FilesWritten | RunFailed | JobEnded


def _preview(run_folder: Path) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The model card as it will be, and the files of the adapter or model with their sizes in bytes."""
    run = RunFolder(run_folder)
    card, result = model_card(read_run_facts(run)), run.result or run.adapter
    files = [(path.name, path.stat().st_size) for path in sorted(result.iterdir()) if path.is_file()]
    files = [one for one in files if one[0] != "README.md"]  # peft's own, which the card replaces
    return card, (*files, ("README.md", len(card.encode())))
