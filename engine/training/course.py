"""How a run goes on beyond its plan: what was changed about it, which checkpoint is the best, and when it is over.

All of it follows from the plan, the run's metrics and its amendments, so a resumed run decides as this one did.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from statistics import fmean

from engine.control import RunControl
from engine.events import EvaluationFinished, Event, Remedy, RunAmended
from engine.plan import TrainingPlan
from engine.storage.amendments import Amendment, add_amendment, keep_amendments_up_to, rate_factor, read_amendments
from engine.storage.checkpoint import (
    Checkpoint,
    Counters,
    forget_checkpoints_after,
    good_checkpoint,
    keep_checkpoints,
    saved_steps,
)
from engine.storage.run_folder import RunFolder
from engine.training.journal import recorded_event
from engine.training.optimizer import AdapterOptimizer
from engine.training.watch.divergence import OPENING, has_risen
from engine.training.watch.history import SHORTEST_WINDOW


class Course:
    """The amendments in force and the evaluations so far of one run."""

    def __init__(self, plan: TrainingPlan, folder: RunFolder, optimizer: AdapterOptimizer) -> None:
        self._plan = plan
        self._folder = folder
        self._optimizer = optimizer
        self._amendments = read_amendments(folder.amendments_path)
        recorded = (recorded_event(line) for line in folder.read_metrics())
        self._evaluations = [event for event in recorded if isinstance(event, EvaluationFinished)]

    @property
    def evaluated_step(self) -> int:
        """The step of the last evaluation (a resumed run has some already), or -1."""
        return self._evaluations[-1].step if self._evaluations else -1

    def note(self, evaluation: EvaluationFinished) -> None:
        """Take in an evaluation."""
        self._evaluations.append(evaluation)

    def rate_factor(self, step: int) -> float:
        """What the plan's learning rate is multiplied by in update `step`."""
        return rate_factor(self._amendments, step)

    def why_over(self, step: int) -> str:
        """Why the run ends after `step` although updates are left, in a sentence; empty when it does not."""
        if any(amendment.keeps_best and amendment.after_step <= step for amendment in self._amendments):
            return "Ended on request."
        patience = self._plan.early_stopping_patience
        evaluations = [evaluation for evaluation in self._evaluations if evaluation.step <= step]
        if patience and len(evaluations) > patience and self._best(evaluations) not in evaluations[-patience:]:
            return f"Ended early: {patience} evaluations in a row were no better than the best one."
        return ""

    def is_best(self, evaluation: EvaluationFinished) -> bool:
        """Whether no evaluation so far was better."""
        return self._best(self._evaluations) is evaluation

    def kept_step(self, step: int) -> int:
        """The step whose weights the run ends with: `step`, or that of the best evaluation whose weights are there."""
        asked = any(amendment.keeps_best for amendment in self._amendments)
        if not asked and not self._plan.keeps_best:
            return step
        there = {step, *saved_steps(self._folder.checkpoints)}
        candidates = [evaluation for evaluation in self._evaluations if evaluation.step in there]
        return self._best(candidates).step if candidates else step

    def make_room(self) -> None:
        """After full fine-tuning's checkpoints, which are as large as the model: keep the newest two and the best."""
        if not self._plan.is_full:
            return
        saved = saved_steps(self._folder.checkpoints)
        candidates = [evaluation for evaluation in self._evaluations if evaluation.step in saved]
        best = [self._best(candidates).step] if candidates else []
        keep_checkpoints(self._folder.checkpoints, best)

    def amend(self, control: RunControl, counters: Counters) -> Generator[Event, None, Counters]:
        """Do what was asked for since the last update; returns where the run goes on."""
        while (remedy := control.take_remedy()) is not None:
            if remedy.goes_back:
                counters, event = self._go_back(remedy, counters)
            else:
                event = self._change(remedy, counters)
            yield event
        return counters

    def last_good(self) -> Checkpoint | None:
        """The newest checkpoint from before the loss rose, or else the newest with finite weights; None without one."""
        checkpoints = self._folder.checkpoints
        losses = {line["step"]: float(line["loss"]) for line in self._folder.read_metrics() if "loss" in line}
        opening = [losses[step] for step in sorted(losses)[:OPENING]]

        def is_good(step: int) -> bool:
            around = [losses[near] for near in range(step - SHORTEST_WINDOW + 1, step + 1) if near in losses]
            return not around or not has_risen(fmean(around), fmean(opening))

        return good_checkpoint(checkpoints, is_good) or good_checkpoint(checkpoints, lambda _: True)

    def back_to(self, checkpoint: Checkpoint) -> None:
        """Be as after an earlier step: what came later is forgotten on disk, too."""
        step = checkpoint.counters.step
        forget_checkpoints_after(self._folder.checkpoints, step)
        self._folder.forget_metrics_after(step)
        self._optimizer.load(checkpoint.weights, checkpoint.optimizer)
        self._evaluations = [evaluation for evaluation in self._evaluations if evaluation.step <= step]

    def _go_back(self, remedy: Remedy, counters: Counters) -> tuple[Counters, RunAmended]:
        checkpoint = self.last_good()
        if checkpoint is None or checkpoint.counters.step >= counters.step:
            return counters, self._change(remedy, counters)
        self.back_to(checkpoint)
        step = checkpoint.counters.step
        # A rate that was lowered on the way stays lowered: it was too high even so.
        factor = remedy.learning_rate_factor * keep_amendments_up_to(self._folder.amendments_path, step)
        text = f"Went back from update {counters.step:,} to the checkpoint of {step:,}. {_rate_words(factor)}"
        self._write(Amendment(step, factor, undone_to=counters.step))
        return checkpoint.counters, RunAmended(step, text, factor, counters.step)

    def _change(self, remedy: Remedy, counters: Counters) -> RunAmended:
        factor = remedy.learning_rate_factor
        self._write(Amendment(counters.step, factor, remedy.keeps_best))
        text = "Ending with the best checkpoint." if remedy.keeps_best else _rate_words(factor)
        return RunAmended(counters.step, text, factor, 0)

    def _write(self, amendment: Amendment) -> None:
        add_amendment(self._folder.amendments_path, amendment)
        self._amendments = read_amendments(self._folder.amendments_path)

    def _best(self, evaluations: list[EvaluationFinished]) -> EvaluationFinished:
        """The first of the best ones: what came after it was no better."""
        return max(evaluations, key=self._goodness)

    def _goodness(self, evaluation: EvaluationFinished) -> float:
        metrics = evaluation.metrics
        match self._plan.metric_for_best_model:
            case "loss":
                return -metrics.loss
            case "margin" if not math.isnan(metrics.rewards_margins):
                return metrics.rewards_margins
            case "margin":  # held-back thumbs that all point one way have none, at any step
                return -metrics.loss
            case "accuracy":
                return metrics.rewards_accuracies


def _rate_words(factor: float) -> str:
    return f"The learning rate is {factor:.3g} times what it was from here on."
