"""The run as the window sees it: engine events go in, a state and numbers to show come out."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never, cast

from PySide6.QtCore import QObject, Signal

from app.background.jobs import PausableJob, ResumeJob, TrainJob
from app.background.run_thread import EngineThread, JobEnded, JobStarted, Report, events_of
from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.example_words import ExampleWords, example_words
from app.models.past_run import PastRun
from app.models.run_clock import RunClock
from app.models.run_curves import RunCurves
from app.models.run_state import RunState
from app.models.run_watch import RunWatch
from app.models.time_left import RunLength
from engine.events import (
    AlarmRaised,
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    Event,
    PhaseChanged,
    PhaseProgress,
    ReferenceChecked,
    Remedy,
    RunAmended,
    RunFailed,
    RunFinished,
    RunFitted,
    RunPaused,
    RunResumed,
    RunStarted,
    SamplesWritten,
    StepFinished,
    WarmUpStepFinished,
)
from engine.plan import RunPlan
from engine.storage.run_summary import title_of

_NEVER_BEGAN = RunFinished("stopped", 0, "", "", 0.0)


@dataclass(frozen=True, slots=True)
class PhaseShown:
    """What the engine is at, and how far; `total` is 0 while unknown."""

    text: str
    done: int = 0
    total: int = 0


class RunModel(QObject):
    """One run at a time: started, followed, paused, stopped, resumed.

    `changed` is emitted once for each burst of events, `state_changed` with the new `RunState` before it.
    """

    changed = Signal()
    state_changed = Signal(object)

    def __init__(
        self,
        thread: EngineThread,
        parent: QObject | None = None,
        *,
        train_job: Callable[[RunPlan, Path], PausableJob] = TrainJob,
        resume_job: Callable[[Path], PausableJob] = ResumeJob,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._thread = thread
        self._train_job = train_job
        self._resume_job = resume_job
        self._clock = clock
        self._job: PausableJob | None = None
        self._forget()
        self.state = RunState.IDLE
        self.plan: RunPlan | None = None
        self.folder: Path | None = None
        thread.reports.connect(self._take)

    def _forget(self) -> None:
        self.phase, self._is_warming_up = PhaseShown(""), False
        self.curves = RunCurves()
        self.data: DataPrepared | None = None
        self.reference: ReferenceChecked | None = None
        self.fit: RunFitted | None = None
        self.started: RunStarted | None = None
        self.last_step: StepFinished | None = None
        self._evaluations: list[EvaluationFinished] = []
        self.saved_step: int | None = None
        self.finished: RunFinished | None = None
        self.failure: RunFailed | None = None
        self.watch = RunWatch()
        self._time = RunClock(self._clock)

    # ------------------------------------------------------------ what a person may ask for

    def start(self, plan: RunPlan, folder: Path) -> None:
        """Begin a new run in `folder`."""
        self._forget()
        self.plan, self.folder = plan, folder
        self._submit(self._train_job(plan, folder))

    def resume(self, remedy: Remedy | None = None) -> None:
        """Go on with a run that was stopped or failed, from its last checkpoint, perhaps otherwise than before."""
        if self.folder is None or not self.can_resume:
            return
        self.finished = self.failure = None
        self._time.stop_estimating()
        job = self._resume_job(self.folder)
        if remedy is not None:
            job.control.apply(remedy)
        self._submit(job)

    def restore(self, past: PastRun) -> None:
        """Show a run from an earlier session, unless there is one already."""
        if self.state is RunState.IDLE:
            self.show(past)

    def close(self) -> None:
        """Show no run any more, as when its folder is gone; one that is under way stays."""
        if self.state.is_active:
            return
        self._forget()
        self.plan = self.folder = None
        self._set_state(RunState.IDLE)
        self.changed.emit()

    def show(self, past: PastRun) -> None:
        """Show a run of any time in place of the one before, unless that is under way."""
        if self.state.is_active:
            return
        self.close()
        self.plan, self.folder = past.plan, past.folder
        self.data = DataPrepared(past.training_pairs, past.evaluation_pairs, (), (), 0)
        self.saved_step, self.reference = past.saved_step, past.reference
        beginning = past.started or past.warmed_up
        for event in (*((beginning,) if beginning else ()), *past.steps, *past.samples, past.end):
            self.apply(event)
        self._time.stop_estimating()
        self.changed.emit()

    def pause(self) -> None:
        """Pause after the current step; `RunState.PAUSED` tells when."""
        if self._job is not None and self.may_pause:
            self._job.control.pause()
            self.changed.emit()

    def go_on(self) -> None:
        """Let a paused run go on, or take a pause back that has not come yet."""
        if self._job is not None:
            self._job.control.resume()
            self.changed.emit()

    def stop(self) -> None:
        """Save and end after the current step."""
        if self._job is not None and self.state.may_stop:
            self._set_state(RunState.STOPPING)
            self._thread.cancel(self._job)
            self.changed.emit()

    def apply_remedy(self, alarm: AlarmRaised, remedy: Remedy) -> None:
        """Let a remedy count from the next update on; a run that failed or was stopped goes on with it."""
        self.dismiss(alarm)
        if self._job is not None:
            self._job.control.apply(remedy)
        else:
            self.resume(remedy)

    def dismiss(self, alarm: AlarmRaised) -> None:
        """Show an alarm no longer."""
        self.watch.dismiss(alarm)
        self.changed.emit()

    # ------------------------------------------------------------ what there is to see

    @property
    def name(self) -> str:
        """The run folder's name without the time in front, for people."""
        return title_of(self.folder.name) if self.folder else ""

    @property
    def adapter(self) -> Path | None:
        """The trained adapter, or the whole model, once the run has ended with one."""
        return Path(self.finished.adapter) if self.finished and self.finished.adapter else None

    @property
    def tuned_part(self) -> str:
        """What it trains, in a word: adapter or model."""
        return self.plan.training.tuned_part if self.plan else "adapter"

    @property
    def words(self) -> ExampleWords:
        """What the examples that it learns from are called."""
        return example_words(thumbs=self.plan is not None and self.plan.training.loss.takes_thumbs)

    @property
    def last_evaluation(self) -> EvaluationFinished | None:
        """The newest one, or that of the weights with which the run ended."""
        kept = self.finished.kept_step if self.finished else 0
        of_kept = (evaluation for evaluation in self._evaluations if evaluation.step == kept)
        return next(of_kept, self._evaluations[-1] if self._evaluations else None)

    @property
    def can_resume(self) -> bool:
        """Whether there is something to go on with."""
        ended_early = self.state is RunState.FAILED or (
            self.finished is not None and self.finished.outcome == "stopped"
        )
        return self.state.may_start and ended_early and self.saved_step is not None

    @property
    def may_pause(self) -> bool:
        """Whether the run can be paused: between two updates, of its warm-up, too."""
        return self.state.may_pause or (self.state is RunState.PREPARING and self._is_warming_up)

    @property
    def is_pausing(self) -> bool:
        """Whether a pause was asked for and the current step is still being done."""
        is_at_work = self.state in (RunState.RUNNING, RunState.PREPARING)
        return is_at_work and self._job is not None and self._job.control.pause_requested

    @property
    def step(self) -> int:
        """Updates done."""
        return self.last_step.step if self.last_step else 0

    @property
    def total_steps(self) -> int:
        """Updates of the whole run; 0 while unknown."""
        return self.started.total_steps if self.started else 0

    @property
    def share_done(self) -> float:
        """From 0 to 1."""
        return self.step / self.total_steps if self.total_steps else 0.0

    @property
    def elapsed_seconds(self) -> float:
        """Time since the run began, pauses left out; of an earlier session's run only its training time is known."""
        return max(self._time.seconds, self.finished.seconds if self.finished else 0.0)

    @property
    def seconds_left(self) -> float | None:
        """An estimate, or None while there is nothing to go by."""
        return self._time.seconds_left

    @property
    def evaluation_steps(self) -> list[int]:
        """After which steps the held-back pairs are tested, for marks on the progress bar."""
        return self._time.evaluation_steps

    # ------------------------------------------------------------ what the engine reports

    def apply(self, event: Event) -> None:
        """Take one event of the run."""
        match event:
            case PhaseChanged():
                self._phase_changed(event)
            case PhaseProgress():
                self.phase = PhaseShown(self.phase.text, event.done, event.total)
            case DataPrepared() | ReferenceChecked() | RunFitted() | WarmUpStepFinished():
                self._prepared(event)
            case RunStarted():
                self._run_started(event)
            case StepFinished():
                self._step_finished(event)
            case EvaluationFinished():
                self._evaluation_finished(event)
            case SamplesWritten() | AlarmRaised() | RunAmended():
                self._run_watched(event)
            case CheckpointSaved():
                self.saved_step = event.step
            case RunPaused():
                self._set_state(RunState.PAUSED)
            case RunResumed():
                self._set_state(RunState.PREPARING if self._is_warming_up else RunState.RUNNING)
            case RunFinished():
                self.finished = event
                self._set_state(RunState.FINISHED)
            case RunFailed():
                self.failure = event
                self._set_state(RunState.FAILED)
            case _:
                assert_never(event)

    def _take(self, reports: tuple[Report, ...]) -> None:
        if self._job is None:
            return
        events = list(events_of(reports, self._job))
        for event in events:
            match event:
                case JobStarted():
                    continue
                case JobEnded():
                    self._job_ended()
                case _:
                    self.apply(cast("Event", event))
        if events:
            self.changed.emit()

    def _submit(self, job: PausableJob) -> None:
        self._job = job
        self.phase, self._is_warming_up = PhaseShown(tr("Starting")), False
        self._set_state(RunState.PREPARING)
        self._thread.submit(job)
        self.changed.emit()

    def _job_ended(self) -> None:
        self._job = None
        if self.state.is_active:  # it was dropped before its turn came
            self.apply(_NEVER_BEGAN)

    def _phase_changed(self, event: PhaseChanged) -> None:
        self.phase = PhaseShown(tr_engine(event.text))
        self._is_warming_up = event.phase == "warming_up"
        self._time.sampling_finished()
        if event.phase == "evaluating":
            self._time.evaluation_started()
        elif event.phase == "sampling":
            self._time.sampling_started()

    def _prepared(self, event: DataPrepared | ReferenceChecked | RunFitted | WarmUpStepFinished) -> None:
        match event:
            case DataPrepared():
                self.data = event
            case WarmUpStepFinished():
                phase = self.phase.text.partition(",")[0] or tr("Warming up")
                words = tr("{partition}, loss {loss:.3f}", partition=phase, loss=event.loss)
                self.phase = PhaseShown(words, event.step, event.total_steps)
            case ReferenceChecked():
                self.reference = event
            case RunFitted():
                self.fit = event

    def _run_started(self, event: RunStarted) -> None:
        self.started = event
        self.curves.keep_before(event.first_step)
        self.watch.keep_before(event.first_step)
        assert self.plan is not None
        self._time.begin(
            RunLength(
                first_step=event.first_step,
                total_steps=event.total_steps,
                evaluate_every=self.plan.training.evaluate_every,
                evaluation_pairs=self.data.evaluation_pairs if self.data else 0,
                batch_size=self.plan.training.batch_size,
                tried_step_seconds=self.fit.epoch_seconds / event.steps_per_epoch if self.fit else 0.0,
                sample_prompts=self.plan.training.sample_prompts,
                sample_every=self.plan.training.sample_every,
            )
        )
        if self.state is RunState.PREPARING:
            self._set_state(RunState.RUNNING)

    def _step_finished(self, event: StepFinished) -> None:
        self.last_step = event
        self.curves.append(event)
        self._time.step_finished(event.step, event.seconds)

    def _evaluation_finished(self, event: EvaluationFinished) -> None:
        self._evaluations.append(event)
        self.curves.held_back.append(event.step, event.metrics)
        self._time.evaluation_finished()

    def _run_watched(self, event: SamplesWritten | AlarmRaised | RunAmended) -> None:
        self.watch.take(event)
        if isinstance(event, RunAmended) and event.undone_to:
            self.curves.keep_before(event.step + 1)
            self._evaluations = [evaluation for evaluation in self._evaluations if evaluation.step <= event.step]
            self.saved_step = event.step

    def _set_state(self, state: RunState) -> None:
        if state is self.state:
            return
        self.state = state
        self._time.set_running(state.counts_time)
        self.state_changed.emit(state)
