"""The reliability curve: of how many pairs the rewards are right, by how sure they are of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from app.language.numbers import number
from app.language.translate import mark, tr
from app.theme.theme import Theme
from app.widgets.chart import Chart
from app.widgets.chart_data import ChartSeries
from app.widgets.chart_words import ChartUnit, percentage
from app.widgets.chart_zoom import ChartZoom
from engine.evaluation.reward_report import RewardReport

_SURENESS = ChartUnit(mark("How sure"), lambda place: number(place / 100, ".0%"), mark("Show the axis from 0%"))
_WHOLE, _COIN = 100, 50  # percent; of two replies nobody is less than half sure which


class ReliabilityChart(Chart):
    """A dot for each line of the table, beside the line on which rewards mean just what they say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        zoom = ChartZoom()
        super().__init__(theme, tr("Reliability of the rewards"), percentage, zoom=zoom, parent=parent)
        zoom.setParent(self)
        self.set_smoothing(0)
        self.set_range(_WHOLE, unit=_SURENESS)
        zoom.show(_COIN, _WHOLE, _WHOLE)

    def show_report(self, report: RewardReport) -> None:
        """Draw the curve of a report."""
        sure = np.array([group.sureness for group in report.reliability])
        right = np.array([group.accuracy for group in report.reliability])
        ideal = np.array([_COIN, _WHOLE], np.float64)
        self.set_series(
            (
                ChartSeries(tr("Right", "how often rewards are"), "chosen", sure * _WHOLE, right, has_dots=True),
                ChartSeries(tr("As sure as right"), "run_2", ideal, ideal / _WHOLE),
            )
        )
