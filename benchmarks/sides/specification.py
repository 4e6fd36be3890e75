"""What both sides of the training benchmark are asked for: the same plan, from a line of JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan


def specification() -> dict[str, Any]:
    """The JSON object on the command line."""
    return json.loads(sys.argv[1])


def plan_of(asked: dict[str, Any]) -> RunPlan:
    """One epoch, 8 pairs an update, no held-back pairs, LoRA r=16 on all linear layers."""
    return RunPlan(
        ModelPlan(path=asked["model"], dtype=asked["dtype"], device=asked.get("device", "cpu")),
        DataPlan(path=asked["data"], evaluation_share=0.0, max_pairs=asked["pairs"], max_length=asked["max_length"]),
        AdapterPlan(r=16, alpha=32.0),
        TrainingPlan(learning_rate=5e-5, batch_size=8, epochs=1),
    )


def last_quarter(losses: list[float]) -> float:
    """The mean of the last quarter of a run's losses."""
    tail = losses[-max(1, len(losses) // 4) :]
    return sum(tail) / len(tail)
