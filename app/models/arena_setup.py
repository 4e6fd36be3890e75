"""What the Arena is to do next: who answers and how, which prompts are asked, how many pairs are wanted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from app.background.run_thread import EngineThread
from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.arena import ArenaModel
from app.models.arena_replies import Answering, MakeArenaJob
from app.models.model_choice import ModelChoice
from app.models.panes import Panes, Speaker
from app.models.prompt_choice import PromptChoice, prompts_in_task
from app.models.run import RunModel
from app.models.run_state import RunState
from engine.arena.pick import Author
from engine.arena.plan import ArenaPlan
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase, choose_prompts
from engine.evaluation.prompts import read_prompts
from engine.storage.project import Project

ArenaSource = Literal["typed", "file", "suites"]
USUAL_COUNT = 200
MOST = 5_000


class ArenaSetup(QObject):
    """Choices that count once `begin` is called. `failed(EngineError)` when its prompts could not be read."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, arena: ArenaModel, panes: Panes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arena = arena
        self.panes = panes
        self._task: Task | None = None
        self.source: ArenaSource = "typed"
        self.plan = ArenaPlan()
        self.prompts = PromptChoice(USUAL_COUNT, MOST, self)
        self.prompts.changed.connect(self.changed)
        panes.changed.connect(self.changed)

    @property
    def is_reading(self) -> bool:
        """Whether prompts are being read."""
        return self._task is not None

    @property
    def why_not_begin(self) -> str:
        """What is missing before anything can be asked, in one sentence; empty when nothing is."""
        before, after = self.panes.speaker("before"), self.panes.speaker("after")
        if before is None:
            return tr("Choose a model first: it writes the replies.")
        if self.plan.difference == "models" and after is None:
            return tr("There is only one model yet. Let its replies differ by seed or temperature, or train first.")
        if self.plan.difference == "models" and after == before:
            return tr("Choose two different models.")
        if self.plan.why_alike:
            return self.plan.why_alike
        if self.source == "file" and self.prompts.file is None:
            return tr("Choose a file with prompts.")
        if self.source == "suites" and not self.prompts.chosen:
            return tr("Choose at least one suite.")
        return ""

    def take_up(self) -> None:
        """Begin with what is in force; no further prompts are asked unless somebody chooses some."""
        self.plan, self.source = self._arena.plan, "typed" if self._arena.has_begun else self.source
        self.changed.emit()

    def choose_source(self, source: ArenaSource) -> None:
        """Take the prompts from somewhere else."""
        self.source = source
        self.changed.emit()

    def change(self, **values: Any) -> None:
        """Change what the plan says. A value that cannot be is told by `failed`, and left as it was."""
        try:
            self.plan = replace(self.plan, **values)
        except EngineError as error:
            self.failed.emit(error)
        self.changed.emit()

    def begin(self) -> None:
        """Read the prompts in the background, then ask them."""
        if self.why_not_begin or self.is_reading:
            return
        if self.source == "file" and self.prompts.file is not None:
            self._read(prompts_in_task(read_prompts, self.prompts.file, self.prompts.file), self.prompts.file.name)
        else:
            self._begin(self.prompts.suite_cases if self.source == "suites" else [], tr("the built-in suites"))

    def _read(self, cases: Callable[[Task], list[PromptCase]], source: str) -> None:
        self._task = run_task(
            cases,
            lambda found: self._was_read(found, source),
            self._not_read,
            owner=self,
            doing=tr("Reading the prompts"),
        )
        self.changed.emit()

    def _was_read(self, cases: list[PromptCase], source: str) -> None:
        self._task = None
        self._begin(cases, source)

    def _not_read(self, error: EngineError) -> None:
        self._task = None
        self.changed.emit()
        self.failed.emit(error)

    def _begin(self, cases: list[PromptCase], source: str) -> None:
        try:
            new = self._arena.begin(
                self.plan,
                choose_prompts(cases, self.prompts.count, random.SystemRandom()),
                tr("from {source}", source=source),
            )
            if cases and not new:
                self.failed.emit(
                    EngineError(
                        tr("Every prompt of {source} is in the Arena already.", source=source), tr("Choose others.")
                    )
                )
        except EngineError as error:
            self.failed.emit(error)
        self.changed.emit()


def make_arena(
    project: Project,
    engine: EngineThread,
    run: RunModel,
    model: ModelChoice,
    make_job: MakeArenaJob,
    parent: QObject,
) -> tuple[ArenaModel, ArenaSetup]:
    """A project's Arena and its setup, tied to who may answer."""
    panes = Panes(project, run, model, parent, kept_in="arena-panes.json", of_chosen_model=True)
    pairs = project.data_folder / "collected-pairs.jsonl"
    arena = ArenaModel(
        engine,
        project.arena_path,
        pairs,
        partial(who_answers, panes),
        partial(why_held, panes, run),
        parent,
        make_job=make_job,
    )
    for changed in (panes.changed, model.changed):
        changed.connect(arena.follow_answering)
    return arena, ArenaSetup(arena, panes, parent)


def who_answers(panes: Panes, plan: ArenaPlan) -> Answering | None:
    """The voices of a plan: two models where they differ, else one twice. None without a model."""
    first, second = _speakers(panes, plan)
    subject = panes.subject_of(first, second)
    if subject is None or first is None or second is None:
        return None
    a, b = (_author(str(subject.folder), speaker) for speaker in (first, second))
    return Answering(subject, (a, b))


def why_held(panes: Panes, run: RunModel, plan: ArenaPlan) -> str:
    """Why no replies can be made beside a run, in one sentence; empty without a run, or while it lends its model."""
    if run.state is RunState.PAUSED:
        return panes.why_not_on_loan(*_speakers(panes, plan))
    if run.state.is_active:
        return tr("A run is under way and needs the model. More replies are prepared when it is paused, or has ended.")
    return ""


def _speakers(panes: Panes, plan: ArenaPlan) -> tuple[Speaker | None, Speaker | None]:
    first = panes.speaker("before")
    return first, panes.speaker("after") if plan.difference == "models" else first


def _author(model: str, speaker: Speaker) -> Author:
    return Author(model, str(speaker.place or ""), speaker.name)
