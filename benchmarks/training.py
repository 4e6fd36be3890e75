"""Training side by side: our engine and TRL on the same pairs, from the same initial adapter, on this machine.

    python3 dev.py bench training [--workloads a,b,c] [--pairs 0] [--tune-pairs 48] [--repeats 2] [--model FOLDER]

SmolLM2-135M, LoRA r=16 on all linear layers, 8 pairs an update. TRL is tuned first on a fixed sample, over micro-batch
sizes, precomputed reference and activation checkpointing; its two best settings then run in full, in turns with ours.
Each run has a process of its own. `--settings 2,8p` tries only some: the micro-batch, then p for a precomputed
reference and c for checkpointing.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.storage.home import home_folder
from engine.storage.manifest import versions

_SETTINGS = ",".join(f"{size}{reference}{checkpointing}" for size in (1, 2, 4, 8)
                     for reference in ("", "p") for checkpointing in ("", "c"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workload:
    """A preference file, cut at a length."""

    file: str
    max_length: int


WORKLOADS = {
    "a": Workload("01_llamafactory_sharegpt_dpo_en.json", 512),
    "b": Workload("01_llamafactory_sharegpt_dpo_en.json", 1024),
    "c": Workload("05_rasbt_alpaca_pref.json", 256),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One side's run: pairs a second with and without the reference pass, peak memory, mean loss of the last quarter.

    `utilisation` is the share of the matrix products' peak, measured in the same run, that training with a cached
    reference reached: 4 x N x computed tokens and the output head. Ours alone.
    """

    first_epoch: float
    cached: float
    peak_gib: float
    last_loss: float
    utilisation: float = math.nan


def main() -> None:
    """Tune TRL, run both sides in turns, print the table, write the JSON file."""
    arguments = _arguments()
    report: dict[str, Any] = {
        "versions": versions(), "cores": os.cpu_count(), "dtype": arguments.dtype, "pairs": arguments.pairs,
        "load_before": os.getloadavg(), "workloads": {},
    }  # fmt: skip
    for name in arguments.workloads.split(","):
        found = _measure(name, arguments)
        report["workloads"][name] = found
        _print(name, found)
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        arguments.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    for column in ("first_epoch_ratio", "cached_ratio", "memory_ratio"):
        ratios = [found[column] for found in report["workloads"].values()]
        print(f"{column:18} geometric mean {statistics.geometric_mean(ratios):.2f} over {len(ratios)} workloads")


def _measure(name: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """A workload's figures: TRL's tuning, then ours and TRL's two best settings in turns."""
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        tuned = {
            setting: _run("trl", name, arguments, Path(scratch), setting, arguments.tune_pairs)
            for setting in arguments.settings.split(",")
        }
        best = sorted(tuned, key=lambda setting: -tuned[setting].first_epoch)[:2]
        runs: dict[str, list[Outcome]] = {}
        for turn in range(arguments.repeats):
            for side in ("ours", *best) if turn % 2 == 0 else (*best, "ours"):
                kind, setting = ("ours", "") if side == "ours" else ("trl", side)
                outcome = _run(kind, name, arguments, Path(scratch), setting, arguments.pairs)
                runs.setdefault(side, []).append(outcome)
    ours = runs["ours"]
    fastest = max(best, key=lambda side: _mean(runs[side], "first_epoch"))
    return {
        **asdict(WORKLOADS[name]),
        "tuning": {setting: asdict(outcome) for setting, outcome in tuned.items()},
        "runs": {side: [asdict(outcome) for outcome in outcomes] for side, outcomes in runs.items()},
        "fastest_trl": fastest,
        "first_epoch_ratio": _mean(ours, "first_epoch") / _mean(runs[fastest], "first_epoch"),
        "cached_ratio": _mean(ours, "cached") / _mean(runs[fastest], "first_epoch"),
        "memory_ratio": _mean(ours, "peak_gib") / _mean(runs[fastest], "peak_gib"),
    }


def _run(side: str, name: str, arguments: argparse.Namespace, scratch: Path, setting: str, pairs: int) -> Outcome:
    workload = WORKLOADS[name]
    folder = tempfile.mkdtemp(dir=scratch)
    specification: dict[str, Any] = {
        "model": str(arguments.model.resolve()),
        "data": str((arguments.data / workload.file).resolve()),
        "max_length": workload.max_length,
        "pairs": pairs,
        "dtype": arguments.dtype,
        "setting": setting,
        "scratch": folder,
    }
    command = [sys.executable, "-m", f"benchmarks.sides.{side}_training", json.dumps(specification)]
    environment = {**os.environ, "HF_HOME": str(scratch), "DPO_STUDIO_HOME": folder}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"{side} {setting} failed:\n{done.stderr[-3000:]}")
    outcome = Outcome(**json.loads(done.stdout.strip().splitlines()[-1]))
    figures = f"{outcome.first_epoch:.3f} pairs/s, cached {outcome.cached:.3f}, {outcome.peak_gib:.2f} GiB"
    print(f"{name} {side} {setting:3} {pairs or 'all':>4} pairs: {figures}, loss {outcome.last_loss:.4f}", flush=True)
    return outcome


def _print(name: str, found: dict[str, Any]) -> None:
    print(f"\n{name}: {found['file']} at {found['max_length']}, TRL's fastest setting {found['fastest_trl']}")
    print(f"{'':12}{'pairs/s':>10}{'cached':>10}{'peak GiB':>10}{'used':>8}{'last loss':>11}")
    for side, outcomes in found["runs"].items():
        mean = {key: statistics.mean(outcome[key] for outcome in outcomes) for key in outcomes[0]}
        used = "" if math.isnan(mean["utilisation"]) else f"{mean['utilisation']:.0%}"
        label = side if side == "ours" else f"TRL {side}"
        print(f"{label:12}{mean['first_epoch']:>10.3f}{mean['cached']:>10.3f}{mean['peak_gib']:>10.2f}{used:>8}"
              f"{mean['last_loss']:>11.4f}")  # fmt: skip
    print(f"ours / TRL: {found['first_epoch_ratio']:.2f}x first epoch, {found['cached_ratio']:.2f}x with the reference "
          f"cached, {found['memory_ratio']:.0%} of the memory\n", flush=True)  # fmt: skip


def _mean(outcomes: list[Outcome], column: str) -> float:
    return statistics.mean(getattr(outcome, column) for outcome in outcomes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench training")
    parser.add_argument("--workloads", default="a,b,c")
    parser.add_argument("--pairs", type=int, default=0, help="pairs of the full runs; 0 takes all")
    parser.add_argument("--tune-pairs", type=int, default=48)
    parser.add_argument("--settings", default=_SETTINGS)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--dtype", default="bfloat16")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=home_folder() / "models" / "SmolLM2-135M-Instruct")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/training.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
