"""The plotting area of a chart: pyqtgraph in the design's clothes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.chart_data import MOST_POINTS, ChartSeries, Numbers, SeriesRole
from app.widgets.chart_levels import chart_levels
from app.widgets.chart_words import STEPS, role_token
from app.widgets.dashes import dashed_pen, is_dashed
from app.widgets.ticks import nice_ticks

AXIS_WIDTH = 42
_RAW_ALPHA = 0.28
_END_ROOM = 0.012  # of the width, so that a curve's last dot is whole


class ChartPlot(pg.PlotWidget):
    """Curves, held-back circles, end dots, epoch lines and the cursor's line; no state of its own beyond them.

    `last_cost` is how many seconds the last repaint took.
    """

    hovered = Signal(object)  # a step as float, or None
    clicked = Signal(float)
    wheeled = Signal(float, float)  # the step under the pointer, and how much longer what is seen should be
    whole_wanted = Signal()
    repainted = Signal()

    def __init__(self, theme: Theme, format_value: Callable[[float], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackground(None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # a cached background is a picture, even in a drawing
        self._theme = theme
        self._format = format_value
        self.format_place = STEPS.tick  # how the labels of the horizontal axis are written
        self._total = 1.0
        self._span: tuple[float, float] | None = None
        self.last_cost = 0.0
        # pyqtgraph's own types do not know what a plot item forwards to its view.
        self._item: Any = self.getPlotItem()
        plot = self._item
        plot.hideButtons()
        plot.setMenuEnabled(False)
        # The chart around it has the menu.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # Never shown, and without a parent: pyqtgraph would leave it behind, a window of its own.
        self.destroyed.connect(plot.ctrlMenu.deleteLater)
        plot.setMouseEnabled(False, False)
        plot.getViewBox().setDefaultPadding(0)
        plot.layout.setContentsMargins(0, 6, 12, 0)
        self._axes = {side: plot.getAxis(side) for side in ("left", "bottom")}
        for axis in self._axes.values():
            axis.setStyle(
                tickFont=ui_font(11, 500), tickLength=0, tickTextOffset=8, maxTickLevel=0, hideOverlappingLabels=False
            )
        for axis in self._axes.values():
            axis.setZValue(-10)  # the grid lies under the curves
        self._axes["left"].setWidth(AXIS_WIDTH)
        self._axes["bottom"].setHeight(24)
        self._cursor_line = pg.InfiniteLine(angle=90, movable=False)
        self._cursor_line.setZValue(20)
        self._cursor_line.hide()
        plot.addItem(self._cursor_line)
        self._reference: pg.InfiniteLine | None = None
        self._epochs: list[pg.InfiniteLine] = []
        self._curves: list[_Curve] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Plot"))
        self.dress()

    @property
    def shown_steps(self) -> tuple[float, float]:
        """The first and the last step in sight."""
        low, high = self._item.viewRange()[0]
        return float(low), float(high)

    def dress(self) -> None:
        """Take the theme's colours."""
        border = pg.mkPen(self._theme.color("border"))
        for side, axis in self._axes.items():
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(pg.mkPen(self._theme.color("text3")))
            axis.setTickPen(border)
            axis.setGrid(255 if side == "left" else False)
        self._cursor_line.setPen(pg.mkPen(self._theme.color("control")))
        dashed = pg.mkPen(self._theme.color("border2"), style=Qt.PenStyle.DashLine)
        for line in self._epochs:
            line.setPen(dashed)
        if self._reference is not None:
            self._reference.setPen(pg.mkPen(self._theme.color("control"), style=Qt.PenStyle.DashLine))
        for curve in self._curves:
            curve.dress(self._theme)

    def set_reference(self, value: float) -> None:
        """A dashed horizontal line, such as a coin's 50%."""
        if self._reference is None:
            self._reference = pg.InfiniteLine(angle=0, movable=False)
            self._item.addItem(self._reference)
        self._reference.setValue(value)
        self.dress()

    def set_total(self, total: int, epoch_ends: tuple[float, ...] = ()) -> None:
        """The whole run's length; epochs end at dashed lines."""
        self._total = max(1.0, float(total))
        plot = self._item
        for line in self._epochs:
            plot.removeItem(line)
        self._epochs = [pg.InfiniteLine(pos=end, angle=90, movable=False) for end in epoch_ends if end < total]
        for line in self._epochs:
            plot.addItem(line)
        self.dress()
        self._show_x_range()

    def draw(
        self, series: Sequence[ChartSeries], smoothed: Sequence[Numbers], value_range: tuple[float, float]
    ) -> None:
        """Show these curves; both tuples are in the same order."""
        plot = self._item
        while len(self._curves) > len(series):
            self._curves.pop().remove(plot)
        while len(self._curves) < len(series):
            self._curves.append(_Curve(plot))
        for curve, one, mean in zip(self._curves, series, smoothed, strict=True):
            curve.take(one, mean, self._theme)
        low, high = value_range
        plot.setYRange(low, high, padding=0)
        ticks = nice_ticks(low, high)
        self._axes["left"].setTicks([[(tick, self._format(tick)) for tick in ticks]])
        self._show_x_range()

    def set_antialiasing(self, on: bool) -> None:
        """Smooth edges cost a running training its speed; they are for finished runs."""
        for curve in self._curves:
            curve.set_antialiasing(on)
        self.setAntialiasing(on)
        self.viewport().update()

    def set_cursor_step(self, step: float | None) -> None:
        """Move the cursor's line, or hide it."""
        self._cursor_line.setVisible(step is not None)
        if step is not None:
            self._cursor_line.setValue(step)

    def place_of(self, step: float, value: float) -> QPointF:
        """Where a point lies, in this widget's pixels."""
        scene = self._item.getViewBox().mapViewToScene(QPointF(step, value))
        return QPointF(self.mapFromScene(scene))

    def show_span(self, span: tuple[float, float] | None) -> None:
        """Show these steps only, or the whole run."""
        self._span = span
        self._show_x_range()

    def paintEvent(self, ev: QPaintEvent) -> None:
        started = time.perf_counter()
        super().paintEvent(ev)
        self.last_cost = time.perf_counter() - started
        self.repainted.emit()

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        self.hovered.emit(self._step_at(ev.position()))

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        step = self._step_at(ev.position())
        if ev.button() == Qt.MouseButton.LeftButton and step is not None:
            self.clicked.emit(step)

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        ev.accept()

    def mouseDoubleClickEvent(self, ev: QMouseEvent) -> None:
        self.whole_wanted.emit()

    def leaveEvent(self, ev: QEvent) -> None:
        super().leaveEvent(ev)
        self.hovered.emit(None)

    def wheelEvent(self, ev: QWheelEvent) -> None:
        step = self._step_at(ev.position())
        if step is None or not ev.angleDelta().y():
            ev.ignore()
            return
        self.wheeled.emit(step, 0.8 ** (ev.angleDelta().y() / 120))
        ev.accept()

    def _most_points(self) -> int:
        """A lowest and a highest for each pixel across."""
        return min(MOST_POINTS, 2 * max(100, self.width() - AXIS_WIDTH))

    def _step_at(self, position: QPointF) -> float | None:
        view = self._item.getViewBox()
        scene = self.mapToScene(position.toPoint())
        if not view.sceneBoundingRect().contains(scene):
            return None
        return min(float(round(view.mapSceneToView(scene).x())), self._total)

    def _show_x_range(self) -> None:
        low, high = self._span or (0.0, self._total)
        self._item.setXRange(low, high + (high - low) * _END_ROOM, padding=0)
        for curve in self._curves:
            curve.show(low, high, self._most_points())
        if self._span is None:
            ticks = [self._total * part / 4 for part in range(5)] if self._total >= 4 else [0.0, self._total]
        else:
            ticks = nice_ticks(low, high)
        self._axes["bottom"].setTicks([[(round(tick), self.format_place(tick)) for tick in ticks]])


