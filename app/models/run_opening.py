"""Runs of any time, opened from their folders: to look at, to go on with, or to begin another one like them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.past_run import PastRun, read_past_run
from app.models.run import RunModel
from engine.errors import EngineError
from engine.storage.run_folder import RunFolder


class RunOpening(QObject):
    """`opened(folder)` once the run stands in place of the one before; `failed(EngineError)` when it cannot."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, run: RunModel, why_busy: Callable[[], str], parent: QObject | None = None) -> None:
        """`why_busy` says in a sentence what else needs the run that is open; empty when nothing does."""
        super().__init__(parent)
        self._run = run
        self._why_busy = why_busy
        self._task: Task | None = None

    def why_not_open(self, folder: Path) -> str:
        """Why a run cannot be opened now, in one sentence; empty when it can. The one that is open always can."""
        if folder == self._run.folder:
            return ""
        return tr("Another run is under way.") if self._run.state.is_active else self._why_busy()

    def open(self, folder: Path) -> None:
        """Show a run on the Train page, in Compare and Export, and to the pair explorer."""
        if folder == self._run.folder:
            self.opened.emit(folder)
        else:
            self._read(folder, self._show)

    def resume(self, folder: Path) -> None:
        """Open a run and go on with it."""
        self._read(folder, self._go_on)

    def _read(self, folder: Path, use: Callable[[PastRun], None]) -> None:
        why_not = self.why_not_open(folder)
        if why_not:
            self.failed.emit(EngineError(why_not, tr("Wait until it has ended, or stop it.")))
            return
        if self._task is not None:
            self._task.cancel()

        def done(past: PastRun | None) -> None:
            self._task = None
            if past is None:
                self.failed.emit(
                    EngineError(
                        tr("{name} ended before its first step, so there is nothing to show.", name=folder.name),
                        tr("Duplicate it to begin anew with its settings."),
                    )
                )
            else:
                use(past)

        def failed(error: EngineError) -> None:
            self._task = None
            self.failed.emit(error)

        self._task = run_task(
            lambda _: read_past_run(RunFolder(folder)), done, failed, owner=self, doing=tr("Reading the run")
        )

    def _show(self, past: PastRun) -> None:
        self._run.show(past)
        self.opened.emit(past.folder)

    def _go_on(self, past: PastRun) -> None:
        self._show(past)
        if self._run.can_resume:
            self._run.resume()
        else:
            self.failed.emit(
                EngineError(
                    tr(
                        "{name} cannot be gone on with: it is finished, or no checkpoint of it was saved.",
                        name=past.folder.name,
                    ),
                    tr("Duplicate it to begin anew with its settings."),
                )
            )
