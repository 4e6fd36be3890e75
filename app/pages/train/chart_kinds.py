"""The charts that a run has: what each is called, which curves it draws, and how its numbers are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.language.translate import mark, tr, tr_marked
from app.models.example_words import ExampleWords
from app.models.metric_series import MetricSeries
from app.models.run_curves import RunCurves
from app.models.words import signed_number
from app.widgets.chart_data import ChartSeries, SeriesRole
from app.widgets.chart_words import Format, percentage, plain_number, rate


@dataclass(frozen=True, slots=True)
class ChartKind:
    """`series` takes a run's curves and what its examples are called; `reference` is drawn as a dashed line."""

    name: str
    title: str
    format_value: Format
    series: Callable[[RunCurves, ExampleWords], list[ChartSeries]]
    format_tick: Format | None = None
    reference: float | None = None


def _curve(name: str, role: SeriesRole, training: MetricSeries, held_back: MetricSeries | None = None) -> ChartSeries:
    if held_back is None:
        return ChartSeries(name, role, training.steps, training.values)
    return ChartSeries(name, role, training.steps, training.values, held_back.steps, held_back.values)


def _loss(curves: RunCurves, _: ExampleWords) -> list[ChartSeries]:
    return [_curve(tr("Train"), "accent", curves.training.loss, curves.held_back.loss)]


def _margin(curves: RunCurves, _: ExampleWords) -> list[ChartSeries]:
    return [_curve(tr("Train"), "accent", curves.training.margin, curves.held_back.margin)]


def _accuracy(curves: RunCurves, _: ExampleWords) -> list[ChartSeries]:
    return [_curve(tr("Train"), "accent", curves.training.accuracy, curves.held_back.accuracy)]


def _rewards(curves: RunCurves, words: ExampleWords) -> list[ChartSeries]:
    training, held_back = curves.training, curves.held_back
    return [
        _curve(tr_marked(words.chosen), "chosen", training.chosen, held_back.chosen),
        _curve(tr_marked(words.rejected), "rejected", training.rejected, held_back.rejected),
    ]


def _logps(curves: RunCurves, words: ExampleWords) -> list[ChartSeries]:
    training, held_back = curves.training, curves.held_back
    return [
        _curve(tr_marked(words.chosen), "chosen", training.chosen_logps, held_back.chosen_logps),
        _curve(tr_marked(words.rejected), "rejected", training.rejected_logps, held_back.rejected_logps),
    ]


def _kl(curves: RunCurves, _: ExampleWords) -> list[ChartSeries]:
    return [_curve(tr("Train"), "accent", curves.training.kl, curves.held_back.kl)]


def _learning_rate(curves: RunCurves, _: ExampleWords) -> list[ChartSeries]:
    return [_curve(tr("Rate"), "accent", curves.learning_rate)]


def _grad_norm(curves: RunCurves, _: ExampleWords) -> list[ChartSeries]:
    return [_curve(tr("Norm"), "accent", curves.grad_norm)]


CHART_KINDS = (
    ChartKind("loss", mark("Loss"), plain_number, _loss),
    ChartKind("margin", mark("Reward margin"), signed_number, _margin),
    ChartKind("accuracy", mark("Accuracy"), percentage, _accuracy, reference=0.5),
    ChartKind("rewards", mark("Rewards"), signed_number, _rewards),
    ChartKind("logps", mark("Log-probabilities"), plain_number, _logps),
    ChartKind("learning_rate", mark("Learning rate"), rate, _learning_rate, format_tick=rate),
    ChartKind("grad_norm", mark("Gradient norm"), plain_number, _grad_norm),
    ChartKind("kl", mark("Divergence (KTO)"), plain_number, _kl),
)
USUAL_CHARTS = ("loss", "margin", "accuracy", "rewards")
