"""The training loop: updates in order, evaluations and checkpoints in between, commands read at step boundaries."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

import torch

from engine.control import RunControl
from engine.data.batch import epoch_order
from engine.errors import EngineError
from engine.events import (
    AlarmRaised,
    CheckpointSaved,
    EvaluationFinished,
    Event,
    PairMetrics,
    PhaseChanged,
    PhaseProgress,
    StepFinished,
)
from engine.model.device import peak_memory_bytes, synchronize
from engine.plan import RunPlan
from engine.preference.losses.step_logps import StepLogps
from engine.storage.checkpoint import Checkpoint, Counters, load_weights, save_checkpoint
from engine.storage.run_folder import RunFolder
from engine.training.course import Course
from engine.training.margin_book import MarginBook
from engine.training.optimizer import AdapterOptimizer
from engine.training.pause import wait_while_paused
from engine.training.room import Portion
from engine.training.samples import Sampler
from engine.training.schedule import learning_rate_at
from engine.training.update import Learner, ScoredUpdate
from engine.training.watch.divergence import not_finite


class NotFiniteError(EngineError):
    """An update that was not made, because `what` ("The loss", "The gradient") was infinite or no number."""

    def __init__(self, message: str, hint: str, details: str, what: str) -> None:
        super().__init__(message, hint, details)
        self.what = what


@dataclass(frozen=True, slots=True)
class Ending:
    """How far training came, and the step whose weights the model has now.

    `is_over`: there is nothing to go on with. `why` says why, where updates are left.
    """

    counters: Counters
    kept_step: int
    is_over: bool
    why: str


@dataclass(frozen=True, slots=True)
class TrainingJob:
    """Everything that the loop needs; the plan's intervals are filled in.

    `mismatched` are held-back replies put to others' prompts, for a loss on thumbs.
    """

    plan: RunPlan
    folder: RunFolder
    learner: Learner
    optimizer: AdapterOptimizer
    updates: Sequence[ScoredUpdate]
    evaluation: Sequence[Portion]
    mismatched: Sequence[Portion] = ()
    sampler: Sampler = field(default_factory=Sampler)
    margins: MarginBook = field(default_factory=MarginBook)

    @property
    def total_steps(self) -> int:
        """Updates of the whole run."""
        return self.plan.training.epochs * len(self.updates)

    def update_at(self, step: int) -> tuple[int, ScoredUpdate]:
        """The update of a step counted from 1, and its place among all of an epoch's."""
        epoch, place = divmod(step - 1, len(self.updates))
        number = epoch_order(len(self.updates), epoch, self.plan.training.seed)[place]
        return number, self.updates[number]


def train(job: TrainingJob, counters: Counters, control: RunControl) -> Generator[Event, None, Ending]:
    """Train from `counters` to the end, or until a stop; always ends with a checkpoint of the last step.

    Raises `EngineError` when loss or gradient is not finite; the run is then back at its last good checkpoint.
    """
    settings = job.plan.training
    course = Course(settings, job.folder, job.optimizer)
    saved_step = counters.step or -1
    if _is_due(counters.step, settings.evaluate_every) and course.evaluated_step != counters.step:
        yield from _evaluate(job, course, counters.step, control)  # a stop cut it short
    yield from job.sampler.write_if_due(counters.step, control)
    while counters.step < job.total_steps:
        yield from wait_while_paused(control, job.learner.loaded, counters.step)
        job.learner.loaded.back_to_training()
        counters = yield from course.amend(control, counters)
        if control.stop_requested or course.why_over(counters.step):
            break
        try:
            finished = run_step(job, counters, course.rate_factor(counters.step + 1))
        except NotFiniteError as error:
            yield _fall_back(job, course, counters, error)
            raise
        counters = Counters(finished.step, finished.num_tokens, finished.seconds)
        yield finished
        is_best = False
        if _is_due(counters.step, settings.evaluate_every):
            is_best = yield from _evaluate(job, course, counters.step, control)
        if control.take_checkpoint_request() or is_best or _is_due(counters.step, settings.checkpoint_every):
            yield save_step(job, counters)
            saved_step = counters.step
            course.make_room()
        yield from job.sampler.write_if_due(counters.step, control)
    if counters.step == job.total_steps and course.evaluated_step != counters.step:
        yield from _evaluate(job, course, counters.step, control)
    if counters.step != saved_step:
        yield save_step(job, counters)
        course.make_room()
    return _end(job, course, counters)


