"""A run of as many steps as one likes, told to the window as the engine would tell it, without an engine."""

from __future__ import annotations

import math
import random

from app.models.run import RunModel
from engine.events import DataPrepared, PairMetrics, RunFinished, RunStarted, StepFinished
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan


def play_long_run(run: RunModel, steps: int) -> None:
    """Tell the whole of a finished run."""
    play_steps(run, 1, steps, steps)
    finish(run, steps)


def play_steps(run: RunModel, first: int, last: int, total: int) -> None:
    """Tell steps `first` to `last` of a run of `total`."""
    if first == 1:
        run.plan = RunPlan(ModelPlan(path="model"), DataPlan(path="pairs.jsonl"), AdapterPlan(), TrainingPlan())
        run.apply(DataPrepared(8 * total, 0, (), (), 0))
        run.apply(RunStarted("run", 1, total, max(1, total // 3), "cpu", "bfloat16", 1))
    for step in range(first, last + 1):
        run.apply(_step(step, total))
    run.changed.emit()


def finish(run: RunModel, steps: int) -> None:
    """Tell the end."""
    run.apply(RunFinished("finished", steps, "run", "", 1.0))
    run.changed.emit()


def _step(step: int, total: int) -> StepFinished:
    share, noise = step / total, random.gauss(0, 0.1)
    metrics = PairMetrics(
        loss=0.69 - 0.4 * share + noise,
        rewards_chosen=math.sin(9 * share) + noise,
        rewards_rejected=-2 * share + noise,
        rewards_margins=math.sin(9 * share) + 2 * share,
        rewards_accuracies=min(1.0, 0.5 + 0.5 * share + noise),
        logps_chosen=-120 + noise,
        logps_rejected=-150 + noise,
    )
    return StepFinished(step, total, 3 * share, metrics, 1 + noise, 5e-5, 900 * step, 8, 7000, 2**30, 0.1, 0.1 * step)
