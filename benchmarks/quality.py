"""Does it learn? Ours against TRL on two files, and four losses on labels of which a fifth is wrong.

    python3 dev.py bench quality [--parts 05,06,noise] [--seeds 3] [--pairs 200] [--held-back 80] [--prompts 8]

SmolLM2-135M, LoRA on all linear layers; both sides have the same settings and, for each seed, the same first adapter
and order of pairs, and are measured by the same code. Each part writes its own JSON file as soon as it is done, so a
part can be run by itself; --seeds and --pairs make it small.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.accuracy import train_ours, train_with_trl
from benchmarks.sides.quality_measure import flip_labels, flipped_found, measure, split_pairs
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.storage.home import home_folder
from engine.storage.manifest import versions

FILES = {"05": ("05_rasbt_alpaca_pref.json", 256), "06": ("06_foundry_orca_openai_dpo.jsonl", 512)}
_SIDES = {"ours": train_ours, "trl": partial(train_with_trl, from_our_start=True)}
_WRONG = 0.2
_LOSSES: Mapping[str, Mapping[str, Any]] = {
    "sigmoid": {},
    "ipo": {"loss_type": ("ipo",)},
    "cDPO": {"label_smoothing": _WRONG},
    "kto": {"loss_type": ("kto",)},  # each pair a thumb up and a thumb down
}


def main() -> None:
    """Run the parts that are asked for, print and write each."""
    arguments = _arguments()
    for part in arguments.parts.split(","):
        results = _noise(arguments) if part == "noise" else _against_trl(part, arguments)
        asked = {key: str(value) for key, value in vars(arguments).items()}
        table = _table(results)
        document = {"versions": versions(), "asked": asked, "results": results, "table": table}
        arguments.output.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, indent=2) + "\n"
        (arguments.output / f"quality-{part}.json").write_text(text, encoding="utf-8")
        _print(part, table)


def _against_trl(part: str, arguments: argparse.Namespace) -> list[dict[str, Any]]:
    name, max_length = FILES[part]
    results: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        folder = Path(scratch)
        training, held_back = split_pairs(arguments.data / name, folder, arguments.pairs, arguments.held_back)
        for seed in range(1, arguments.seeds + 1):
            for side in arguments.sides.split(","):
                plan = _plan(arguments, training, max_length, seed, {})
                began = time.perf_counter()
                adapter = _SIDES[side](plan, folder / f"{side}-{seed}")
                seconds = time.perf_counter() - began
                quality = measure(plan, adapter, held_back, arguments.prompts, seed)
                results.append({"name": side, "seed": seed, **asdict(quality), "training_seconds": seconds})
                print(json.dumps({"part": part, **results[-1]}), flush=True)
    return results


def _noise(arguments: argparse.Namespace) -> list[dict[str, Any]]:
    """Every loss at every beta on file 05 with flipped labels; the held-back labels stay as they are."""
    name, max_length = FILES["05"]
    results: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        folder = Path(scratch)
        clean, held_back = split_pairs(arguments.data / name, folder, arguments.pairs, arguments.held_back)
        for seed in range(1, arguments.seeds + 1):
            flipped = flip_labels(clean, folder / f"flipped-{seed}.jsonl", _WRONG, seed)
            for loss, settings in _LOSSES.items():
                for beta in arguments.betas:
                    plan = _plan(arguments, folder / f"flipped-{seed}.jsonl", max_length, seed, settings)
                    plan = replace(plan, training=replace(plan.training, beta=beta, epochs=2))
                    run = folder / f"{loss}-{beta}-{seed}"
                    adapter = train_ours(plan, run)
                    quality = measure(plan, adapter, held_back, arguments.prompts, seed)
                    found = flipped_found(run, flipped)
                    row = {"name": f"{loss} at {beta:g}", "seed": seed, **asdict(quality), "flipped_found": found}
                    results.append(row)
                    print(json.dumps({"part": "noise", **row}), flush=True)
    return results


def _plan(
    arguments: argparse.Namespace, training: Path, max_length: int, seed: int, settings: Mapping[str, Any]
) -> RunPlan:
    rate: float = arguments.learning_rate
    training_plan = TrainingPlan(learning_rate=rate, batch_size=8, epochs=1, seed=seed, **settings)
    thumbs = training_plan.loss.takes_thumbs
    if thumbs:  # as many pairs an update as the other losses see
        training_plan = replace(training_plan, batch_size=2 * training_plan.batch_size)
    data = DataPlan(path=str(training), evaluation_share=0.0, max_length=max_length, thumbs_from_pairs=thumbs)
    return RunPlan(ModelPlan(path=str(arguments.model)), data, AdapterPlan(), training_plan)


def _table(results: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, dict[str, float]]]:
    """Mean and spread (standard deviation over seeds, 0 of one) of every figure, by side or loss."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for name in dict.fromkeys(row["name"] for row in results):
        rows = [row for row in results if row["name"] == name]
        table[name] = {
            figure: {"mean": statistics.mean(values), "spread": statistics.stdev(values) if len(values) > 1 else 0.0}
            for figure in rows[0].keys() - {"name", "seed"}
            if (values := [row[figure] for row in rows])
        }
    return table


def _print(part: str, table: Mapping[str, Mapping[str, Mapping[str, float]]]) -> None:
    print(f"\n{part}: mean +- standard deviation over seeds")
    for name, figures in table.items():
        shown = (f"{figure} {value['mean']:.4f} +- {value['spread']:.4f}" for figure, value in sorted(figures.items()))
        print(f"{name:16} {', '.join(shown)}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench quality")
    parser.add_argument("--parts", default="05,06,noise")
    parser.add_argument("--sides", default="ours,trl")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--pairs", type=int, default=200, help="to learn from")
    parser.add_argument("--held-back", type=int, default=80, help="0 takes all that are left")
    parser.add_argument("--prompts", type=int, default=8, help="to answer for length and distance")
    parser.add_argument("--learning-rate", type=float, default=2e-4, help="high, so that few updates show")
    parser.add_argument("--betas", type=lambda text: [float(part) for part in text.split(",")], default=[0.1, 0.5])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=home_folder() / "models" / "SmolLM2-135M-Instruct")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
