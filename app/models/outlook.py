"""What the next run will need, before it begins: at once from the model's files, then counted for the pairs at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import psutil
from PySide6.QtCore import QObject, Signal

from app.background.beside import run_beside
from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.dataset import Dataset
from app.models.example_words import ExampleWords
from app.models.model_choice import ModelChoice
from app.models.pause import after_a_pause
from app.models.run import RunModel
from app.models.setup import SetupModel
from engine.errors import EngineError
from engine.forecast.beside import forecast_beside
from engine.forecast.findings import RunForecast, Surroundings
from engine.forecast.fixes import Fix, Knobs, cheapest_fixes
from engine.forecast.memory import MemoryForecast
from engine.plan import DataPlan, ModelPlan, RunPlan

_PAUSE_MILLISECONDS = 1500  # counting takes seconds on a whole processor: only once nobody turns a knob any more
# More take minutes to turn into tokens; the estimate from the files stays then.
_MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Outlook:
    """`counted` is the whole forecast, None while `memory` is only estimated from the model's files."""

    memory: MemoryForecast
    fixes: tuple[Fix, ...]
    counted: RunForecast | None = None


class RunOutlook(QObject):
    """`shown` follows model, device and settings at once. While somebody looks, it is counted beside the window."""

    changed = Signal()

    def __init__(
        self,
        dataset: Dataset,
        model_choice: ModelChoice,
        setup: SetupModel,
        run: RunModel,
        make_plan: Callable[[], RunPlan],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dataset, self._model_choice, self._setup, self._run = dataset, model_choice, setup, run
        self._make_plan = make_plan
        # The window as it is before torch: what a run has around it.
        self._program = psutil.Process().memory_info().rss
        self.shown: Outlook | None = None
        self.failure: EngineError | None = None
        self._counted: tuple[RunPlan, RunForecast] | None = None
        self._task: Task | None = None
        self._asked: RunPlan | None = None
        self._is_watched = False
        self._timer = after_a_pause(_PAUSE_MILLISECONDS, self._count, self)
        for model in (dataset, model_choice, setup, run):
            model.changed.connect(self._follow)

    @property
    def words(self) -> ExampleWords:
        """What the examples to learn from are called."""
        return self._setup.words

    @property
    def max_length(self) -> int:
        """Tokens of the longest pair, as the settings have it."""
        return int(self._setup.value("data.max_length"))

    @property
    def is_counting(self) -> bool:
        """Whether a better answer is under way."""
        return self._timer.isActive() or self._task is not None

    def watch(self, watched: bool) -> None:
        """Whether somebody looks: counting takes a processor for some seconds, which is not spent for nobody."""
        self._is_watched = watched
        self._follow()

    def stop(self) -> None:
        """Count no more: the window closes."""
        self._is_watched = False
        self._give_up()

    def apply(self, fix: Fix) -> None:
        """Change the setting."""
        self._setup.set_value(fix.key, fix.value)

    def _follow(self) -> None:
        plan = self._plan()
        if plan != self._asked:
            self._give_up()
            self._asked, self.failure = plan, None
            self._counted = None if self._counted is None or self._counted[0] != plan else self._counted
        self._show(plan)
        may_count = self._is_watched and not self._run.state.is_active and self._dataset.kept_count <= _MOST_PAIRS
        if not may_count:
            self._give_up()
        elif plan is not None and not self._counted and not self.failure and not self.is_counting:
            self._timer.start()
        self.changed.emit()

    def _plan(self) -> RunPlan | None:
        """The run that would be forecast, or None while something is missing or wrong."""
        if self._dataset.path is None or not self._dataset.kept_count or self._model_choice.folder is None:
            return None
        try:
            return self._make_plan()
        except EngineError:
            return None

    def _show(self, plan: RunPlan | None) -> None:
        facts = self._model_choice.chosen
        if not (settings := self._settings()):
            return  # what was shown stays until the settings are right again
        if self._counted is not None and self._counted[0] == plan:
            found = self._counted[1]
            self.shown = Outlook(found.memory, found.fixes, found)
        elif facts is None or facts.problem or facts.is_gguf:
            self.shown = None
        else:
            knobs = Knobs.of(settings)
            memory = self._model_choice.fit(facts, knobs)
            fixes = cheapest_fixes(memory.parts, knobs, facts.layers) if memory.verdict != "fits" else ()
            self.shown = Outlook(memory, fixes)

    def _settings(self) -> RunPlan | None:
        """The settings as a plan of any model and data, or None where they are wrong, alone or beside each other."""
        try:
            return None if self._setup.errors else self._setup.plan(ModelPlan("model"), DataPlan("pairs"))
        except EngineError:
            return None

    def _count(self) -> None:
        plan = self._asked
        if plan is None:
            return
        around = Surroundings(self._program, psutil.Process().memory_info().rss)

        def done(found: RunForecast) -> None:
            self._task, self._counted = None, (plan, found)
            self._follow()

        def failed(error: EngineError) -> None:
            self._task, self.failure = None, error
            self._follow()

        self._task = run_task(
            lambda task: run_beside(forecast_beside, (plan, around), task.report, lambda: task.cancelled),
            done,
            failed,
            owner=self,
            doing=tr("The forecast"),
        )
        self.changed.emit()

    def _give_up(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
