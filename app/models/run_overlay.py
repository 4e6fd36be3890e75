"""The curves of several runs and what they were made from, read in the background while somebody looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.run_curves import RunCurves
from engine.errors import EngineError
from engine.events import StepFinished
from engine.storage.run_comparison import ComparedFact, compare_runs
from engine.storage.run_folder import RunFolder
from engine.storage.run_summary import RunSummary
from engine.training.journal import recorded_event


@dataclass(frozen=True, slots=True)
class RunInSight:
    """A run, its place in the palette (None for a run alone), and its curves."""

    run: RunSummary
    place: int | None
    curves: RunCurves


@dataclass(frozen=True, slots=True)
class _Read:
    curves: dict[str, tuple[str, RunCurves]]
    facts: tuple[ComparedFact, ...]


class RunOverlay(QObject):
    """`changed` when other curves are there to draw; `failed(EngineError)` when some could not be read."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._wanted: tuple[tuple[RunSummary, int | None], ...] = ()
        self._curves: dict[str, tuple[str, RunCurves]] = {}
        self._is_watched = False
        self.facts: tuple[ComparedFact, ...] = ()
        self.runs: tuple[RunInSight, ...] = ()

    def watch(self, watched: bool) -> None:
        """Say whether anybody looks."""
        self._is_watched = watched
        if watched:
            self._look()

    def show(self, wanted: Sequence[tuple[RunSummary, int | None]]) -> None:
        """Have these runs in sight, each with its place in the palette; what was read of them already is kept."""
        before, self._wanted = self._wanted, tuple(wanted)
        if self._key(before) != self._key(self._wanted):
            self._look()
        elif before != self._wanted:
            self._arrange()

    def _key(self, wanted: Sequence[tuple[RunSummary, int | None]]) -> list[tuple[str, str]]:
        return [(run.folder, _version(run)) for run, _ in wanted]

    def _look(self) -> None:
        if not self._is_watched:
            return
        if self._task is not None:
            self._task.cancel()
        runs, known = [run for run, _ in self._wanted], dict(self._curves)

        def done(read: _Read) -> None:
            self._task = None
            self._curves, self.facts = read.curves, read.facts
            self._arrange()

        def failed(error: EngineError) -> None:
            self._task = None
            self.failed.emit(error)

        self._task = run_task(
            lambda task: _read(runs, known, task), done, failed, owner=self, doing=tr("Reading the runs' curves")
        )

    def _arrange(self) -> None:
        self.runs = tuple(
            RunInSight(run, place, self._curves[run.folder][1])
            for run, place in self._wanted
            if run.folder in self._curves
        )
        self.changed.emit()


def _version(run: RunSummary) -> str:
    """What of a run decides whether its files have to be read again."""
    return f"{run.state} {run.step} {run.total_steps}"


def _read(runs: Sequence[RunSummary], known: dict[str, tuple[str, RunCurves]], task: Task) -> _Read:
    curves: dict[str, tuple[str, RunCurves]] = {}
    for run in runs:
        version = _version(run)
        before = known.get(run.folder)
        if before is not None and before[0] == version:
            curves[run.folder] = before
        else:
            curves[run.folder] = (version, read_curves(RunFolder(Path(run.folder)), task))
    facts = compare_runs([Path(run.folder) for run in runs]) if runs else ()
    return _Read(curves, facts)


def read_curves(run: RunFolder, task: Task | None = None) -> RunCurves:
    """A run's metrics as curves; lines that are damaged are left out."""
    curves = RunCurves()
    try:
        for line in run.read_metrics():
            if task is not None and task.cancelled:
                break
            try:
                event = recorded_event(line)
            except (KeyError, TypeError, ValueError):
                continue
            if isinstance(event, StepFinished):
                curves.append(event)
            elif event is not None:
                curves.held_back.append(event.step, event.metrics)
    except (OSError, ValueError):
        pass  # what came before counts
    return curves
