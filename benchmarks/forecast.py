"""How true the memory forecast is: foreseen and measured peaks of models of several families with random weights.

    python3 dev.py bench forecast [--cases "llama;qwen2"] [--pairs 24]

Every model is made, foreseen and trained in a process of its own, on the CPU; the measured peak is the highest mark of
resident memory that Linux keeps of the training process (VmHWM). The forecast's formula is printed with each part.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.storage.manifest import versions

# The allocator's one measured number comes from these; an error on them proves nothing.
FITTED: Mapping[str, dict[str, Any]] = {
    "llama": {"family": "llama", "dtype": "bfloat16", "max_length": 512},
    "phi3, two rows": {"family": "phi3", "dtype": "bfloat16", "max_length": 512, "training": {"shared_prefix": "off"}},
}  # fmt: skip
# What the forecast is held to: other families, number formats, paths and ways of tuning.
VALIDATED: Mapping[str, dict[str, Any]] = {
    "qwen2": {"family": "qwen2", "dtype": "float32", "max_length": 512, "training": {"shared_prefix": "on"}},
    "qwen3": {"family": "qwen3", "dtype": "bfloat16", "max_length": 512},
    "gemma2": {"family": "gemma2", "dtype": "bfloat16", "max_length": 512},
    "mistral, dropout": {"family": "mistral", "dtype": "bfloat16", "max_length": 768, "adapter": {"dropout": 0.1}},
    "gpt2, two rows": {"family": "gpt2", "dtype": "float32", "max_length": 384},
    "olmo2, layers twice": {"family": "olmo2", "dtype": "bfloat16", "max_length": 512,
                            "training": {"gradient_checkpointing": "on"}},
    "mixtral, two rows": {"family": "mixtral", "dtype": "bfloat16", "max_length": 512,
                          "training": {"shared_prefix": "off"}},
    "qwen2, all weights": {"family": "qwen2", "dtype": "bfloat16", "max_length": 384, "training": {"tuning": "full"}},
}  # fmt: skip
CASES = {**FITTED, **VALIDATED}
_FORMULA = (
    "program + weights + adapter (4 n) + gradients (4 n) + optimizer (8 n) + activations + output head + allocator"
)
_MIB = 2**20


def main() -> None:
    """Measure the cases that are asked for, print a line for each, and write the JSON file after each."""
    arguments = _arguments()
    if not Path("/proc/self/status").exists():
        raise SystemExit("The highest mark of resident memory is read from /proc, which this system does not have.")
    report: dict[str, Any] = {
        "versions": versions(), "machine": platform.platform(), "cores": os.cpu_count(), "pairs": arguments.pairs,
        "formula": _FORMULA, "cases": {},
    }  # fmt: skip
    print(f"forecast = {_FORMULA}; n: numbers in the adapter")
    print(f"{'':22}{'foreseen MiB':>14}{'measured MiB':>14}{'error':>9}")
    for name in arguments.cases.split(";"):
        found = _measure(CASES[name], arguments.pairs)
        report["cases"][name] = found
        foreseen, measured = found["forecast_bytes"] / _MIB, found["peak_bytes"] / _MIB
        parts = ", ".join(f"{part} {size / _MIB:,.0f}" for part, size in found["parts_bytes"].items())
        print(f"{name:22}{foreseen:>14,.0f}{measured:>14,.0f}{found['error']:>+9.1%}   {parts}", flush=True)
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        arguments.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    errors = [abs(found["error"]) for name, found in report["cases"].items() if name in VALIDATED]
    if errors:
        print(
            f"largest error {max(errors):.1%} of the measured peak, over {len(errors)} models that were not fitted to"
        )


def _measure(case: Mapping[str, Any], pairs: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        asked = {**case, "pairs": pairs, "longest": 200, "scratch": scratch}
        _side("make", asked)
        foreseen, measured = _side("foresee", asked), _side("train", asked)
    error = foreseen["forecast_bytes"] / measured["peak_bytes"] - 1
    return {**case, **foreseen, **measured, "error": error}


def _side(action: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.sides.forecast_side", action, json.dumps(asked)]
    environment = {**os.environ, "DPO_STUDIO_HOME": str(asked["scratch"])}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"{action} failed for {asked['family']}:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench forecast")
    parser.add_argument("--cases", default=";".join(CASES), help="names, with ; between them")
    parser.add_argument("--pairs", type=int, default=24)
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/forecast.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
