"""Training side by side: our engine and TRL on the same pairs, from the same initial adapter, on this machine.

    python3 dev.py bench training [--workloads a,b,c] [--pairs a=96,b=64,c=256] [--tuned FILE] [--turns 2]
    python3 dev.py bench training --tune --tuned FILE [--clock cpu]      only find TRL's best settings
    python3 dev.py bench training --workloads ""                         print again what --output holds

SmolLM2-135M, bfloat16, LoRA r=16 on all linear layers, 8 pairs an update, the same ones on both sides. TRL is tuned
first, on a fixed sample of 48 pairs: micro-batches of 1, 2, 4 and 8 (the first figure of a setting), with a precomputed
reference (p) and with activation checkpointing (c). A setting is given up once it will take 1.2 times as long as the
second best so far. Its two best settings then run in full, in turns with ours, each run in a process of its own.

All of it takes hours on two cores, so what was found is kept: --tuned is read and added to, and workloads measured one
at a time come together in --output. On a machine that has other things to do, --clock cpu counts the processor's
seconds of each side; with one thread those hardly depend on what else runs.
"""

from __future__ import annotations

import argparse
import json
import platform
import signal
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psutil

from benchmarks.sides.side_process import run_side
from benchmarks.sides.training_table import compare, mean_lines, tuning_lines, workload_lines
from benchmarks.sides.trl_tuning import SETTINGS, best_settings, tune
from engine.data.reader import read_preferences
from engine.data.writers.trl_jsonl import TRL_JSONL
from engine.storage.home import home_folder
from engine.storage.manifest import versions


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


def main() -> None:
    """Tune TRL, run both sides in turns, write the JSON file, print the tables."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the side that is running ends, too
    arguments = _arguments()
    report = _read(arguments.output)
    workloads: dict[str, Any] = report.setdefault("workloads", {})
    for name in filter(None, arguments.workloads.split(",")):
        tuning = _tuned(name, arguments)
        if arguments.tune:
            continue
        workloads[name] = _measure(name, tuning, arguments)
        _write(arguments.output, report)
        print("\n" + "\n".join(workload_lines(name, workloads[name])), flush=True)
    if arguments.tune:
        return
    if not arguments.workloads:
        for name, found in sorted(workloads.items()):
            print("\n".join((*tuning_lines(name, found["tuning"]), "", *workload_lines(name, found))), end="\n\n")
    print("\n".join(("", *mean_lines(workloads))))


def _tuned(name: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """What is known of TRL's settings for a workload, after what was missing was tried."""
    tuned = _read(arguments.tuned)
    if arguments.trl:
        return tuned.get(name) or {**_circumstances(arguments), **_of_tuning(arguments)}
    found: dict[str, Any] = tuned.setdefault(name, {**_circumstances(arguments), **_of_tuning(arguments)})
    if arguments.tune or len(best_settings(found["trials"])) < 2:
        measure = partial(_run, "trl_training", name, arguments, arguments.tune_pairs)
        save = partial(_write, arguments.tuned, tuned)
        tune(found["trials"], arguments.settings.split(","), arguments.slack, measure, save)
        print("\n" + "\n".join(tuning_lines(name, found)), flush=True)
    return found


def _measure(name: str, tuning: dict[str, Any], arguments: argparse.Namespace) -> dict[str, Any]:
    """Ours and TRL's two best settings in turns, or those that were asked for."""
    best = arguments.trl.split(",") if arguments.trl else best_settings(tuning["trials"])
    pairs = _pairs_of(name, arguments.pairs)
    runs: dict[str, list[dict[str, Any]]] = {side: [] for side in ("ours", *best)}
    for turn in range(arguments.turns):
        for side in ("ours", *best) if turn % 2 == 0 else (*reversed(best), "ours"):
            module, setting = ("ours_training", "") if side == "ours" else ("trl_training", side)
            runs[side].append(_run(module, name, arguments, pairs, setting))
    return {
        **asdict(WORKLOADS[name]), **_circumstances(arguments), "pairs": pairs or "all", "tuning": tuning, "runs": runs,
        **compare(runs),
    }  # fmt: skip


