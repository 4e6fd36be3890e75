"""The Train page: settings before a run, its progress while it lasts, its result afterwards."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.run_state import RunState
from app.models.session import Session
from app.pages.train.chart_kinds import CHART_KINDS
from app.pages.train.live_view import LiveView
from app.pages.train.setup_view import SetupView
from app.theme.theme import Theme
from app.widgets.command import Command


class TrainPage(QWidget):
    """The run's state decides which view is shown; after a run a person may go back and forth between both.

    `noted` carries a sentence and its tone; `charts_chosen` the names of the charts that are shown from now on.
    """

    noted = Signal(str, str)
    charts_chosen = Signal(object)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setup = SetupView(theme, session)
        self.live = LiveView(theme, session)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.setup)
        self._stack.addWidget(self.live)
        self.setup.back_wanted.connect(lambda: self._stack.setCurrentWidget(self.live))
        self.live.setup_wanted.connect(lambda: self._stack.setCurrentWidget(self.setup))
        session.run.state_changed.connect(self._state_changed)
        self.live.noted.connect(self.noted)
        self.live.charts.noted.connect(self.noted)
        self.live.charts.shown_changed.connect(self.charts_chosen)
        self._add_commands()
        self._add_chart_commands()
        self._state_changed(session.run.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in (self.setup, self.live):
            view.fit(self.window().size())

    def show_setup(self) -> None:
        """Show the settings for the next run, unless one is under way."""
        if not self._session.run.state.is_active:
            self._stack.setCurrentWidget(self.setup)

    def _state_changed(self, state: RunState) -> None:
        run = self._session.run
        if state.is_active or run.started is not None or run.can_resume:
            self._stack.setCurrentWidget(self.live)
            return
        self._stack.setCurrentWidget(self.setup)
        if state is RunState.FAILED and run.failure is not None:
            self.setup.banner.show_error(run.failure.message, run.failure.hint, run.failure.details)
        elif state is RunState.FINISHED:
            self.setup.banner.show_message(
                "accent", tr("Stopped before the first step"), tr("Nothing was trained, and nothing is lost.")
            )

    def _train(self) -> None:
        if self._stack.currentWidget() is self.setup and self.setup.panel.button.isEnabled():
            self.setup.train()

    def _train_from_anywhere(self) -> None:
        self.show_setup()
        self._train()

    def _sweep(self) -> None:
        self.show_setup()
        self.setup.ask_for_sweep()

    def _add_commands(self) -> None:
        run = self._session.run
        Command(
            self,
            tr("Pause or resume training"),
            self.live.toggle_pause,
            "Space",
            by_key=self._space,
            why_not=lambda: "" if self.live.pause_button.isEnabled() else tr("No run can be paused now."),
        ).show_keys_on(self.live.pause_button)
        Command(
            self,
            tr("Train"),
            self._train_from_anywhere,
            ("Ctrl+Return", "Ctrl+Enter"),
            about=tr("Start a run with these settings"),
            why_not=lambda: self._session.why_not_train,
            by_key=self._train,
        ).show_keys_on(self.setup.panel.button)
        Command(
            self,
            tr("Try several values"),
            self._sweep,
            about=tr("A sweep over beta and learning rate: runs that follow each other"),
            why_not=lambda: self._session.why_not_train,
        )
        Command(
            self,
            tr("Compare the runs of the sweep"),
            self.live.show_sweep,
            why_not=lambda: "" if self._session.sweep.points else tr("There is no sweep."),
        )
        Command(
            self,
            tr("Reward report of the run"),
            self.live.show_reward_report,
            about=tr("How often its rewards are right, by group, length and margin"),
            why_not=lambda: self.live.why_no_reward_report,
        )
        Command(
            self,
            tr("Stop training and save"),
            self._stop,
            "Ctrl+.",
            why_not=lambda: "" if run.state.may_stop else tr("No run is under way."),
        ).show_keys_on(self.live.stop_button)
        Command(
            self,
            tr("Show the settings for the next run"),
            self.show_setup,
            why_not=lambda: tr("A run is under way.") if run.state.is_active else "",
        )

    def _add_chart_commands(self) -> None:
        charts = self.live.charts
        for number, kind in enumerate(CHART_KINDS, 1):
            Command(
                self,
                tr("Enlarge or shrink the chart: {title}", title=tr_marked(kind.title)),
                partial(charts.enlarge, kind.name),
                str(number),
                why_not=self._why_no_charts,
            )
        Command(
            self,
            tr("Show all charts"),
            partial(charts.enlarge, ""),
            "Esc",
            why_not=lambda: "" if charts.enlarged else tr("No chart is enlarged."),
        )
        samples = self.live.samples
        Command(
            self,
            tr("Show samples as written, or formatted"),
            samples.toggle_form,
            "M",
            about=tr("Markdown with its marks, to the letter"),
            why_not=lambda: "" if samples.isVisible() else tr("No sample is in sight."),
        )
        Command(self, tr("Show the whole run in the charts"), charts.zoom.reset, why_not=self._why_no_charts)

    def _why_no_charts(self) -> str:
        shows_run = self._stack.currentWidget() is self.live and self._session.run.started is not None
        return "" if shows_run else tr("No run is shown.")

    def _space(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isEnabled() and self.isAncestorOf(focused):
            focused.click()  # Space belongs to the focused button first
        elif self._stack.currentWidget() is self.live and self.live.pause_button.isEnabled():
            self.live.toggle_pause()

    def _stop(self) -> None:
        if self._stack.currentWidget() is self.live:
            self.live.ask_to_stop()
