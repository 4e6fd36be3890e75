"""What a new blind test is to ask: where its prompts come from, and how many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.blind_test import BlindTestModel
from app.models.model_choice import ModelChoice
from app.models.prompt_choice import PromptChoice, prompts_in_task
from app.models.prompt_source_words import of_file, of_held_back, of_suites
from app.models.run import RunModel
from engine.chat.generate import Sampling
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.prompts import held_back_prompts, read_prompts
from engine.evaluation.trial import Contestants
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
        self.prompts = PromptChoice(USUAL_COUNT, MOST, self)
        self.prompts.changed.connect(self.changed)

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
            return tr("A run is under way. Begin when it has ended.")
        if self.contestants is None:
            return tr("Train first: the test compares the trained model with the original.")
        if self.source == "file" and self.prompts.file is None:
            return tr("Choose a file with prompts.")
        if self.source == "suites" and not self.prompts.chosen:
            return tr("Choose at least one suite.")
        return ""

    def choose_source(self, source: PromptSource) -> None:
        """Take the prompts from somewhere else."""
        self.source = source
        self.changed.emit()

    def choose_file(self, path: Path) -> None:
        """Take the prompts from this file."""
        self.source = "file"
        self.prompts.choose_file(path)

    def begin(self, sampling: Sampling) -> None:
        """Read the prompts in the background, then begin the test."""
        plan, folder, prompts = self._run.plan, self._run.folder, self.prompts
        contestants = self.contestants
        if contestants is None or self.why_not_begin or self.is_reading or plan is None or folder is None:
            return
        if self.source == "suites":
            cases = prompts.suite_cases
            self._start(lambda _: cases, contestants, sampling, of_suites())
        elif self.source == "file" and prompts.file is not None:
            work = prompts_in_task(read_prompts, prompts.file, prompts.file)
            self._start(work, contestants, sampling, of_file(prompts.file.name))
        else:
            place = Path(plan.data.path)
            work = prompts_in_task(held_back_prompts, folder, place)
            self._start(work, contestants, sampling, of_held_back(place.name))

    def cancel(self) -> None:
        """Stop reading."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self.changed.emit()

    def _start(
        self, cases: Callable[[Task], list[PromptCase]], contestants: Contestants, sampling: Sampling, source: str
    ) -> None:
        """Find out in the background what to ask, and which weights are to answer."""
        self._task = run_task(
            lambda task: (cases(task), hash_adapter(Path(contestants.adapter))),
            lambda found: self._was_read(*found, contestants, sampling, source),
            self._not_read,
            owner=self,
            doing=tr("Reading the prompts"),
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
            self._blind.begin(cases, contestants, sampling, source, self.prompts.count)
        except EngineError as error:
            self.failed.emit(error)