def _run(
    module: str, name: str, arguments: argparse.Namespace, pairs: int, setting: str, limit: float = 0.0
) -> dict[str, Any]:
    workload = WORKLOADS[name]
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        asked: dict[str, Any] = {
            "model": str(arguments.model.resolve()), "data": str(_sample(name, arguments, pairs, Path(scratch))),
            "max_length": workload.max_length, "dtype": arguments.dtype, "clock": arguments.clock,
            "setting": setting, "limit": limit, "scratch": scratch,
        }  # fmt: skip
        threads = {"OMP_NUM_THREADS": str(arguments.threads)} if arguments.threads else {}
        environment = {"HF_HOME": scratch, "DPO_STUDIO_HOME": scratch, **threads}
        outcome = run_side(module, asked, environment, arguments.reserve_gib)
    label = f"({name}) {module.partition('_')[0]} {setting:3}"
    if "failed" in outcome:
        print(f"{label} failed: {outcome['failed']}", flush=True)
    else:
        print(f"{label} {outcome['pairs']} pairs, {outcome['first_epoch']:.3f} pairs/s, {outcome['peak_gib']:.2f} GiB"
              + (", given up" if "stopped_after_pairs" in outcome else ""), flush=True)  # fmt: skip
    return outcome


def _sample(name: str, arguments: argparse.Namespace, pairs: int, scratch: Path) -> Path:
    """So many pairs from all over a workload's file, always the same ones; the file itself for 0."""
    source = (arguments.data / WORKLOADS[name].file).resolve()
    if not pairs:
        return source
    read = read_preferences(source).pairs
    count = min(pairs, len(read))
    chosen = [read[place * len(read) // count] for place in range(count)]
    path = scratch / "pairs.jsonl"
    TRL_JSONL.write(path, chosen)
    return path


def _circumstances(arguments: argparse.Namespace) -> dict[str, Any]:
    return {
        "versions": versions(), "machine": platform.processor() or platform.machine(), "cores": psutil.cpu_count(),
        "threads": arguments.threads or "torch's own", "dtype": arguments.dtype, "clock": arguments.clock,
        "load_before": psutil.getloadavg(),
    }  # fmt: skip


def _of_tuning(arguments: argparse.Namespace) -> dict[str, Any]:
    return {"slack": arguments.slack, "tune_pairs": arguments.tune_pairs, "trials": {}}


def _pairs_of(name: str, asked: str) -> int:
    """`96` for every workload, or `a=96,c=256` for some; all pairs where nothing is said."""
    if "=" not in asked:
        return int(asked)
    return next(
        (int(count) for each, _, count in (part.partition("=") for part in asked.split(",")) if each == name), 0
    )


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _write(path: Path, report: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    results = Path("benchmarks/results")
    parser = argparse.ArgumentParser(prog="dev.py bench training")
    parser.add_argument("--workloads", default="a,b,c")
    parser.add_argument("--pairs", default="0", help="pairs of the full runs, such as 96 or a=96,c=256; 0 takes all")
    parser.add_argument("--turns", type=int, default=2, help="runs of each side, in alternating order")
    parser.add_argument("--tune", action="store_true", help="only find TRL's best settings")
    parser.add_argument("--tuned", type=Path, default=results / "training-tuned.json")
    parser.add_argument("--tune-pairs", type=int, default=48)
    parser.add_argument("--settings", default=",".join(SETTINGS), help="those of TRL that are tried")
    parser.add_argument("--trl", default="", help="TRL's settings to run in full, instead of the two that tuned best")
    parser.add_argument("--slack", type=float, default=1.2, help="how much slower than the second best is given up")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall")
    parser.add_argument("--threads", type=int, default=0, help="of each side; 0 leaves it to torch")
    parser.add_argument("--reserve-gib", type=float, default=1.0, help="a side that leaves less memory free is ended")
    parser.add_argument("--dtype", default="bfloat16")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=home_folder() / "models" / "SmolLM2-135M-Instruct")
    parser.add_argument("--output", type=Path, default=results / "training.json")
    return parser.parse_args()


if __name__ == "__main__":
    main()
