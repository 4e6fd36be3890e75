"""One step of the forecast benchmark in a process of its own: make a model, foresee a run, or train it and measure."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.sides.random_models import write_random_model, write_random_pairs
from engine.control import RunControl
from engine.events import RunFailed, RunFitted, StepFinished
from engine.offline import go_offline
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan


def main() -> None:
    """Do what the first argument says with the JSON object of the second, and print one line of JSON."""
    go_offline()
    action, asked = sys.argv[1], json.loads(sys.argv[2])
    scratch = Path(asked["scratch"])
    if action == "make":
        write_random_model(asked["family"], scratch / "model")
        write_random_pairs(scratch / "pairs.jsonl", asked["pairs"], asked["longest"])
        figures: dict[str, Any] = {}
    else:
        figures = foresee(plan_of(asked)) if action == "foresee" else train(plan_of(asked), scratch)
    print(json.dumps(figures))


def plan_of(asked: dict[str, Any]) -> RunPlan:
    """Pairs without held-back ones, and the settings of the case."""
    scratch = Path(asked["scratch"])
    adapter = asked.get("adapter", {})
    return RunPlan(
        ModelPlan(str(scratch / "model"), dtype=asked["dtype"], device="cpu"),
        DataPlan(str(scratch / "pairs.jsonl"), evaluation_share=0.0, max_length=asked["max_length"]),
        AdapterPlan(r=16, alpha=32.0, **adapter),
        TrainingPlan(batch_size=8, epochs=1, **asked.get("training", {})),
    )


def foresee(plan: RunPlan) -> dict[str, Any]:
    """The forecast, part by part, in bytes."""
    from engine.forecast.run_forecast import forecast_run

    found = forecast_run(plan)
    return {
        **asdict(found.fit), "longest_tokens": found.longest_tokens, "forecast_bytes": found.memory.parts.total,
        "parts_bytes": asdict(found.memory.parts),
    }  # fmt: skip


def train(plan: RunPlan, scratch: Path) -> dict[str, Any]:
    """A run's highest mark of resident memory (VmHWM), in bytes, and seconds."""
    from engine.session import run_training

    figures: dict[str, Any] = {"seconds": 0.0}
    for event in run_training(plan, scratch / "run", RunControl(), home=scratch):
        if isinstance(event, RunFitted):
            figures["after_trial_bytes"] = _high_water_mark()
            figures["epoch_seconds_foreseen"] = event.epoch_seconds
        elif isinstance(event, StepFinished):
            figures["seconds"] = event.seconds
        elif isinstance(event, RunFailed):
            raise SystemExit(event.message + event.details)
    figures["peak_bytes"] = _high_water_mark()
    return figures


def _high_water_mark() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


if __name__ == "__main__":
    main()
