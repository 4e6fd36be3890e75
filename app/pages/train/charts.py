"""The four charts of a run, under one cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from app.models.metric_series import MetricSeries
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.words import signed_number
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.card import Card
from app.widgets.chart import Chart
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_data import ChartSeries, SeriesRole
from app.widgets.chart_words import percentage, plain_number
from app.widgets.label import Label

_LOWEST = 140


class RunCharts(QWidget):
    """Loss, margin, accuracy, and the rewards of both sides; they follow the run while they are seen."""

    def __init__(self, theme: Theme, run: RunModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._length: tuple[int, int] | None = None
        cursor = ChartCursor(self)
        self.loss = Chart(theme, "Loss", plain_number, cursor=cursor)
        self.margin = Chart(theme, "Reward margin", signed_number, cursor=cursor)
        self.accuracy = Chart(theme, "Accuracy", percentage, reference=0.5, cursor=cursor)
        self.rewards = Chart(theme, "Rewards", signed_number, cursor=cursor)
        self._charts = (self.loss, self.margin, self.accuracy, self.rewards)
        for chart in self._charts:
            chart.setMinimumSize(220, _LOWEST)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_two_by_two([_Blank(chart.accessibleName()) for chart in self._charts]))
        self._stack.addWidget(_two_by_two(self._charts))
        run.changed.connect(self._show_if_seen)
        run.state_changed.connect(self._state_changed)

    def set_smoothing(self, weight: float) -> None:
        """How much of the past the bold curves carry."""
        for chart in self._charts:
            chart.set_smoothing(weight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        run = self._run
        self._stack.setCurrentIndex(1 if run.started else 0)
        self._show_length()
        training, held_back = run.curves.training, run.curves.held_back
        self.loss.set_series([_series("Train", "accent", training.loss, held_back.loss)])
        self.margin.set_series([_series("Train", "accent", training.margin, held_back.margin)])
        self.accuracy.set_series([_series("Train", "accent", training.accuracy, held_back.accuracy)])
        self.rewards.set_series(
            [
                _series("Chosen", "chosen", training.chosen, held_back.chosen),
                _series("Rejected", "rejected", training.rejected, held_back.rejected),
            ]
        )

    def _show_length(self) -> None:
        started = self._run.started
        length = (started.total_steps, started.steps_per_epoch) if started else (1, 1)
        if length != self._length:
            self._length = length
            total, epoch = length
            for chart in self._charts:
                chart.set_range(total, list(range(epoch, total, epoch)))

    def _state_changed(self, state: RunState) -> None:
        for chart in self._charts:
            chart.set_live(state is RunState.RUNNING)


class _Blank(Card):
    """Where a chart will be once there is something to draw."""

    def __init__(self, title: str) -> None:
        super().__init__(padding=14)
        self.layout_.addWidget(Label(title, "body", "text2", weight=500))
        self.layout_.addStretch(1)
        waiting = Label("The curve begins with the first step", "caption", "text3")
        self.layout_.addWidget(waiting, 0, Qt.AlignmentFlag.AlignHCenter)
        self.layout_.addStretch(1)


def _two_by_two(cards: Sequence[QWidget]) -> QWidget:
    frame = QWidget()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(METRICS.card_gap)
    for index, card in enumerate(cards):
        grid.addWidget(card, index // 2, index % 2)
    return frame


def _series(name: str, role: SeriesRole, training: MetricSeries, held_back: MetricSeries) -> ChartSeries:
    return ChartSeries(name, role, training.steps, training.values, held_back.steps, held_back.values)
