"""What of several runs can be laid over each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.language.translate import mark
from app.models.metric_series import MetricSeries
from app.models.run_curves import Curves
from app.models.words import signed_number
from app.widgets.chart_words import Format, percentage, plain_number


@dataclass(frozen=True, slots=True)
class OverlayKind:
    """`pick` takes one of a run's curves; `reference` is a value that is drawn as a dashed line."""

    name: str
    label: str
    title: str
    format_value: Format
    pick: Callable[[Curves], MetricSeries]
    reference: float | None = None


OVERLAY_KINDS = (
    OverlayKind("margin", mark("Margin"), mark("Reward margin"), signed_number, lambda curves: curves.margin),
    OverlayKind("loss", mark("Loss"), mark("Loss"), plain_number, lambda curves: curves.loss),
    OverlayKind("accuracy", mark("Accuracy"), mark("Accuracy"), percentage, lambda curves: curves.accuracy, 0.5),
    OverlayKind(
        "chosen", mark("Chosen"), mark("Reward of chosen replies"), signed_number, lambda curves: curves.chosen
    ),
    OverlayKind(
        "rejected", mark("Rejected"), mark("Reward of rejected replies"), signed_number, lambda curves: curves.rejected
    ),
)
