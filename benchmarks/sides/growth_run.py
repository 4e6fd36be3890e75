"""One point of the growth benchmark: a run of one epoch, how long its parts took and how much memory it held."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from engine.control import RunControl
from engine.events import DataPrepared, PhaseChanged, RunFailed, RunStarted, StepFinished
from engine.offline import go_offline
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan


def main() -> None:
    """Train as the JSON object on the command line says, and print one line of JSON."""
    go_offline()
    from engine.session import run_training

    asked: dict[str, Any] = json.loads(sys.argv[1])
    plan = RunPlan(
        ModelPlan(path=asked["model"], dtype=asked["dtype"], device="cpu"),
        DataPlan(path=asked["data"], evaluation_share=0.0, max_length=asked["max_length"]),
        AdapterPlan(r=8),
        TrainingPlan(batch_size=8, epochs=1, shared_prefix="on"),
    )
    times: dict[str, float] = {}
    held, peak, tokens, parameters = 0, 0, 0, 0
    for event in run_training(plan, Path(asked["scratch"]) / "run", RunControl(), home=Path(asked["scratch"])):
        match event:
            case PhaseChanged(phase="reading_data"):
                held = psutil.Process().memory_info().rss
                times.setdefault("reading", time.perf_counter())
            case DataPrepared():
                times["read"] = time.perf_counter()
            case PhaseChanged(phase="scoring_reference"):
                times["scoring"] = time.perf_counter()
            case PhaseChanged(phase="checking_reference"):
                times["scored"] = time.perf_counter()
            case RunStarted():
                parameters = event.parameters
            case StepFinished():
                times["trained"], peak, tokens = event.seconds, event.peak_memory_bytes, event.num_tokens
            case RunFailed():
                raise SystemExit(f"{event.message} {event.details}")
            case _:
                pass
    figures = {
        "read_seconds": times["read"] - times["reading"],
        "reference_seconds": times["scored"] - times["scoring"],
        "update_seconds": times["trained"],
        "held_mib": (peak - held) / 2**20,
        "peak_mib": peak / 2**20,
        "tokens": tokens,
        "parameters": parameters,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
