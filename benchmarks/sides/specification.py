"""What both sides of the training benchmarks are asked for, and what they measure alike."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan


def specification() -> dict[str, Any]:
    """The JSON object on the command line."""
    return json.loads(sys.argv[1])


def plan_of(asked: dict[str, Any]) -> RunPlan:
    """One epoch, 8 pairs an update, no held-back pairs, LoRA r=16 on all linear layers."""
    return RunPlan(
        ModelPlan(path=asked["model"], dtype=asked["dtype"], device=asked.get("device", "cpu")),
        DataPlan(path=asked["data"], evaluation_share=0.0, max_length=asked["max_length"]),
        AdapterPlan(r=16, alpha=32.0),
        TrainingPlan(learning_rate=5e-5, batch_size=8, epochs=1),
    )


def clock_of(asked: dict[str, Any]) -> Callable[[], float]:
    """Seconds by the wall, or of all of this process's threads on a machine that has other things to do."""
    return time.process_time if asked.get("clock") == "cpu" else time.perf_counter


def seconds_so_far(asked: dict[str, Any]) -> float:
    """What the process took from its start until now, by the same clock."""
    return time.process_time() if asked.get("clock") == "cpu" else time.time() - psutil.Process().create_time()


def peak_bytes(device: str) -> int:
    """The most memory used so far: of the card on CUDA, else of this process alone.

    `ru_maxrss` would do for neither side: a child begins with its parent's.
    """
    from engine.model.device import peak_memory_bytes

    status = Path("/proc/self/status")
    if device.startswith("cuda") or not status.exists():
        return peak_memory_bytes(device)
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def last_quarter(losses: list[float]) -> float:
    """The mean of the last quarter of a run's losses."""
    tail = losses[-max(1, len(losses) // 4) :]
    return sum(tail) / len(tail)
