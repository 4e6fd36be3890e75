"""The warm-up stage: supervised fine-tuning on the chosen replies, before any preference is learnt.

What it makes is written down as the model or adapter that preference learning starts from, and that is its reference.
"""

from __future__ import annotations

import math
import shutil
import time
from collections.abc import Generator
from dataclasses import dataclass, replace

import torch

from engine.control import RunControl
from engine.data.batch import MicroBatch, Update, epoch_order
from engine.errors import EngineError
from engine.events import CheckpointSaved, Event, PhaseChanged, PhaseProgress, WarmUpStepFinished
from engine.model.adapter import set_training_mode, trainable_parameters
from engine.model.device import seeded
from engine.model.load import LoadedModel
from engine.plan import RunPlan, TrainingPlan
from engine.preference.logprobs import CompletionScorer
from engine.storage.checkpoint import Checkpoint, Counters, latest_checkpoint, save_checkpoint
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from engine.training.arrangement import PreparedData
from engine.training.optimizer import AdapterOptimizer
from engine.training.result import save_weights
from engine.training.schedule import learning_rate_at
from engine.training.update import dropout_seed

_CHECKPOINTS = 8  # a stage


@dataclass(frozen=True, slots=True)
class WarmUp:
    """What the stage needs: the model with what is trained of it, and the plan's pairs as they are arranged."""

    plan: RunPlan
    folder: RunFolder
    loaded: LoadedModel
    scorer: CompletionScorer
    data: PreparedData

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

    A stop saves a checkpoint and reports progress; the stage goes on from there when the run is resumed. Raises
    `EngineError` when loss or gradient is not finite.
    """
    yield PhaseChanged("warming_up", "Warming up on the chosen replies")
    folder, optimizer = stage.folder, AdapterOptimizer(trainable_parameters(stage.loaded.model), stage.plan.training)
    counters = Counters(0, 0, 0.0)
    if (checkpoint := latest_checkpoint(folder.warm_up_checkpoints)) is not None:
        optimizer.load(checkpoint.weights, checkpoint.optimizer)
        counters = checkpoint.counters
    folder.forget_warm_up_after(counters.step)
    every = math.ceil(stage.total_steps / _CHECKPOINTS)
    while counters.step < stage.total_steps:
        finished = imitate(stage, optimizer, counters)
        counters = Counters(finished.step, finished.num_tokens, finished.seconds)
        yield finished
        is_over = counters.step == stage.total_steps
        if not is_over and (control.stop_requested or counters.step % every == 0):
            place = save_checkpoint(
                folder.warm_up_checkpoints, Checkpoint(counters, optimizer.weights(), optimizer.state())
            )
            yield CheckpointSaved(0, str(place))
            yield PhaseProgress("warming_up", counters.step, stage.total_steps)  # where a stop is heeded
    save_weights(stage.loaded, stage.plan, folder.warmed_up)
    update_manifest(folder.manifest_path, {"warm_up": {"steps": counters.step, "seconds": counters.seconds}})
    shutil.rmtree(folder.warm_up_checkpoints, ignore_errors=True)


def imitate(stage: WarmUp, optimizer: AdapterOptimizer, counters: Counters) -> WarmUpStepFinished:
    """The update after `counters.step`: the mean over all chosen tokens of -log pi(token | what precedes it)."""
    began, step = time.perf_counter(), counters.step + 1
    epoch, place = divmod(step - 1, len(stage.data.updates))
    seed = stage.plan.training.seed
    update = stage.data.updates[epoch_order(len(stage.data.updates), epoch, seed)[place]]
    tokens = _chosen_tokens(update)
    set_training_mode(stage.loaded.model, training=True)
    loss = 0.0
    with torch.enable_grad():
        for index, micro_batch in enumerate(update.micro_batches):
            layout = stage.scorer.lay_out(_chosen_only(micro_batch), stage.loaded.device)
            own = sum(len(pair.chosen_ids) for pair in micro_batch.pairs)
            # Steps below 0 are no other update's, so preference learning draws other dropout.
            with seeded(dropout_seed(seed, -step, index), stage.loaded.device), stage.loaded.computing():
                share = -stage.scorer.token_logps(layout)[:own].sum() / tokens
            share.backward()
            loss += float(share.detach())
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


def _chosen_tokens(update: Update) -> int:
    return sum(len(pair.chosen_ids) for micro_batch in update.micro_batches for pair in micro_batch.pairs)


def _chosen_only(micro_batch: MicroBatch) -> MicroBatch:
    """Pairs whose rejected reply is one token, since a pair has to have one."""
    return MicroBatch(tuple(replace(pair, rejected_ids=pair.chosen_ids[:1]) for pair in micro_batch.pairs))
