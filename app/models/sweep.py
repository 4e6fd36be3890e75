"""A sweep in the window: one plan with several values, as runs that follow each other by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from app.models.run import RunModel
from app.models.run_opening import RunOpening
from app.models.run_state import RunState
from engine.errors import EngineError
from engine.plan import RunPlan
from engine.storage.run_folder import new_run_folder
from engine.sweep.begun import BegunSweep, read_begun, write_begun
from engine.sweep.folder import SweepResult, next_step, open_sweep, result_of
from engine.sweep.grid import SweepPoint, sweep_points


class SweepState(Enum):
    """`HALTED`: there is more to do, and a person says when."""

    NONE = "none"
    RUNNING = "running"
    HALTED = "halted"
    FINISHED = "finished"


class SweepModel(QObject):
    """`changed` when another run begins or it ends; `failed(EngineError)` when it cannot go on.

    A run that a person stops halts the sweep; one that fails does not, since one rate too high must not cost the
    others. What is left to do is read from the folders, never remembered.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, run: RunModel, opening: RunOpening, remembered: Path, sweeps: Path, parent: QObject | None = None
    ) -> None:
        """`remembered` is the file that names the sweep in hand, `sweeps` the folder for new ones."""
        super().__init__(parent)
        self._run = run
        self._opening = opening
        self._remembered = remembered
        self._sweeps = sweeps
        self._folder = Path()
        self.points: tuple[SweepPoint, ...] = ()
        self.state = SweepState.NONE
        self._current = -1
        # Queued: the run that ends has not left the engine yet when it says so.
        run.state_changed.connect(self._run_changed, Qt.ConnectionType.QueuedConnection)
        opening.failed.connect(self._could_not_open)

    @property
    def current(self) -> SweepPoint | None:
        """The run that is under way, or was last."""
        return self.points[self._current] if 0 <= self._current < len(self.points) else None

    @property
    def number(self) -> int:
        """Which run that is, from 1 on."""
        return self._current + 1

    @property
    def holds_run(self) -> bool:
        """Whether the run that is shown belongs to the sweep."""
        return self._run.folder is not None and self._run.folder.parent == self._folder

    def results(self) -> tuple[SweepResult, ...]:
        """What became of each run so far. Raises `EngineError` when one cannot be read."""
        return tuple(result_of(self._folder, point) for point in self.points)

    def start(self, plan: RunPlan, betas: Sequence[float], rates: Sequence[float]) -> None:
        """Begin. Raises `EngineError` when the plan cannot have one of the values, or nothing can be written."""
        points = sweep_points(plan, betas, rates)
        folder = new_run_folder(self._sweeps, plan.name)
        open_sweep(folder, plan)
        write_begun(BegunSweep(str(folder), tuple(betas), tuple(rates)), self._remembered)
        self._folder, self.points = folder, points
        self._set_state(SweepState.RUNNING)
        self._next(0)

    def load(self) -> None:
        """Bring back a sweep that was not finished when the window was closed; what cannot be read is none."""
        begun = read_begun(self._remembered)
        if begun is None or self.state is not SweepState.NONE:
            return
        try:
            points = begun.points()
            left = [point for point in points if next_step(Path(begun.folder), point)[0] != "done"]
        except EngineError:
            return
        if left:
            self._folder, self.points = Path(begun.folder), points
            self._current = points.index(left[0])
            self._set_state(SweepState.HALTED)

    def go_on(self) -> None:
        """Do what is left, from the first run that is not finished."""
        if self.state is SweepState.HALTED and not self._run.state.is_active:
            self._set_state(SweepState.RUNNING)
            self._next(0)

    def dismiss(self) -> None:
        """Forget the sweep; its runs stay where they are."""
        if self.state is not SweepState.RUNNING:
            self._remembered.unlink(missing_ok=True)
            self.points, self._current = (), -1
            self._set_state(SweepState.NONE)

    def _next(self, first: int) -> None:
        """Begin the next run that is not finished, from number `first` on."""
        try:
            for number, point in list(enumerate(self.points))[first:]:
                step, place = next_step(self._folder, point)
                if step != "done":
                    self._current = number
                    self._begin(point, place, is_begun=step == "resume")
                    self.changed.emit()
                    return
        except EngineError as error:
            self._set_state(SweepState.HALTED)
            self.failed.emit(error)
            return
        self._remembered.unlink(missing_ok=True)
        self._set_state(SweepState.FINISHED)

    def _begin(self, point: SweepPoint, place: Path, *, is_begun: bool) -> None:
        if is_begun:
            self._opening.resume(place)
        else:
            self._run.start(point.plan, place)

    def _run_changed(self, state: RunState) -> None:
        if self.state is not SweepState.RUNNING or not self.holds_run or self._run.state is not state:
            return
        finished = self._run.finished
        if state is RunState.FAILED or (state is RunState.FINISHED and finished and finished.outcome == "finished"):
            self._next(self._current + 1)
        elif state is RunState.FINISHED:
            self._set_state(SweepState.HALTED)

    def _could_not_open(self, error: EngineError) -> None:
        """The run to go on with cannot be read, or something else needs the one that is open."""
        if self.state is SweepState.RUNNING and not self._run.state.is_active:
            self._set_state(SweepState.HALTED)
            self.failed.emit(error)

    def _set_state(self, state: SweepState) -> None:
        self.state = state
        self.changed.emit()
