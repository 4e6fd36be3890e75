"""What a new blind test is to ask: where its prompts come from, and how many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.background.beside import run_beside, run_here
from app.background.long_files import is_long_file
from app.background.task import Task, run_task
from app.models.blind_test import BlindTestModel
from app.models.model_choice import ModelChoice
from app.models.run import RunModel
from engine.chat.generate import Sampling
from engine.errors import EngineError
from engine.evaluation.prompts import held_back_prompts, read_prompts
from engine.evaluation.suite import Suite, built_in_suites
from engine.evaluation.trial import Contestants, PromptCase
from engine.storage.fingerprint import hash_adapter

PromptSource = Literal["held_back", "file", "suites"]
USUAL_COUNT = 30
MOST = 500


class BlindSetup(QObject):
    """Choices for the next test. `failed(EngineError)` when its prompts could not be read."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, blind: BlindTestModel, run: RunModel, model: ModelChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blind = blind
        self._run = run
        self._model = model
        self._task: Task | None = None
        self.source: PromptSource = "held_back"
        self.file: Path | None = None
        self.suites: tuple[Suite, ...] = built_in_suites()
        self.chosen: frozenset[str] = frozenset(suite.name for suite in self.suites)
        self.count = USUAL_COUNT

    @property
    def contestants(self) -> Contestants | None:
        """Who would be compared: the run's model as it was, and with the run's adapter; None before there is one."""
        run, plan = self._run, self._run.plan
        if plan is None or run.adapter is None:
            return None
        folder, chosen = Path(plan.model.path), self._model.chosen
        name = chosen.name.rsplit("/", 1)[-1] if chosen and chosen.folder == folder else folder.name
        return Contestants(str(folder), name, str(run.adapter), run.name, plan.model.device, plan.model.dtype)

    @property
    def is_reading(self) -> bool:
        """Whether prompts are being read."""
        return self._task is not None

    @property
    def why_not_begin(self) -> str:
        """What is missing before a test can begin, in one sentence; empty when nothing is."""
        if self._run.state.is_active:
            return "A run is under way. Begin when it has ended."
        if self.contestants is None:
            return "Train first: the test compares the trained model with the original."
        if self.source == "file" and self.file is None:
            return "Choose a file with prompts."
        if self.source == "suites" and not self.chosen:
            return "Choose at least one suite."
        return ""

    def choose_source(self, source: PromptSource) -> None:
        """Take the prompts from somewhere else."""
        self.source = source
        self.changed.emit()

    def choose_file(self, path: Path) -> None:
        """Take the prompts from this file."""
        self.source, self.file = "file", path
        self.changed.emit()

    def choose_suite(self, name: str, wanted: bool) -> None:
        """Ask a suite's prompts, or leave them out."""
        self.chosen = self.chosen | {name} if wanted else self.chosen - {name}
        self.changed.emit()

    def set_count(self, count: int) -> None:
        """Ask so many prompts, if there are as many."""
        self.count = min(max(1, count), MOST)
        self.changed.emit()

    def begin(self, sampling: Sampling) -> None:
        """Read the prompts in the background, then begin the test."""
        plan, folder = self._run.plan, self._run.folder
        contestants = self.contestants
        if contestants is None or self.why_not_begin or self.is_reading or plan is None or folder is None:
            return
        if self.source == "suites":
            cases = [case for suite in self.suites if suite.name in self.chosen for case in suite.cases]
            self._start(lambda _: cases, contestants, sampling, "from the built-in suites")
        elif self.source == "file" and self.file is not None:
            self._read(read_prompts, self.file, self.file, contestants, sampling, f"from {self.file.name}")
        else:
            place = Path(plan.data.path)
            source = f"held back from {place.name}, not used for training"
            self._read(held_back_prompts, folder, place, contestants, sampling, source)

    def cancel(self) -> None:
        """Stop reading."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self.changed.emit()

    def _read(
        self,
        work: Callable[..., list[PromptCase]],
        argument: object,
        path: Path,
        contestants: Contestants,
        sampling: Sampling,
        source: str,
    ) -> None:
        run = run_beside if is_long_file(path) else run_here
        cases = lambda task: run(work, (argument,), task.report, lambda: task.cancelled)  # noqa: E731
        self._start(cases, contestants, sampling, source)

    def _start(
        self, cases: Callable[[Task], list[PromptCase]], contestants: Contestants, sampling: Sampling, source: str
    ) -> None:
        """Find out in the background what to ask, and which weights are to answer."""
        self._task = run_task(
            lambda task: (cases(task), hash_adapter(Path(contestants.adapter))),
            lambda found: self._was_read(*found, contestants, sampling, source),
            self._not_read,
            owner=self,
            doing="Reading the prompts",
        )
        self.changed.emit()

    def _was_read(
        self, cases: list[PromptCase], adapter_sha256: str, contestants: Contestants, sampling: Sampling, source: str
    ) -> None:
        self._task = None
        if contestants == self.contestants:  # else a run began meanwhile
            self._begin(cases, replace(contestants, adapter_sha256=adapter_sha256), sampling, source)
        self.changed.emit()

    def _not_read(self, error: EngineError) -> None:
        self._task = None
        self.changed.emit()
        self.failed.emit(error)

    def _begin(self, cases: list[PromptCase], contestants: Contestants, sampling: Sampling, source: str) -> None:
        try:
            self._blind.begin(cases, contestants, sampling, source, self.count)
        except EngineError as error:
            self.failed.emit(error)
