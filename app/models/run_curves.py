"""The numbers of a run over its steps, as the charts draw them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from app.models.metric_series import MetricSeries
from engine.events import PairMetrics, StepFinished


@dataclass(frozen=True, slots=True)
class Curves:
    """The quantities of the pairs, step by step; a step that has no number for one of them is no point of it."""

    loss: MetricSeries = field(default_factory=MetricSeries)
    margin: MetricSeries = field(default_factory=MetricSeries)
    accuracy: MetricSeries = field(default_factory=MetricSeries)
    chosen: MetricSeries = field(default_factory=MetricSeries)
    rejected: MetricSeries = field(default_factory=MetricSeries)
    chosen_logps: MetricSeries = field(default_factory=MetricSeries)
    rejected_logps: MetricSeries = field(default_factory=MetricSeries)
    kl: MetricSeries = field(default_factory=MetricSeries)

    @property
    def all(self) -> tuple[MetricSeries, ...]:
        """Every series."""
        rewards = self.chosen, self.rejected
        return self.loss, self.margin, self.accuracy, *rewards, self.chosen_logps, self.rejected_logps, self.kl

    def append(self, step: int, metrics: PairMetrics) -> None:
        """Add a step's numbers to the right."""
        numbers = (
            (self.loss, metrics.loss),
            (self.margin, metrics.rewards_margins),
            (self.accuracy, metrics.rewards_accuracies),
            (self.chosen, metrics.rewards_chosen),
            (self.rejected, metrics.rewards_rejected),
            (self.chosen_logps, metrics.logps_chosen),
            (self.rejected_logps, metrics.logps_rejected),
            (self.kl, metrics.kl),
        )
        for series, number in numbers:
            if not math.isnan(number):
                series.append(step, number)


@dataclass(frozen=True, slots=True)
class RunCurves:
    """The curves of the pairs that are learnt from, and of those held back; and what the optimizer did."""

    training: Curves = field(default_factory=Curves)
    held_back: Curves = field(default_factory=Curves)
    learning_rate: MetricSeries = field(default_factory=MetricSeries)
    grad_norm: MetricSeries = field(default_factory=MetricSeries)

    def append(self, event: StepFinished) -> None:
        """Add what an update reports."""
        self.training.append(event.step, event.metrics)
        self.learning_rate.append(event.step, event.learning_rate)
        self.grad_norm.append(event.step, event.grad_norm)

    def keep_before(self, step: float) -> None:
        """Drop what lies at `step` or after it."""
        for series in (*self.training.all, *self.held_back.all, self.learning_rate, self.grad_norm):
            series.keep_before(step)
