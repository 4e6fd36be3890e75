"""The training loop: updates in order, evaluations and checkpoints in between, commands read at step boundaries."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy
import torch

from engine.control import RunControl
from engine.data.batch import MicroBatch, epoch_order
from engine.errors import EngineError
from engine.events import (
    CheckpointSaved,
    EvaluationFinished,
    Event,
    PairMetrics,
    PhaseChanged,
    PhaseProgress,
    RunPaused,
    RunResumed,
    StepFinished,
)
from engine.model.device import peak_memory_bytes
from engine.plan import RunPlan
from engine.preference.losses.step_logps import StepLogps
from engine.storage.checkpoint import Checkpoint, Counters, save_checkpoint
from engine.storage.run_folder import RunFolder
from engine.training.optimizer import AdapterOptimizer
from engine.training.schedule import learning_rate_at
from engine.training.update import Learner, ScoredUpdate


@dataclass(frozen=True, slots=True)
class TrainingJob:
    """Everything that the loop needs; the plan's intervals are filled in."""

    plan: RunPlan
    folder: RunFolder
    learner: Learner
    optimizer: AdapterOptimizer
    updates: Sequence[ScoredUpdate]
    evaluation: Sequence[MicroBatch]
    evaluation_references: Sequence[numpy.ndarray]

    @property
    def total_steps(self) -> int:
        """Updates of the whole run."""
        return self.plan.training.epochs * len(self.updates)

    def update_at(self, step: int) -> ScoredUpdate:
        """The update of a step counted from 1."""
        epoch, place = divmod(step - 1, len(self.updates))
        return self.updates[epoch_order(len(self.updates), epoch, self.plan.training.seed)[place]]


def train(job: TrainingJob, counters: Counters, control: RunControl) -> Iterator[Event]:
    """Train from `counters` to the end, or until a stop; always ends with a checkpoint of the last step."""
    settings = job.plan.training
    saved_step = counters.step or -1
    evaluated_step = _last_evaluated_step(job.folder)
    while counters.step < job.total_steps:
        yield from _wait_while_paused(control, counters.step)
        if control.stop_requested:
            break
        finished = run_step(job, counters)
        counters = Counters(finished.step, finished.num_tokens, finished.seconds)
        yield finished
        if counters.step % settings.evaluate_every == 0:
            yield from _evaluate(job, counters.step, control)
            evaluated_step = counters.step
        if control.take_checkpoint_request() or counters.step % settings.checkpoint_every == 0:
            yield _save(job, counters)
            saved_step = counters.step
    if counters.step == job.total_steps and evaluated_step != counters.step:
        yield from _evaluate(job, counters.step, control)
    if counters.step != saved_step:
        yield _save(job, counters)


def run_step(job: TrainingJob, counters: Counters) -> StepFinished:
    """Do the update after `counters.step`.

    Raises `EngineError` when loss or gradient is not finite; the weights are then as before.
    """
    step = counters.step + 1
    began = time.perf_counter()
    scored = job.update_at(step)
    # Grad mode belongs to the thread, and whoever drives the run may have switched it off.
    with torch.enable_grad():
        meter = job.learner.accumulate_gradients(scored, step)
    grad_norm = float(job.optimizer.clip())
    metrics = meter.read()
    _require_finite(metrics, grad_norm, step, job)
    learning_rate = learning_rate_at(step, job.total_steps, job.plan.training)
    job.optimizer.step(learning_rate)
    _synchronize(job.learner.loaded.device)
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


def _evaluate(job: TrainingJob, step: int, control: RunControl) -> Iterator[Event]:
    """Test on the held-back pairs; a stop ends the test without a result rather than wait for it."""
    if not job.evaluation:
        return
    yield PhaseChanged("evaluating", "Testing on held-back pairs")
    parts: list[StepLogps] = []
    portions = zip(job.evaluation, job.evaluation_references, strict=True)
    for done, (micro_batch, reference) in enumerate(portions, start=1):
        parts.append(job.learner.score(micro_batch, reference))
        yield PhaseProgress("evaluating", done, len(job.evaluation))
        if control.stop_requested:
            return
    yield EvaluationFinished(step, step / len(job.updates), job.learner.measure(parts))
    yield PhaseChanged("training", "Training the adapter")


def _last_evaluated_step(folder: RunFolder) -> int:
    """The step of the last evaluation on record (a resumed run has some), or -1."""
    return max((line["step"] for line in folder.read_metrics() if "eval_loss" in line), default=-1)


def _save(job: TrainingJob, counters: Counters) -> CheckpointSaved:
    checkpoint = Checkpoint(counters, job.optimizer.weights(), job.optimizer.state())
    path = save_checkpoint(job.folder.checkpoints, checkpoint)
    return CheckpointSaved(counters.step, str(path))


def _wait_while_paused(control: RunControl, step: int) -> Iterator[Event]:
    if not control.pause_requested:
        return
    yield RunPaused(step)
    control.wait_while_paused()
    if not control.stop_requested:
        yield RunResumed(step)


def _require_finite(metrics: PairMetrics, grad_norm: float, step: int, job: TrainingJob) -> None:
    if math.isfinite(metrics.loss) and math.isfinite(grad_norm):
        return
    job.optimizer.zero_grad()
    gentler = job.plan.training.learning_rate / 2
    what = "The loss" if not math.isfinite(metrics.loss) else "The gradient"
    raise EngineError(
        f"{what} became infinite or no number at step {step}, so training stopped before it could do damage.",
        f"The learning rate is probably too high: try {gentler:g}.",
        f"loss {metrics.loss}, gradient norm {grad_norm}",
    )


def _synchronize(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)
    elif device == "mps":
        torch.mps.synchronize()
