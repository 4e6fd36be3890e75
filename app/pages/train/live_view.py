"""A run under way, or the last one that was: its progress, its curves, and the two buttons that steer it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_labels, tr_marked
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.run_words import state_word
from app.models.session import Session
from app.pages.reward_report.dialog import open_reward_report
from app.pages.train.alarm_banner import AlarmBanner
from app.pages.train.chart_choice import ChartChoice
from app.pages.train.charts import RunCharts
from app.pages.train.outcome_banner import OutcomeBanner
from app.pages.train.progress_card import ProgressCard
from app.pages.train.reference_card import ReferenceCard
from app.pages.train.sample_card import SampleCard
from app.pages.train.sweep_bar import SweepBar
from app.pages.train.sweep_table import SweepTable
from app.pages.train.usage_foot import UsageFoot
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.badge import Badge
from app.widgets.button import Button
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.describe import describe
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label
from app.widgets.page_header import PageHeader
from app.widgets.segmented_control import SegmentedControl
from app.widgets.splitter import Part, Splitter
from engine.errors import EngineError
from engine.events import Remedy, RunAmended

_SAMPLES_WIDTH, _SAMPLES_NARROWEST = 310, 260
_SHOWN = (("charts", mark("Charts")), ("samples", mark("Samples")))
_SMOOTHING = ((0.0, mark("Off")), (0.8, mark("Low")), (0.95, mark("High")))


class LiveView(QWidget):
    """`setup_wanted` asks for the settings of another run; `noted` carries a sentence and its tone."""

    setup_wanted = Signal()
    noted = Signal(str, str)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run: RunModel = session.run
        self.header = PageHeader(theme, tr("Train"))
        self.badge = Badge(theme, "")
        self.header.add_badge(self.badge)
        self.pause_button = Button(theme, tr("Pause"), icon="pause", key="Space")
        self.stop_button = Button(theme, tr("Stop and save"), "danger", icon="stop")
        self.new_button = Button(theme, tr("New run"), icon="plus")
        self.pairs_button = Button(theme, tr("Pairs"), icon="trend-down")
        self.pairs_button.setToolTip(tr("Every margin, suspected wrong labels first (Ctrl 7)"))
        self.pairs_button.clicked.connect(lambda: session.page_wanted.emit("pairs"))
        for button in (self.pairs_button, self.new_button, self.pause_button, self.stop_button):
            self.header.add_action(button)
        self.pause_button.clicked.connect(self.toggle_pause)
        self.stop_button.clicked.connect(self.ask_to_stop)
        self.new_button.clicked.connect(self.setup_wanted)
        self.sweep = SweepBar(theme, session.sweep)
        self.sweep.table_wanted.connect(self.show_sweep)
        self.progress = ProgressCard(theme, self._run)
        self.reference = ReferenceCard(theme, self._run)
        self._session = session
        self.banner = OutcomeBanner(
            theme,
            self._run,
            lambda: session.page_wanted.emit("compare"),
            self.show_reward_report,
            self.setup_wanted.emit,
            self._change_plan,
        )
        self.alarm = AlarmBanner(theme, self._run, self._change_plan)
        self.charts = RunCharts(theme, self._run)
        self.chart_choice = ChartChoice(theme, self.charts)
        self.samples = SampleCard(theme, self._run)
        self.shown: SegmentedControl[str] = SegmentedControl(theme, tr_labels(_SHOWN), tr("What is shown of the run"))
        describe(self.shown, tr("The curves of the run, or replies written along the way"))
        self._is_narrow = False
        self._saved = ElidedLabel("", "caption", "text2")
        self.usage = UsageFoot(theme, self._run, session.model_choice)
        self._smoothing: SegmentedControl[float] = SegmentedControl(
            theme, tr_labels(_SMOOTHING), tr("Smoothing of the curves")
        )
        describe(self._smoothing, tr("How much the lines even out; the raw values stay below them"))
        self._build()
        session.sweep.failed.connect(
            lambda error: self.noted.emit(tr_engine(f"{error.message} {error.hint}"), "danger")
        )
        self._run.changed.connect(self.refresh)
        self._run.state_changed.connect(self.refresh)
        self.refresh()

    def toggle_pause(self) -> None:
        """Pause after this step, or go on."""
        if self._run.state.may_continue or self._run.is_pausing:
            self._run.go_on()
        else:
            self._run.pause()

    def ask_to_stop(self) -> None:
        """Stop and save, after one question."""
        if not self._run.state.may_stop:
            return
        if self._run.started is None:
            self._run.stop()  # nothing is trained yet, so there is nothing to ask
            return
        dialog = ConfirmDialog(
            self._theme,
            tr("Stop training and save?"),
            tr(
                "The {tuned_part} from step {step:,} will be saved as {name}. You can resume later.",
                tuned_part=tr_engine(self._run.tuned_part),
                step=self._run.step,
                name=self._run.name,
            ),
            tr("Stop and save"),
            tr("Keep training"),
            default_is_confirm=True,
            parent=self,
        )
        dialog.accepted.connect(self._run.stop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_sweep(self) -> None:
        """Show the runs of the sweep side by side."""
        try:
            results = self._session.sweep.results()
        except EngineError as error:
            self.noted.emit(tr_engine(f"{error.message} {error.hint}"), "danger")
            return
        dialog = SweepTable(self._theme, results, self)
        dialog.run_wanted.connect(self._session.run_opening.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def why_no_reward_report(self) -> str:
        """Why there is no reward report of the run, in one sentence; empty when there can be."""
        why_not = self._session.reward_report.why_not
        return why_not or ("" if self._run.adapter else tr("Train first: a report asks the trained model."))

    def show_reward_report(self) -> None:
        """Ask what the run's rewards are to be held against."""
        if self._run.folder is not None and not self.why_no_reward_report:
            model = self._session.reward_report
            open_reward_report(self._theme, model, self._run.folder, self._run.name, self, self.noted.emit)

    def refresh(self) -> None:
        """Show the run as it is now."""
        run = self._run
        word = state_word(run)
        self.badge.set_badge(word.text, word.tone, "dot")
        self.header.set_title(run.name or tr("Train"), self._subtitle())
        self.pairs_button.set_label(tr_marked(run.words.name), icon="trend-down")
        self._show_buttons(run)
        self._show_sides()
        self._saved.setText(self._saved_words(run.saved_step))
        self._save_icon.setVisible(run.saved_step is not None)

    def fit(self, window: QSize) -> None:
        """Take the compact form in a narrow or a low window; also while another view is in sight."""
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        self.progress.set_compact(narrow)
        self.alarm.set_brief(low)
        self._is_narrow = narrow
        self._show_sides()
        margin, gap = (METRICS.compact_margin, 12) if low else (METRICS.page_margin, METRICS.card_gap)
        self._body.setContentsMargins(margin, gap, margin, 8)
        self._body.setSpacing(gap - 2)

    def _show_sides(self) -> None:
        """Charts and samples side by side, or one of them where the window is narrow."""
        wanted = self.samples.is_wanted
        alone = wanted and self._is_narrow
        self.shown.setVisible(alone)
        self.samples.setVisible(wanted and (not alone or self.shown.value == "samples"))
        self.charts.setVisible(not alone or self.shown.value == "charts")
        self.chart_choice.setVisible(self.charts.isVisibleTo(self))

    def _change_plan(self, remedy: Remedy) -> None:
        self._session.adopt_remedy(remedy)
        self.setup_wanted.emit()

    def _show_buttons(self, run: RunModel) -> None:
        active = run.state.is_active
        for button in (self.pause_button, self.stop_button):
            button.setVisible(active)
        self.new_button.setVisible(run.state.may_start)
        goes_on = run.state.may_continue or run.is_pausing
        self.pause_button.set_label(tr("Resume") if goes_on else tr("Pause"), icon="play" if goes_on else "pause")
        self.pause_button.setEnabled(run.may_pause or goes_on)
        why_not = tr("Pausing is possible once training has begun.") if run.state is RunState.PREPARING else ""
        self.pause_button.setToolTip("" if self.pause_button.isEnabled() else why_not)
        stopping = run.state is RunState.STOPPING
        if stopping != self.stop_button.is_busy:
            self.stop_button.set_busy(tr("Saving…") if stopping else "")

    def _saved_words(self, step: int | None) -> str:
        if step is None:
            return ""
        return tr("Saved at step {saved_step:,}", saved_step=step) if step else tr("Saved in its warm-up")

    def _subtitle(self) -> str:
        plan = self._run.plan
        if plan is None:
            return ""
        texts = [Path(plan.model.path).name, Path(plan.data.path).name, tr("β {beta:g}", beta=plan.training.beta)]
        texts += [_amendment_words(amendment) for amendment in self._run.watch.amendments[-1:]]
        return " · ".join(texts)

    def _build(self) -> None:
        self._smoothing.set_value(_SMOOTHING[1][0])
        self._smoothing.chosen.connect(self.charts.set_smoothing)
        self.charts.set_smoothing(_SMOOTHING[1][0])
        self._save_icon = IconLabel(self._theme, "floppy-disk", size=14)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.shown.set_value("charts")
        self.shown.chosen.connect(self._show_sides)
        foot.addWidget(self.shown)
        foot.addWidget(self.chart_choice)
        foot.addSpacing(8)
        foot.addWidget(self.usage)
        foot.addStretch(1)
        foot.addWidget(self._save_icon)
        foot.addWidget(self._saved)
        foot.addSpacing(14)
        foot.addWidget(Label(tr("Smoothing"), "caption", "text2"))
        foot.addWidget(self._smoothing)
        self._body = QVBoxLayout()
        self._body.addWidget(self.sweep)
        self._body.addWidget(self.progress)
        self._body.addWidget(self.reference)
        self._body.addWidget(self.banner)
        self._body.addWidget(self.alarm)
        parts = (Part(self.charts), Part(self.samples, 0, _SAMPLES_WIDTH))
        sides = Splitter(self._theme, "live", tr("the charts and the replies"), parts, METRICS.card_gap)
        self.samples.setMinimumWidth(_SAMPLES_NARROWEST)
        self._body.addWidget(sides, 1)
        self._body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self._body, 1)


def _amendment_words(amendment: RunAmended) -> str:
    if amendment.learning_rate_factor == 1.0:
        return tr("ended at step {step:,}", step=amendment.step)
    return tr(
        "rate × {learning_rate_factor:.3g} since step {step:,}",
        learning_rate_factor=amendment.learning_rate_factor,
        step=amendment.step,
    )