class _Curve:
    """The items of one series: raw under smoothed, held-back circles, and a dot where the curve ends."""

    def __init__(self, plot: Any) -> None:
        self._raw = pg.PlotCurveItem(antialias=False, connect="finite")
        self._mean = pg.PlotCurveItem(antialias=False, connect="finite")
        # Drawn anew and not from pictures kept aside, which a drawing in SVG cannot hold.
        self._held_back = pg.ScatterPlotItem(size=9, pxMode=True, useCache=False, antialias=True)
        self._end = pg.ScatterPlotItem(size=9, pxMode=True, useCache=False, antialias=True)
        self._role: SeriesRole = "accent"
        self._levels = (chart_levels(np.empty(0), np.empty(0)),) * 2
        # Joining a noisy curve's strokes to one outline takes ten times as long.
        self._raw.setSegmentedLineMode("on")
        for depth, item in enumerate((self._raw, self._mean, self._held_back, self._end)):
            item.setZValue(5 + depth)
            plot.addItem(item)

    def take(self, series: ChartSeries, mean: Numbers, theme: Theme) -> None:
        """Draw another curve from now on; `show` says which part of it."""
        self._role = series.role
        self._levels = (chart_levels(series.steps, series.values), chart_levels(series.steps, mean))
        self._held_back.setData(series.evaluation_steps, series.evaluation_values)
        dots = slice(None) if series.has_dots else slice(-1, None)
        self._end.setData(series.steps[dots], mean[dots])
        self.dress(theme)

    def show(self, low: float, high: float, most: int) -> None:
        """Draw it between two steps, with `most` points."""
        for item, levels in zip((self._raw, self._mean), self._levels, strict=True):
            item.setData(*levels.between(low, high, most))

    def dress(self, theme: Theme) -> None:
        line = theme.color(role_token(self._role))
        surface = theme.color("surface")
        raw = pg.mkPen(_faint(line), width=1)
        raw.setCapStyle(Qt.PenCapStyle.FlatCap)  # single strokes that overlap would show as dots
        self._raw.setPen(raw)
        self._mean.setPen(dashed_pen(line, 2, self._role))
        self._mean.setSegmentedLineMode("off" if is_dashed(self._role) else "on")  # a dash would begin at every point
        self._held_back.setPen(pg.mkPen(line, width=2))
        self._held_back.setBrush(pg.mkBrush(surface))
        self._end.setPen(pg.mkPen(surface, width=2))
        self._end.setBrush(pg.mkBrush(line))

    def set_antialiasing(self, on: bool) -> None:
        for curve in (self._raw, self._mean):
            curve.opts["antialias"] = on

    def remove(self, plot: Any) -> None:
        for item in (self._raw, self._mean, self._held_back, self._end):
            plot.removeItem(item)


def _faint(color: QColor) -> QColor:
    faint = QColor(color)
    faint.setAlphaF(_RAW_ALPHA)
    return faint
