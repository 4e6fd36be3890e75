"""A live line chart: title, current value beside the held-back one, legend, and curves that grow rightwards."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr, within_sentence
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_data import ChartSeries, Numbers, smooth, value_range
from app.widgets.chart_legend import ChartLegend, LegendMark
from app.widgets.chart_menu import chart_menu
from app.widgets.chart_plot import AXIS_WIDTH, ChartPlot
from app.widgets.chart_tooltip import ChartTooltip
from app.widgets.chart_words import (
    STEPS,
    ChartUnit,
    beside_newest,
    colour_token,
    lines_at,
    newest,
    percentage,
    plain_number,
    short_number,
    spoken,
)
from app.widgets.chart_zoom import ChartZoom
from app.widgets.label import Label, LabelTone

_LIVE_MILLISECONDS = 1000  # between repaints while training, at least
_IDLE_MILLISECONDS = 30
_CALM_MILLISECONDS = 200  # after the last zoom
_PADDING = 14
_TITLE_GAP = 12  # at least, between title and legend
_MOST_SHARE = 0.02  # of the time that live charts may spend painting: what follows it costs training a little, too
_TONES: dict[str, LabelTone] = {"accent": "text", "chosen": "chosen", "rejected": "rejected"}


class Chart(Card):
    """Use: `set_range(total_steps)` once, then `set_series([...])` whenever there is something new.

    It paints only while visible, at most once a second while `set_live(True)`, and more rarely still if painting
    would cost more than its share of 2% of the time. Charts that share a `ChartCursor` read the same step, those that
    share a `ChartZoom` show the same part of the run. `format_tick` writes the axis labels, by default as short as
    they go. `reference` draws a dashed line and is always in sight.

    With the focus on it, the arrow keys move the cursor, plus and minus zoom, and Enter opens its menu, in which the
    actions that were added to it stand first. `noted` carries a sentence and its tone.
    """

    noted = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        format_value: Callable[[float], str] = plain_number,
        *,
        format_tick: Callable[[float], str] | None = None,
        reference: float | None = None,
        cursor: ChartCursor | None = None,
        zoom: ChartZoom | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=_PADDING, spacing=0, parent=parent)
        self._theme = theme
        self._name = title
        self.format_value = format_value
        self._reference = reference
        self._series: Sequence[ChartSeries] = ()
        self._smoothed: tuple[Numbers, ...] = ()
        self._smoothing = 0.8
        self._length: tuple[int, tuple[float, ...]] = (1, ())
        self._unit = STEPS
        self._is_live = False
        self._place, self._charts = 0, 1
        self._is_stale = False
        self._cost = 0.0  # seconds that the last curves took to prepare
        self.setAccessibleName(title)

        self._title = Label(title, "body", "text2", weight=500)
        self._value = Label("–", "value")
        self._beside = Label("", "caption", "text3")
        self._legend = ChartLegend(theme)
        self.plot = ChartPlot(theme, format_tick or (percentage if format_value is percentage else short_number))
        self.plot.setAccessibleName(tr("{title}, plot", title=title))
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
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(lambda: self.plot.set_antialiasing(not self._is_live))
        self._cursor = cursor or ChartCursor(self)
        self._cursor.moved.connect(self._show_cursor)
        self.plot.hovered.connect(self._cursor.move)
        self.plot.clicked.connect(self._cursor.toggle_pin)
        self.zoom = zoom or ChartZoom(self)
        self.zoom.changed.connect(self._show_span)
        self.plot.wheeled.connect(lambda step, factor: self.zoom.zoom(step, factor, self._length[0]))
        self.plot.whole_wanted.connect(self.zoom.reset)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._dress)

    @property
    def unit(self) -> ChartUnit:
        """What the horizontal axis counts."""
        return self._unit

    @property
    def series(self) -> Sequence[ChartSeries]:
        """What was last given to `set_series`."""
        return self._series

    def add_action(self, name: str, do: Callable[[], object]) -> None:
        """Put something more into the chart's menu, above what every chart can do."""
        self.addAction(name).triggered.connect(lambda _=False: do())

    def set_series(self, series: Sequence[ChartSeries]) -> None:
        """Show these curves from the next repaint on; the first one's value stands in the head."""
        self._series = tuple(series)
        self._is_stale = True
        self._schedule()

    def set_range(self, total_steps: int, epoch_ends: Sequence[float] = (), unit: ChartUnit = STEPS) -> None:
        """The run's whole length in steps, or in another unit, and where its epochs end."""
        length = (max(1, total_steps), tuple(epoch_ends))
        if (length, unit) != (self._length, self._unit):
            self._length, self._unit = length, unit
            self.plot.format_place = unit.tick
            self.plot.set_total(*length)

    def set_smoothing(self, weight: float) -> None:
        """How much of the past the bold curve carries: 0 draws it as measured."""
        self._smoothing = weight
        self._is_stale = True
        self._schedule()

    def set_live(self, live: bool, place: int = 0, charts: int = 1) -> None:
        """Whether a run is writing to this chart: then it is drawn plainly and seldom.

        It is number `place` of so many `charts` that are seen together: they take turns and share the time.
        """
        self._is_live, self._place, self._charts = live, place, charts
        self.plot.set_antialiasing(not live)
        self._is_stale = True
        self._schedule()

    def clear(self) -> None:
        """Forget the curves, for a new run."""
        self.set_series(())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.plot.set_antialiasing(not self._is_live)
        if self._is_stale:
            self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._calm.stop()
        self._tooltip.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_legend()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0, Qt.Key.Key_Home: -math.inf, Qt.Key.Key_End: math.inf}
        zooms = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
        key = Qt.Key(event.key())
        if key in moves:
            self._move_cursor(moves[key] * (10 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1))
        elif key in zooms:
            low, high = self.zoom.span or (0.0, float(self._length[0]))
            self.zoom.zoom(self._cursor.step or (low + high) / 2, zooms[key], self._length[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_menu(self.mapToGlobal(QPoint(14, 14)))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cursor.move(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def _show_span(self) -> None:
        """Plainly while it moves, and finely once it stands still."""
        self.plot.set_antialiasing(False)
        self.plot.show_span(self.zoom.span)
        if self.isVisible():
            self._calm.start()

    def _open_menu(self, at: QPoint) -> None:
        menu = chart_menu(self, self._theme)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _move_cursor(self, steps: float) -> None:
        """So many steps on from where the cursor is; from the end of the curve when it is nowhere."""
        measured = [one.steps for one in self._series if len(one.steps)]
        if not measured:
            return
        first, last = float(measured[0][0]), float(measured[0][-1])
        at = self._cursor.step
        self._cursor.move(min(max(last if at is None else at + steps, first), last))
        lines = self._lines_at(self._cursor.step or last)
        said = ", ".join(f"{name} {value}" for _, name, value in lines)
        self.setAccessibleDescription(
            f"{self._name}, {within_sentence(self._unit.words(self._cursor.step or last))}, {said}"
        )

    def _fit_legend(self) -> None:
        """The legend gives way where it would not fit beside the title."""
        wanted = self._title.sizeHint().width() + self._legend.sizeHint().width() + 2 * _PADDING + _TITLE_GAP
        self._legend.setVisible(wanted <= self.width())

    def _schedule(self) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(self._pause())

    def _pause(self) -> int:
        if not self._is_live:
            return _IDLE_MILLISECONDS
        share = _MOST_SHARE / self._charts
        pause = max(_LIVE_MILLISECONDS, round(1000 * (self._cost + self.plot.last_cost) / share))
        wait, self._place = pause * self._place // self._charts, 0  # once: from then on each keeps its turn
        return pause + wait

    def _redraw(self) -> None:
        started = time.perf_counter()
        self._is_stale = False
        self._smoothed = tuple(smooth(one.values, self._smoothing) for one in self._series)
        always = () if self._reference is None else (self._reference,)
        self.plot.draw(self._series, self._smoothed, value_range(self._series, always))
        self.plot.set_antialiasing(not self._is_live)
        self._show_head()
        self._show_cursor(self._cursor.step)
        self._cost = time.perf_counter() - started

    def _show_head(self) -> None:
        entries: list[tuple[LegendMark, str, str]] = [("line", colour_token(one), one.name) for one in self._series]
        if len(self._series) == 1 and len(self._series[0].evaluation_steps):
            entries.append(("circle", colour_token(self._series[0]), tr("Held back")))
        self._legend.set_entries(tuple(entries))
        self._fit_legend()
        readings = [newest(mean, self.format_value) for mean in self._smoothed]
        if not self._series or not readings or readings[0] is None:
            self._value.setText("–")
            self._beside.setText("")
            self.setAccessibleDescription(tr("{name}, no values yet", name=self._name))
            return
        self._value.setText(readings[0])
        self._value.set_tone(_TONES.get(self._series[0].role, "text") if len(self._series) > 1 else "text")
        self._beside.setText(beside_newest(self._series, readings, self.format_value))
        said = spoken(self._name, self._series, self._smoothed, readings, self.format_value, self._unit)
        self.setAccessibleDescription(said)

    def _show_cursor(self, step: float | None) -> None:
        self.plot.set_cursor_step(step)
        lines = [] if step is None else self._lines_at(step)
        if step is None or not lines or not (self.plot.underMouse() or self.hasFocus()):
            self._tooltip.hide()
            return
        self._tooltip.set_content(self._unit.words(step), tuple(lines))
        origin = self.plot.mapTo(self, QPoint(0, 0))
        at = self.plot.place_of(step, 0.0).x() + origin.x()
        self._tooltip.place(at, QRect(origin, self.plot.size()).adjusted(AXIS_WIDTH, 0, 0, 0), self._points(origin))
        self._tooltip.show()
        self._tooltip.raise_()

    def _lines_at(self, step: float) -> list[tuple[str, str, str]]:
        return lines_at(self._series, self._smoothed, step, self.format_value)

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
