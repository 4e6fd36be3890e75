"""A live line chart: title, current value beside the held-back one, legend, and curves that grow rightwards."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_data import ChartSeries, Numbers, smooth, trend, value_at, value_range
from app.widgets.chart_legend import ChartLegend, LegendMark
from app.widgets.chart_plot import AXIS_WIDTH, ChartPlot
from app.widgets.chart_tooltip import ChartTooltip
from app.widgets.label import Label, LabelTone

_LIVE_MILLISECONDS = 1000  # between repaints while training, at least
_IDLE_MILLISECONDS = 30
_MOST_SHARE = 0.03  # of the time that a live chart may spend painting
_TONES: dict[str, LabelTone] = {"accent": "text", "chosen": "chosen", "rejected": "rejected"}


def plain_number(value: float) -> str:
    """Three decimals at most, with a true minus sign."""
    text = f"{value:.3f}" if abs(value) < 10 else f"{value:,.1f}"
    return text.replace("-", "−")


def percentage(value: float) -> str:
    """A share from 0 to 1 as people say it."""
    return f"{value:.0%}"


def short_number(value: float) -> str:
    """As few digits as it needs, for axis labels."""
    return f"{value:g}".replace("-", "−")


class Chart(Card):
    """Use: `set_range(total_steps)` once, then `set_series([...])` whenever there is something new.

    It paints only while visible, at most once a second while `set_live(True)`, and more rarely still if painting
    would cost more than 3% of the time. Charts that share a `ChartCursor` read the same step. `format_tick` writes
    the axis labels, by default as short as they go. `reference` draws a dashed line and is always in sight.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        format_value: Callable[[float], str] = plain_number,
        *,
        format_tick: Callable[[float], str] | None = None,
        reference: float | None = None,
        cursor: ChartCursor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=14, spacing=0, parent=parent)
        self._theme = theme
        self._name = title
        self._format = format_value
        self._reference = reference
        self._series: Sequence[ChartSeries] = ()
        self._smoothed: tuple[Numbers, ...] = ()
        self._smoothing = 0.8
        self._total = 1
        self._is_live = False
        self._is_stale = False
        self.setAccessibleName(title)

        self._title = Label(title, "body", "text2", weight=500)
        self._value = Label("–", "value")
        self._beside = Label("", "caption", "text3")
        self._legend = ChartLegend(theme)
        self.plot = ChartPlot(theme, format_tick or (percentage if format_value is percentage else short_number))
        self.plot.setAccessibleName(f"{title}, plot")
        if reference is not None:
            self.plot.set_reference(reference)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._legend)
        value = QHBoxLayout()
        value.setSpacing(8)
        value.addWidget(self._value)
        value.addWidget(self._beside, 1)
        self.layout_.addLayout(head)
        self.layout_.addLayout(value)
        self.layout_.addWidget(self.plot, 1)
        self._tooltip = ChartTooltip(theme, self)
        self.setMinimumSize(260, 170)

        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._redraw)
        self._cursor = cursor or ChartCursor(self)
        self._cursor.moved.connect(self._show_cursor)
        self.plot.hovered.connect(self._cursor.move)
        self.plot.clicked.connect(self._cursor.toggle_pin)
        theme.changed.connect(self._dress)

    @property
    def series(self) -> Sequence[ChartSeries]:
        """What was last given to `set_series`."""
        return self._series

    def set_series(self, series: Sequence[ChartSeries]) -> None:
        """Show these curves from the next repaint on; the first one's value stands in the head."""
        self._series = tuple(series)
        self._is_stale = True
        self._schedule()

    def set_range(self, total_steps: int, epoch_ends: Sequence[float] = ()) -> None:
        """The run's whole length in steps, and where its epochs end."""
        self._total = max(1, total_steps)
        self.plot.set_total(self._total, tuple(epoch_ends))

    def set_smoothing(self, weight: float) -> None:
        """How much of the past the bold curve carries: 0 draws it as measured."""
        self._smoothing = weight
        self._is_stale = True
        self._schedule()

    def set_live(self, live: bool) -> None:
        """Whether a run is writing to this chart: then it is drawn plainly and seldom."""
        self._is_live = live
        self.plot.set_antialiasing(not live)
        self._is_stale = True
        self._schedule()

    def clear(self) -> None:
        """Forget the curves, for a new run."""
        self.set_series(())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._tooltip.hide()

    def _schedule(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(self._pause())

    def _pause(self) -> int:
        if not self._is_live:
            return _IDLE_MILLISECONDS
        return max(_LIVE_MILLISECONDS, round(1000 * self.plot.last_cost / _MOST_SHARE))

    def _redraw(self) -> None:
        self._is_stale = False
        self._smoothed = tuple(smooth(one.values, self._smoothing) for one in self._series)
        always = () if self._reference is None else (self._reference,)
        self.plot.draw(self._series, self._smoothed, value_range(self._series, always))
        self.plot.set_antialiasing(not self._is_live)
        self._show_head()
        self._show_cursor(self._cursor.step)

    def _show_head(self) -> None:
        entries: list[tuple[LegendMark, str, str]] = [("line", _token(one), one.name) for one in self._series]
        if len(self._series) == 1 and len(self._series[0].evaluation_steps):
            entries.append(("circle", _token(self._series[0]), "Held back"))
        self._legend.set_entries(tuple(entries))
        readings = [self._reading(one, mean) for one, mean in zip(self._series, self._smoothed, strict=True)]
        if not self._series or not readings or readings[0] is None:
            self._value.setText("–")
            self._beside.setText("")
            self.setAccessibleDescription(f"{self._name}, no values yet")
            return
        self._value.setText(readings[0])
        self._value.set_tone(_TONES[self._series[0].role] if len(self._series) > 1 else "text")
        self._beside.setText(self._beside_text(readings))
        self.setAccessibleDescription(self._spoken(readings))

    def _reading(self, series: ChartSeries, mean: Numbers) -> str | None:
        return self._format(float(mean[-1])) if len(mean) and math.isfinite(float(mean[-1])) else None

    def _beside_text(self, readings: list[str | None]) -> str:
        if len(self._series) > 1:
            others = [f"{one.name.lower()} {text}" for one, text in zip(self._series, readings, strict=True) if text]
            return ", ".join([self._series[0].name.lower(), *others[1:]])
        held_back = self._series[0].evaluation_values
        return f"held back {self._format(float(held_back[-1]))}" if len(held_back) else ""

    def _spoken(self, readings: list[str | None]) -> str:
        parts = [f"step {int(self._series[0].steps[-1])}"]
        for one, mean, text in zip(self._series, self._smoothed, readings, strict=True):
            parts.append(f"{one.name} {text}, {trend(mean)}")
            if len(one.evaluation_values):
                parts.append(f"held back {self._format(float(one.evaluation_values[-1]))}")
        return f"{self._name}, {', '.join(parts)}"

    def _show_cursor(self, step: float | None) -> None:
        self.plot.set_cursor_step(step)
        lines = [] if step is None else self._lines_at(step)
        if step is None or not lines or not self.plot.underMouse():
            self._tooltip.hide()
            return
        self._tooltip.set_content(f"Step {round(step):,}", tuple(lines))
        origin = self.plot.mapTo(self, QPoint(0, 0))
        at = self.plot.place_of(step, 0.0).x() + origin.x()
        self._tooltip.place(at, QRect(origin, self.plot.size()).adjusted(AXIS_WIDTH, 0, 0, 0), self._points(origin))
        self._tooltip.show()
        self._tooltip.raise_()

    def _lines_at(self, step: float) -> list[tuple[str, str, str]]:
        lines: list[tuple[str, str, str]] = []
        for one, mean in zip(self._series, self._smoothed, strict=False):
            value = value_at(one.steps, mean, step)
            if value is not None:
                lines.append((_token(one), one.name, self._format(value)))
            exact = np.flatnonzero(one.evaluation_steps == round(step))
            if len(exact):
                held_back = float(one.evaluation_values[exact[0]])
                lines.append((_token(one), f"{one.name}, held back", self._format(held_back)))
        return lines

    def _points(self, origin: QPoint) -> list[QPointF]:
        points: list[QPointF] = []
        for one, mean in zip(self._series, self._smoothed, strict=False):
            stride = max(1, len(mean) // 120)
            for step, value in zip(one.steps[::stride].tolist(), mean[::stride].tolist(), strict=True):
                if math.isfinite(value):
                    points.append(self.plot.place_of(step, value) + QPointF(origin))
        return points

    def _dress(self) -> None:
        self.plot.dress()
        self._is_stale = True
        self._schedule()


def _token(series: ChartSeries) -> str:
    return "accent_text" if series.role == "accent" else f"{series.role}_fill"
