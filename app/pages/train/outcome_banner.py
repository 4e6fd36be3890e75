"""How a run ended, what that means, and what to do next."""

from __future__ import annotations

from collections.abc import Callable

from app.language.translate import tr
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.run_words import was_stopped
from app.models.words import duration
from app.pages.train.alarm_banner import remedy_actions
from app.theme.theme import Theme
from app.widgets.banner import Banner
from engine.events import Remedy
from engine.training.watch.divergence import ALARM

Action = tuple[str, Callable[[], None]]


class OutcomeBanner(Banner):
    """Hidden while the run is under way."""

    def __init__(
        self,
        theme: Theme,
        run: RunModel,
        compare: Callable[[], None],
        report: Callable[[], None],
        change: Callable[[], None],
        change_plan: Callable[[Remedy], None],
    ) -> None:
        super().__init__(theme)
        self._run = run
        self._change_plan = change_plan
        self._compare: Action = (tr("Compare replies"), compare)
        self._report: Action = (tr("Reward report…"), report)
        self._change: Action = (tr("Change settings"), change)
        self._resume: Action = (tr("Resume"), run.resume)
        run.state_changed.connect(self._show)
        self._show(run.state)  # the page may be opened after the run has ended

    def _show(self, state: RunState) -> None:
        if state is RunState.FAILED:
            self._show_failure()
        elif state is RunState.FINISHED and was_stopped(self._run):
            self._show_stopped()
        elif state is RunState.FINISHED:
            self._show_finished()
        elif state is RunState.PAUSED:
            where = tr("Paused at step {step:,}", step=self._run.step) if self._run.started else tr("Warm-up paused")
            self.show_message(
                "warn",
                where,
                tr("You can talk to the model as it is now, then let it go on."),
                (self._compare,),
                closable=False,
            )
        else:
            self.clear()

    def _show_finished(self) -> None:
        evaluation = self._run.last_evaluation
        accuracy = (
            tr(
                "Held-back accuracy is {rewards_accuracies:.0%}. ",
                rewards_accuracies=evaluation.metrics.rewards_accuracies,
            )
            if evaluation
            else tr("Nothing was held back to test it on. ")
        )
        kept = self._run.finished.kept_step if self._run.finished else 0
        best = tr("The best checkpoint, of step {kept:,}, is kept. ", kept=kept) if kept else ""
        self.show_message(
            "ok",
            tr("Training finished in {duration}", duration=duration(self._run.elapsed_seconds)),
            tr("{best}{accuracy}Chat with it before you export.", best=best, accuracy=accuracy),
            (self._compare, self._report),
        )

    def _show_stopped(self) -> None:
        if self._run.started is None and self._run.can_resume:
            self.show_message(
                "accent",
                tr("Stopped in its warm-up and saved"),
                tr("Nothing is lost: resume when you like. Preferences are learnt after the warm-up."),
                (self._resume, self._change),
                closable=False,
            )
            return
        actions = (self._resume, self._compare) if self._run.can_resume else (self._change,)
        self.show_message(
            "accent",
            tr(
                "Stopped at step {step:,} of {total_steps:,} and saved",
                step=self._run.step,
                total_steps=self._run.total_steps,
            ),
            tr("Nothing is lost: resume when you like, or compare what it has learnt so far."),
            actions,
            closable=False,
        )

    def _show_failure(self) -> None:
        failure = self._run.failure
        assert failure is not None
        actions = (self._resume, self._change) if self._run.can_resume else (self._change,)
        alarms = self._run.watch.alarms
        if alarms and alarms[-1].alarm == ALARM.name:  # going on just like that would end the same way
            actions = (*remedy_actions(self._run, alarms[-1], self._change_plan), self._change)
        self.show_error(failure.message, failure.hint, failure.details, *actions)
