"""The curves of the marked runs laid over each other, or those of the current run alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.run_marks import MOST_COMPARED
from app.models.run_overlay import RunInSight, RunOverlay
from app.pages.runs.overlay_kinds import OVERLAY_KINDS, OverlayKind
from app.theme.theme import Theme
from app.widgets.chart import Chart
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_data import ChartSeries, SeriesRole
from app.widgets.chart_words import PROGRESS, STEPS
from app.widgets.chart_zoom import ChartZoom
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.segmented_control import SegmentedControl

_ROLES: tuple[SeriesRole, ...] = ("run_1", "run_2", "run_3", "run_4")
_LONGEST_NAME = 20  # characters of a run's name in the legend
_WHOLE = 100  # percent
_TIMES_BETA = ("margin", "chosen", "rejected")
_UNITS_DIFFER = mark("Rewards are beta times a log-ratio: of runs with different betas, compare accuracies instead.")


class OverlayView(QWidget):
    """`noted` carries a sentence and its tone, as when a chart was saved."""

    noted = Signal(str, str)

    def __init__(self, theme: Theme, overlay: RunOverlay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._overlay = overlay
        self._charts: dict[str, Chart] = {}
        self._cursor = ChartCursor(self)
        self._zoom = ChartZoom(self)
        kinds = [(kind.name, tr_marked(kind.label)) for kind in OVERLAY_KINDS]
        self.kind: SegmentedControl[str] = SegmentedControl(theme, kinds, tr("Curve"))
        describe(self.kind, tr("Which number is drawn over the run"))
        self.kind.set_value("margin")
        self.kind.chosen.connect(lambda _: self._show())
        units = [("progress", tr("By progress")), ("steps", tr("By step"))]
        self.unit: SegmentedControl[str] = SegmentedControl(theme, units, tr("Axis"))
        describe(self.unit, tr("Whether runs of different length are laid over each other whole, or step by step"))
        self.unit.set_value("progress")
        self.unit.chosen.connect(self._change_unit)
        self.too_many = Label("", "caption", "text2", wrap=True)
        self.too_many.hide()
        self.units_differ = Label(tr_marked(_UNITS_DIFFER), "caption", "text2", wrap=True)
        self.units_differ.hide()
        self._stack = QStackedWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.kind)
        head.addStretch(1)
        head.addWidget(self.unit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.too_many)
        layout.addWidget(self.units_differ)
        layout.addWidget(self._stack, 1)
        overlay.changed.connect(self._show)
        self._show()

    @property
    def chart(self) -> Chart:
        """The chart in sight."""
        kind = next(kind for kind in OVERLAY_KINDS if kind.name == self.kind.value)
        if kind.name not in self._charts:
            self._charts[kind.name] = self._make(kind)
            self._stack.addWidget(self._charts[kind.name])
        return self._charts[kind.name]

    def show_marked(self, marked: int) -> None:
        """Say so where more runs are marked than can be told apart."""
        self.too_many.setText(
            tr(
                "{most_compared} of {marked:,} marked runs are drawn. Take marks away to choose which.",
                most_compared=MOST_COMPARED,
                marked=marked,
            )
            if marked
            else ""
        )
        self.too_many.setVisible(marked > MOST_COMPARED)

    def _make(self, kind: OverlayKind) -> Chart:
        chart = Chart(
            self._theme,
            tr_marked(kind.title),
            kind.format_value,
            reference=kind.reference,
            cursor=self._cursor,
            zoom=self._zoom,
            parent=self._stack,
        )
        chart.setMinimumSize(220, 140)
        chart.noted.connect(self.noted)
        return chart

    def _change_unit(self) -> None:
        self._zoom.reset()
        self._cursor.move(None)
        self._show()

    def _show(self) -> None:
        chart, runs = self.chart, self._overlay.runs
        self._stack.setCurrentWidget(chart)
        kind = next(kind for kind in OVERLAY_KINDS if kind.name == self.kind.value)
        has_betas = len({one.run.beta for one in runs}) > 1
        self.units_differ.setVisible(has_betas and kind.name in _TIMES_BETA)
        by_progress = self.unit.value == "progress"
        longest = max((_length(one) for one in runs), default=1)
        chart.set_range(_WHOLE if by_progress else longest, unit=PROGRESS if by_progress else STEPS)
        chart.set_live(any(one.run.state == "running" for one in runs))
        chart.set_series([self._series(one, kind, by_progress=by_progress) for one in runs])

    def _series(self, one: RunInSight, kind: OverlayKind, *, by_progress: bool) -> ChartSeries:
        training, held_back = kind.pick(one.curves.training), kind.pick(one.curves.held_back)
        scale = _WHOLE / _length(one) if by_progress else 1.0
        name = one.run.title
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        role = "accent" if one.place is None else _ROLES[one.place]
        return ChartSeries(
            short, role, training.steps * scale, training.values, held_back.steps * scale, held_back.values
        )


def _length(one: RunInSight) -> int:
    return max(1, one.run.total_steps, one.run.step)
