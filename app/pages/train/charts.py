"""The charts of a run, under one cursor and one zoom: which of them are shown, and one of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.run import RunModel
from app.models.run_state import RunState
from app.pages.train.chart_kinds import CHART_KINDS, USUAL_CHARTS, ChartKind
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.card import Card
from app.widgets.chart import Chart
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_zoom import ChartZoom
from app.widgets.label import Label

_NARROWEST, _LOWEST = 220, 140
_TWO_COLUMNS = 4  # charts at most; more take three
_UNITS = 6  # of width, so that a row can hold one, two or three


class RunCharts(QWidget):
    """They follow the run while they are seen. A chart is made when it is first shown.

    `shown_changed` carries the names of the charts that a person wants to see, `noted` a sentence and its tone.
    """

    shown_changed = Signal(object)
    noted = Signal(str, str)

    def __init__(self, theme: Theme, run: RunModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run = run
        self._shown: tuple[str, ...] = USUAL_CHARTS
        self._enlarged = ""
        self._smoothing = 0.0
        self._charts: dict[str, Chart] = {}
        self._blanks: list[QWidget] = []
        self._cursor = ChartCursor(self)
        self.zoom = ChartZoom(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(METRICS.card_gap)
        for unit in range(_UNITS):
            self._grid.setColumnStretch(unit, 1)
        self._has_begun = False
        self._arrange()
        run.changed.connect(self._show_if_seen)
        run.state_changed.connect(self._state_changed)

    @property
    def shown(self) -> tuple[str, ...]:
        """The charts that a person wants to see, in their fixed order."""
        return self._shown

    @property
    def enlarged(self) -> str:
        """The chart that has the whole room, or nothing."""
        return self._enlarged

    def chart(self, name: str) -> Chart:
        """A chart, made now if it was not yet."""
        if name not in self._charts:
            self._charts[name] = self._make(next(kind for kind in CHART_KINDS if kind.name == name))
        return self._charts[name]

    def set_shown(self, names: Sequence[str]) -> None:
        """Show these charts; none is as good as the usual ones."""
        known = tuple(kind.name for kind in CHART_KINDS if kind.name in names)
        self._shown = known or USUAL_CHARTS
        self._enlarged = ""
        self._arrange()

    def set_shown_by_hand(self, name: str, shown: bool) -> None:
        """Show or hide one of them; the last one stays."""
        names = {*self._shown, name} if shown else {*self._shown} - {name}
        if names:
            self.set_shown(tuple(names))
        self.shown_changed.emit(self._shown)

    def enlarge(self, name: str) -> None:
        """Give one chart the whole room; the same again, or no name, shows all."""
        self._enlarged = "" if name == self._enlarged else name
        self._arrange()
        if self._enlarged:
            self.chart(self._enlarged).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_smoothing(self, weight: float) -> None:
        """How much of the past the bold curves carry."""
        self._smoothing = weight
        for chart in self._charts.values():
            chart.set_smoothing(weight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _make(self, kind: ChartKind) -> Chart:
        chart = Chart(
            self._theme,
            tr_marked(kind.title),
            kind.format_value,
            format_tick=kind.format_tick,
            reference=kind.reference,
            cursor=self._cursor,
            zoom=self.zoom,
            parent=self,
        )
        chart.setMinimumSize(_NARROWEST, _LOWEST)
        chart.set_smoothing(self._smoothing)
        key = CHART_KINDS.index(kind) + 1
        chart.add_action(tr("Enlarge or shrink\t{key}", key=key), partial(self.enlarge, kind.name))
        chart.add_action(tr("Hide"), partial(self.set_shown_by_hand, kind.name, False))
        chart.noted.connect(self.noted)
        return chart

    def _arrange(self) -> None:
        """Put what is to be seen into the grid, empty cards before the first step."""
        while self._grid.count():
            self._grid.takeAt(0)
        for blank in self._blanks:
            blank.hide()
            blank.deleteLater()
        names = (self._enlarged,) if self._enlarged else self._shown
        titles = {kind.name: tr_marked(kind.title) for kind in CHART_KINDS}
        self._blanks = [] if self._has_begun else [_Blank(titles[name]) for name in names]
        cards = [self.chart(name) for name in names] if self._has_begun else self._blanks
        columns = 2 if len(cards) <= _TWO_COLUMNS else 3
        for index, card in enumerate(cards):
            row, place = divmod(index, columns)
            in_row = min(columns, len(cards) - row * columns)
            span = _UNITS // in_row  # a row with fewer charts has wider ones
            self._grid.addWidget(card, row, place * span, 1, span)
        for row in range(len(CHART_KINDS)):
            self._grid.setRowStretch(row, int(row * columns < len(cards)))
        for chart in self._charts.values():
            chart.setVisible(chart in cards)
        self._share_time()
        self._show_if_seen()

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        has_begun = self._run.started is not None
        if has_begun != self._has_begun:
            self._has_begun = has_begun
            self._arrange()
            return
        started = self._run.started
        total, epoch = (started.total_steps, started.steps_per_epoch) if started else (1, 1)
        for kind in CHART_KINDS:
            chart = self._charts.get(kind.name)
            if chart is not None and chart.isVisibleTo(self):
                chart.set_range(total, range(epoch, total, epoch))
                chart.set_series(kind.series(self._run.curves, self._run.words))

    def _state_changed(self, state: RunState) -> None:
        if state is RunState.PREPARING:
            self.zoom.reset()
        self._share_time()

    def _share_time(self) -> None:
        """Charts that are seen take turns while a run writes to them."""
        seen = [chart for chart in self._charts.values() if chart.isVisibleTo(self)]
        for place, chart in enumerate(seen):
            chart.set_live(self._run.state is RunState.RUNNING, place, len(seen))


class _Blank(Card):
    """Where a chart will be once there is something to draw."""

    def __init__(self, title: str) -> None:
        super().__init__(padding=14)
        self.setMinimumSize(_NARROWEST, _LOWEST)
        self.layout_.addWidget(Label(title, "body", "text2", weight=500))
        self.layout_.addStretch(1)
        waiting = Label(tr("The curve begins with the first step"), "caption", "text3")
        self.layout_.addWidget(waiting, 0, Qt.AlignmentFlag.AlignHCenter)
        self.layout_.addStretch(1)
