"""Training side by side on CUDA: our engine and TRL, Llamas of 1.5 and 8 billion random weights, made-up pairs.

    python3 -m benchmarks.gpu [--models 1.5B,8B] [--pairs 256] [--length 1024] [--settings 1,2,4,8,1p,2p,4p,8p]
    python3 dev.py bench gpu                  the same, after setting up all of the project

The first form runs from a clone where only torch >= 2.11, transformers >= 5.17 and peft are installed; without trl the
comparison is left out. bfloat16, LoRA r=16 on all linear layers, 8 pairs an update. Each run has a process of its own;
--settings are TRL's, a micro-batch each, p with a precomputed reference, c with activation checkpointing. The weights
are written below --scratch: 3 GB, and 16 GB for 8B.

Where there is no CUDA it says so, and goes through what a processor can show of that code: shapes, memory, and who
sees whom in the packed kernel's call.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.sides.random_model import SHAPES, write_random_model, write_random_pairs
from benchmarks.sides.side_process import run_side
from engine.offline import go_offline
from engine.storage.manifest import versions


def main() -> None:
    """Measure model by model, print each table, write the JSON file."""
    go_offline()
    import torch

    arguments = _arguments()
    if not torch.cuda.is_available():
        from benchmarks.sides.without_gpu import exercise

        print("There is no CUDA here, so nothing is measured. What a processor can show of the CUDA code:", flush=True)
        exercise(arguments.models.split(","), arguments.length)
        return
    card = torch.cuda.get_device_properties(0)
    report: dict[str, Any] = {
        "versions": versions(), "card": card.name, "memory_gib": card.total_memory / 2**30, "dtype": "bfloat16",
        "pairs": arguments.pairs, "length": arguments.length, "models": {},
    }  # fmt: skip
    print(f"{card.name}, {card.total_memory / 2**30:.0f} GiB, {arguments.pairs} pairs of {arguments.length} tokens")
    for name in arguments.models.split(","):
        with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-", dir=arguments.scratch) as scratch:
            report["models"][name] = _measure(name, Path(scratch), arguments)
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        arguments.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _measure(name: str, scratch: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    """Ours, and every setting of TRL's; a setting that fails, as for want of memory, is a row that says so."""
    model = write_random_model(scratch / "model", SHAPES[name], "bfloat16", "cuda")
    data = write_random_pairs(scratch / "pairs.jsonl", arguments.pairs, arguments.length)
    settings = arguments.settings.split(",") if importlib.util.find_spec("trl") else []
    if not settings:
        print("trl is not installed here, so ours stands alone.")
    rows: dict[str, Any] = {}
    print(f"\n{name:12}{'pairs/s':>10}{'cached':>10}{'peak GiB':>10}{'used':>8}{'last loss':>11}")
    for side, setting in [("ours", ""), *(("trl", setting) for setting in settings)]:
        own = tempfile.mkdtemp(dir=scratch)
        asked = {
            "model": str(model), "data": str(data), "max_length": 4096, "dtype": "bfloat16",
            "device": "cuda", "setting": setting, "scratch": own,
        }  # fmt: skip
        label = side if side == "ours" else f"TRL {setting}"
        rows[label] = run_side(f"{side}_training", asked, {"HF_HOME": own, "DPO_STUDIO_HOME": own})
        print(_row(label, rows[label]), flush=True)
    return rows


def _row(label: str, figures: dict[str, Any]) -> str:
    if "failed" in figures:
        return f"{label:12}{figures['failed'][:100]}"
    used = f"{figures['utilisation']:.0%}" if "utilisation" in figures else "-"
    cached = f"{figures['cached']:.2f}" if "cached" in figures else "-"
    return (
        f"{label:12}{figures['first_epoch']:>10.2f}{cached:>10}{figures['peak_gib']:>10.1f}{used:>8}"
        f"{figures['last_loss']:>11.4f}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench gpu")
    parser.add_argument("--models", default=",".join(SHAPES))
    parser.add_argument("--pairs", type=int, default=256)
    parser.add_argument("--length", type=int, default=1024, help="tokens of a pair, prompt and both replies")
    parser.add_argument("--settings", default="1,2,4,8,1p,2p,4p,8p", help="TRL's")
    parser.add_argument("--scratch", type=Path, default=None, help="a folder with room for the weights")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/gpu.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
