"""What the run saw of itself and looks wrong: one alarm at a time, with what one click can do about it."""

from __future__ import annotations

from collections.abc import Callable

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.run import RunModel
from app.models.run_state import RunState
from app.theme.theme import Theme
from app.widgets.banner import Banner
from engine.events import AlarmRaised, Remedy

_MOST_REMEDIES = 2


class AlarmBanner(Banner):
    """Shows the newest alarm that nobody has answered; `change_plan` opens the next run with other settings."""

    def __init__(self, theme: Theme, run: RunModel, change_plan: Callable[[Remedy], None]) -> None:
        super().__init__(theme)
        self._run = run
        self._change_plan = change_plan
        self._shown: tuple[AlarmRaised, int, RunState, bool] | None = None
        self._brief = False
        self.closed.connect(self._close_alarm)
        run.changed.connect(self.refresh)
        run.state_changed.connect(self.refresh)
        self.refresh()

    def set_brief(self, brief: bool) -> None:
        """Where the window is low, what happened and what to do are enough; the tooltip has the rest."""
        self._brief = brief
        self.refresh()

    def refresh(self) -> None:
        """Show the run's newest alarm."""
        alarms = self._run.watch.alarms
        # A run that failed by an alarm says so itself, with the same remedies.
        if not alarms or self._run.state is RunState.FAILED:
            if self._shown:
                self.clear()
            self._shown = None
            return
        alarm = alarms[-1]
        shown = (alarm, len(alarms), self._run.state, self._brief)
        if shown == self._shown:
            return
        self._shown = shown
        count = tr("  (1 of {alarms})", alarms=len(alarms)) if len(alarms) > 1 else ""
        where = tr("Step {step:,}: ", step=alarm.step) if alarm.step else ""
        parts = (alarm.what, alarm.advice) if self._brief else (alarm.what, alarm.meaning, alarm.advice)
        title, text = f"{where}{tr_engine(alarm.title)}{count}", " ".join(map(tr_engine, parts))
        self.show_message("warn", title, text, self._actions(alarm))
        self.setToolTip(tr_engine(alarm.meaning) if self._brief else "")

    def _actions(self, alarm: AlarmRaised) -> tuple[tuple[str, Callable[[], None]], ...]:
        return remedy_actions(self._run, alarm, self._change_plan)

    def _close_alarm(self) -> None:
        if self._shown:
            alarm = self._shown[0]
            self._shown = None
            self._run.dismiss(alarm)


def remedy_actions(
    run: RunModel, alarm: AlarmRaised, change_plan: Callable[[Remedy], None]
) -> tuple[tuple[str, Callable[[], None]], ...]:
    """Buttons for the remedies that can be applied now."""

    def act(remedy: Remedy) -> Callable[[], None]:
        if remedy.is_for_next_run:
            return lambda: change_plan(remedy)
        return lambda: run.apply_remedy(alarm, remedy)

    may_change = run.state in (RunState.PREPARING, RunState.RUNNING, RunState.PAUSED)
    usable = [
        remedy
        for remedy in alarm.remedies
        if remedy.is_for_next_run or may_change or (run.can_resume and not remedy.keeps_best)
    ]
    return tuple((tr_engine(remedy.label), act(remedy)) for remedy in usable[:_MOST_REMEDIES])
