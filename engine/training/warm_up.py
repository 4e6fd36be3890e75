"""The warm-up stage: supervised fine-tuning on the chosen replies, before any preference is learnt.

What it makes is written down as the model or adapter that preference learning starts from, and that is its reference.
"""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from engine.control import RunControl
from engine.data.batch import Update, epoch_order
from engine.distributed.leading_optimizer import LeadingOptimizer
from engine.distributed.orders import Imitate
from engine.distributed.team import LostProcessError, Team
from engine.errors import EngineError
from engine.events import CheckpointSaved, Event, PhaseChanged, PhaseProgress, WarmUpStepFinished
from engine.model.adapter import trainable_parameters
from engine.model.load import LoadedModel
from engine.plan import RunPlan, TrainingPlan
from engine.preference.logprobs import CompletionScorer
from engine.storage.checkpoint import Checkpoint, Counters, latest_checkpoint, save_checkpoint
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from engine.training.arrangement import PreparedData
from engine.training.imitation import imitate_together
from engine.training.optimizer import AdapterOptimizer
from engine.training.pause import wait_while_paused
from engine.training.result import save_weights
from engine.training.schedule import learning_rate_at

_CHECKPOINTS = 8  # a stage


@dataclass(frozen=True, slots=True)
class WarmUp:
    """What the stage needs: the model with what is trained of it, and the plan's pairs as they are arranged."""

    plan: RunPlan
    folder: RunFolder
    loaded: LoadedModel
    scorer: CompletionScorer
    data: PreparedData
    team: Team

    @property
    def total_steps(self) -> int:
        """Updates of the stage."""
        return self.plan.training.warm_up_epochs * len(self.data.updates)

    @property
    def schedule(self) -> TrainingPlan:
        """The plan's schedule at the stage's own learning rate."""
        training = self.plan.training
        return replace(training, learning_rate=training.warm_up_learning_rate or training.learning_rate)


def warm_up(stage: WarmUp, control: RunControl) -> Generator[Event]:
    """Imitate the chosen replies from where the stage is to its end, then write down what it made.

    A stop saves a checkpoint and reports progress; the stage goes on from there when the run is resumed. A pause lends
    the model as it is. Raises `EngineError` when loss or gradient is not finite.
    """
    yield PhaseChanged("warming_up", "Warming up on the chosen replies")
    folder = stage.folder
    optimizer = LeadingOptimizer(trainable_parameters(stage.loaded.model), stage.plan.training, stage.team)
    counters = Counters(0, 0, 0.0)
    if (checkpoint := latest_checkpoint(folder.warm_up_checkpoints)) is not None:
        optimizer.load(checkpoint.weights, checkpoint.optimizer)
        counters = checkpoint.counters
    folder.forget_warm_up_after(counters.step)
    every = math.ceil(stage.total_steps / _CHECKPOINTS)
    turns = stage.loaded.turns
    if turns is not None:
        turns.begin_training()
    while counters.step < stage.total_steps:
        try:
            finished = imitate(stage, optimizer, counters)
        except LostProcessError as error:
            place = _save(stage, optimizer, counters)
            raise LostProcessError(
                f"{error.message} Everything up to the last whole update of the warm-up is saved in {place}.",
                f"{error.hint} Then go on with: resume {folder.path}",
                error.details,
            ) from error
        counters = Counters(finished.step, finished.num_tokens, finished.seconds)
        yield finished
        is_over = counters.step == stage.total_steps
        if not is_over:
            yield from wait_while_paused(control, stage.loaded, 0)
        if not is_over and (control.stop_requested or counters.step % every == 0):
            yield CheckpointSaved(0, str(_save(stage, optimizer, counters)))
            yield PhaseProgress("warming_up", counters.step, stage.total_steps)  # where a stop is heeded
    save_weights(stage.loaded, stage.plan, folder.warmed_up)
    if turns is not None:
        turns.forget()  # they are on disk now, and read from there
    update_manifest(folder.manifest_path, {"warm_up": {"steps": counters.step, "seconds": counters.seconds}})
    shutil.rmtree(folder.warm_up_checkpoints, ignore_errors=True)


def imitate(stage: WarmUp, optimizer: AdapterOptimizer, counters: Counters) -> WarmUpStepFinished:
    """The update after `counters.step`: the mean over all chosen tokens of -log pi(token | what precedes it)."""
    began, step = time.perf_counter(), counters.step + 1
    epoch, place = divmod(step - 1, len(stage.data.updates))
    seed = stage.plan.training.seed
    update = stage.data.updates[epoch_order(len(stage.data.updates), epoch, seed)[place]]
    tokens = _chosen_tokens(update)
    order = Imitate(update.micro_batches, step, tokens)
    stage.team.lead(order)
    loss = imitate_together(stage.loaded, stage.scorer, order, seed, stage.team)
    grad_norm = float(optimizer.clip())
    if not (math.isfinite(loss) and math.isfinite(grad_norm)):
        raise EngineError(
            f"While warming up, the loss or its gradient became infinite or no number at step {step}.",
            f"Lower training.warm_up_learning_rate: try {stage.schedule.learning_rate / 2:g}.",
            f"loss {loss}, gradient norm {grad_norm}",
        )
    learning_rate = learning_rate_at(step, stage.total_steps, stage.schedule)
    optimizer.step(learning_rate)
    return WarmUpStepFinished(
        step=step,
        total_steps=stage.total_steps,
        loss=loss,
        grad_norm=grad_norm,
        learning_rate=learning_rate,
        num_tokens=counters.num_tokens + tokens,
        seconds=counters.seconds + time.perf_counter() - began,
    )


def _save(stage: WarmUp, optimizer: AdapterOptimizer, counters: Counters) -> Path:
    checkpoint = Checkpoint(counters, optimizer.weights(), optimizer.state())
    return save_checkpoint(stage.folder.warm_up_checkpoints, checkpoint)


def _chosen_tokens(update: Update) -> int:
    return sum(len(pair.chosen_ids) for micro_batch in update.micro_batches for pair in micro_batch.pairs)
