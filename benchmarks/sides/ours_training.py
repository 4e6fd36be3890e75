"""Our side of the training benchmarks: the first epoch with the reference pass, then another with it cached."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.sides.specification import clock_of, last_quarter, peak_bytes, plan_of, seconds_so_far, specification
from benchmarks.sides.utilisation import operations, product_peak
from engine.control import RunControl
from engine.events import DataPrepared, RunFailed, RunStarted, StepFinished
from engine.offline import go_offline
from engine.plan import RunPlan


@dataclass(slots=True)
class Epoch:
    """A run of one epoch: seconds from the path's choice to the last update, those of the updates alone, and more."""

    seconds: float = 0.0
    updates_seconds: float = 0.0
    startup_seconds: float = 0.0
    pairs: int = 0
    losses: list[float] = field(default_factory=list[float])


def main() -> None:
    """Run twice in one data folder, and print one line of JSON."""
    go_offline()
    asked = specification()
    plan, scratch = plan_of(asked), Path(asked["scratch"])
    first = _run(plan, scratch / "first", asked)
    peak = peak_bytes(plan.model.device)
    cached = _run(plan, scratch / "second", asked)
    computed = _operations(plan, scratch)
    best = product_peak(plan.model.dtype, plan.model.device, clock_of(asked))
    figures = {
        "pairs": first.pairs,
        "first_epoch": first.pairs / first.seconds,
        "cached": cached.pairs / cached.seconds,
        "peak_gib": peak / 2**30,
        "last_loss": last_quarter(first.losses),
        "losses": first.losses,
        "utilisation": computed / cached.updates_seconds / best,
        "updates_seconds": cached.updates_seconds,
        "operations": computed,
        "product_peak": best,
        "startup_seconds": first.startup_seconds,
    }
    print(json.dumps(figures))


def _run(plan: RunPlan, folder: Path, asked: dict[str, Any]) -> Epoch:
    from engine.session import run_training

    clock = clock_of(asked)
    prepared = started = 0.0
    found = Epoch()
    for event in run_training(plan, folder, RunControl(), home=folder.parent):
        match event:
            case DataPrepared():
                prepared = clock()
                found.startup_seconds, found.pairs = seconds_so_far(asked), event.training_pairs
            case RunStarted():
                started = clock()
            case StepFinished():
                now = clock()
                found.losses.append(event.metrics.loss)
                found.seconds, found.updates_seconds = now - prepared, now - started
            case RunFailed():
                raise SystemExit(event.message)
            case _:
                pass
    return found


def _operations(plan: RunPlan, scratch: Path) -> float:
    """Of one epoch with a cached reference, by the path that the run took."""
    from engine.data.reader import read_preferences
    from engine.data.tokenize import TokenizedPair, tokenize_pair
    from engine.model.load import load_model
    from engine.preference.shared_prefix.choice import path_named
    from engine.storage.manifest import read_manifest

    loaded = load_model(Path(plan.model.path), plan.model.device, plan.model.dtype)
    outcomes = [
        tokenize_pair(loaded.tokenizer, pair, plan.data.max_length)
        for pair in read_preferences(Path(plan.data.path)).pairs
    ]
    pairs = [pair for pair in outcomes if isinstance(pair, TokenizedPair)]
    path = path_named(read_manifest(scratch / "second" / "manifest.json")["path"]["name"])
    assert path is not None
    scored = sum(len(pair.chosen_ids) + len(pair.rejected_ids) for pair in pairs)
    return operations(loaded.causal_model, sum(path.computed_tokens([pair]) for pair in pairs), scored)


if __name__ == "__main__":
    main()