def run_step(job: TrainingJob, counters: Counters, rate_factor: float = 1.0) -> StepFinished:
    """Do the update after `counters.step`, at `rate_factor` times the plan's learning rate.

    Raises `NotFiniteError` when loss or gradient is not finite; the weights are then as before.
    """
    step = counters.step + 1
    began = time.perf_counter()
    number, scored = job.update_at(step)
    # Grad mode belongs to the thread, and whoever drives the run may have switched it off.
    with torch.enable_grad():
        meter = job.learner.accumulate_gradients(scored, step)
    grad_norm = float(job.optimizer.clip())
    metrics = meter.read()
    _require_finite(metrics, grad_norm, step, job)
    job.margins.trained(step, number, meter.rewards_of_pairs())
    learning_rate = rate_factor * learning_rate_at(step, job.total_steps, job.plan.training)
    job.optimizer.step(learning_rate)
    synchronize(job.learner.loaded.device)
    seconds = time.perf_counter() - began
    tokens = sum(micro_batch.tokens for micro_batch in scored.update.micro_batches)
    path = job.learner.scorer.path
    computed = sum(path.computed_tokens(micro_batch.pairs) for micro_batch in scored.update.micro_batches)
    return StepFinished(
        step=step,
        total_steps=job.total_steps,
        epoch=step / len(job.updates),
        metrics=metrics,
        grad_norm=grad_norm,
        learning_rate=learning_rate,
        num_tokens=counters.num_tokens + tokens,
        pairs_per_second=scored.update.pair_count / seconds,
        tokens_per_second=tokens / seconds,
        peak_memory_bytes=peak_memory_bytes(job.learner.loaded.device),
        padding_share=max(0.0, 1 - tokens / computed),
        seconds=counters.seconds + seconds,
    )


def save_step(job: TrainingJob, counters: Counters) -> CheckpointSaved:
    """Write the checkpoint of an update that was just made."""
    checkpoint = Checkpoint(counters, job.optimizer.weights(), job.optimizer.state())
    path = save_checkpoint(job.folder.checkpoints, checkpoint)
    return CheckpointSaved(counters.step, str(path))


def _evaluate(job: TrainingJob, course: Course, step: int, control: RunControl) -> Generator[Event, None, bool]:
    """Test on the held-back pairs; a stop ends the test without a result rather than wait for it.

    Returns whether its weights have to be kept as the best ones.
    """
    if not job.evaluation:
        return False
    yield PhaseChanged("evaluating", "Testing on held-back pairs")
    parts: list[StepLogps] = []
    portions = [*job.evaluation, *job.mismatched]
    for done, part in enumerate(job.learner.score_all(portions), start=1):
        parts.append(part)
        yield PhaseProgress("evaluating", done, len(portions))
        if control.stop_requested:
            return False
    meter = job.learner.measure(parts[: len(job.evaluation)], parts[len(job.evaluation) :])
    job.margins.tested(step, meter.rewards_of_pairs())
    evaluation = EvaluationFinished(step, step / len(job.updates), meter.read())
    course.note(evaluation)
    yield evaluation
    yield PhaseChanged("training", f"Training the {job.plan.training.tuned_part}")
    return job.plan.training.keeps_best and course.is_best(evaluation)


def _is_due(step: int, every: int) -> bool:
    return step > 0 and step % every == 0


def _end(job: TrainingJob, course: Course, counters: Counters) -> Ending:
    """Put the weights to be kept into the model."""
    why = course.why_over(counters.step)
    is_over = bool(why) or counters.step == job.total_steps
    kept = course.kept_step(counters.step) if is_over else counters.step
    if kept != counters.step:
        job.optimizer.load(load_weights(job.folder.checkpoints, kept), {})
    return Ending(counters, kept, is_over, why)


def _fall_back(job: TrainingJob, course: Course, counters: Counters, error: NotFiniteError) -> AlarmRaised:
    """Go back to the last good checkpoint, and say so."""
    checkpoint = course.last_good()
    if checkpoint is not None:
        course.back_to(checkpoint)
    step = checkpoint.counters.step if checkpoint else 0
    return not_finite(counters.step, error.what, step, job.plan.training.learning_rate)


def _require_finite(metrics: PairMetrics, grad_norm: float, step: int, job: TrainingJob) -> None:
    if math.isfinite(metrics.loss) and math.isfinite(grad_norm):
        return
    job.optimizer.zero_grad()
    gentler = job.plan.training.learning_rate / 2
    what = "The loss" if not math.isfinite(metrics.loss) else "The gradient"
    raise NotFiniteError(
        f"{what} became infinite or no number at step {step}, so training stopped before it could do damage.",
        f"The learning rate is probably too high: try {gentler:g}.",
        f"loss {metrics.loss}, gradient norm {grad_norm}",
        what,
    )
