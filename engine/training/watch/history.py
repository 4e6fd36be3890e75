"""What a run has said of itself so far, as far as the alarms look at it."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice

from engine.events import EvaluationFinished, SamplesWritten, StepFinished
from engine.plan import TrainingPlan

LONGEST_WINDOW = 20
SHORTEST_WINDOW = 5


@dataclass(slots=True)
class History:
    """The run's opening and its last two windows of updates, its evaluations and its samples.

    A window is a tenth of the run, within 5 to 20 updates: what one batch does says little. `parameters` is the size
    of the model, 0 where unknown. `margins_beside` holds the training margin of the window before each evaluation.
    """

    plan: TrainingPlan
    total_steps: int
    parameters: int
    first_step: int = 1
    opening: list[StepFinished] = field(default_factory=list[StepFinished])
    evaluations: list[EvaluationFinished] = field(default_factory=list[EvaluationFinished])
    margins_beside: list[float] = field(default_factory=list[float])
    samples: list[SamplesWritten] = field(default_factory=list[SamplesWritten])
    _recent: deque[StepFinished] = field(default_factory=lambda: deque[StepFinished](maxlen=2 * LONGEST_WINDOW))

    @property
    def window(self) -> int:
        """Updates in a window."""
        return max(SHORTEST_WINDOW, min(LONGEST_WINDOW, self.total_steps // 10))

    @property
    def step(self) -> int:
        """The last update."""
        return self._recent[-1].step if self._recent else 0

    def add(self, event: StepFinished | EvaluationFinished | SamplesWritten) -> None:
        """Take in what the run said."""
        match event:
            case StepFinished():
                if len(self.opening) < self.window:
                    self.opening.append(event)
                self._recent.append(event)
            case EvaluationFinished():
                self.evaluations.append(event)
                steps = self.last() or list(self._recent)
                self.margins_beside.append(mean(steps, lambda step: step.metrics.rewards_margins) if steps else 0.0)
            case SamplesWritten():
                self.samples = [*self.samples[:1], event]

    def begin_anew(self, step: int) -> None:
        """Judge what comes by itself: the run was changed after `step`. How it opened stays known."""
        self._recent.clear()
        stand = [index for index, evaluation in enumerate(self.evaluations) if evaluation.step <= step][-1:]
        self.evaluations = [self.evaluations[index] for index in stand]
        self.margins_beside = [self.margins_beside[index] for index in stand]
        del self.samples[1:]

    def recent(self, count: int) -> list[StepFinished]:
        """The last `count` updates, at most two windows' worth; empty as long as there are fewer."""
        return list(self._recent)[-count:] if len(self._recent) >= count else []

    def last(self) -> list[StepFinished]:
        """The last window of updates; empty as long as there is no whole one."""
        return self._slice(0)

    def before(self) -> list[StepFinished]:
        """The window before the last one; empty as long as there is no whole one."""
        return self._slice(1)

    def _slice(self, back: int) -> list[StepFinished]:
        end = len(self._recent) - back * self.window
        return list(islice(self._recent, end - self.window, end)) if end >= self.window else []


def mean(steps: Iterable[StepFinished], of: Callable[[StepFinished], float]) -> float:
    """The mean of a number over those of some updates that have it; NaN where none has."""
    values = [value for step in steps if not math.isnan(value := of(step))]
    return sum(values) / len(values) if values else math.nan
