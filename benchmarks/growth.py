"""How time and memory grow with the number of pairs, their length and the model's size, on this machine's CPU.

    python3 dev.py bench growth [--parts pairs,length,parameters,processes] [--dtype float32] [--scale 1.0]

Small Llamas with random weights, made-up pairs; every point has a process of its own. A column's slope is that of a
straight line through the logarithms: 1 where cost grows in step, 2 where it grows with the square. `--scale 0.25`
measures with a quarter of the pairs. `processes` trains one plan with one and with two of them under torchrun, with a
thread each.
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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.sides.random_model import write_random_model, write_random_pairs
from engine.storage.manifest import versions

_COLUMNS = ("read_seconds", "reference_seconds", "update_seconds", "held_mib", "peak_mib")


@dataclass(frozen=True, slots=True)
class Point:
    """What one run is made of: so many pairs of so many tokens, and a model so wide and deep."""

    pairs: int
    tokens: int
    width: int
    layers: int

    @property
    def shape(self) -> dict[str, int]:
        """The model's, as transformers names it."""
        heads = max(2, self.width // 64)
        return {
            "hidden_size": self.width, "intermediate_size": 4 * self.width, "num_hidden_layers": self.layers,
            "num_attention_heads": heads, "num_key_value_heads": heads,
        }  # fmt: skip


PARTS: Mapping[str, Sequence[Point]] = {
    "pairs": [Point(pairs, 64, 128, 2) for pairs in (250, 500, 1000, 2000, 4000)],
    "length": [Point(24, tokens, 256, 4) for tokens in (128, 256, 512, 1024, 2048)],
    "parameters": [Point(32, 256, *size) for size in ((128, 4), (256, 4), (512, 6), (768, 8), (1024, 12))],
}  # fmt: skip


_PLAN = """
model = {{ path = "{model}", dtype = "{dtype}", device = "cpu" }}
data = {{ path = "{data}", evaluation_share = 0.0, max_length = 4096 }}
training = {{ batch_size = 8, epochs = 2, shared_prefix = "on" }}
"""


def main() -> None:
    """Measure part by part, print each table, write the JSON file."""
    arguments = _arguments()
    report: dict[str, Any] = {
        "versions": versions(), "cores": os.cpu_count(), "threads": os.environ.get("OMP_NUM_THREADS", ""),
        "dtype": arguments.dtype, "scale": arguments.scale, "load_before": os.getloadavg(), "parts": {},
    }  # fmt: skip
    for part in arguments.parts.split(","):
        rows = _measure_processes(arguments) if part == "processes" else list(_measure(part, arguments))
        report["parts"][part] = {"points": rows, "slopes": _print(part, rows)}
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        arguments.output.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _measure(part: str, arguments: argparse.Namespace) -> Iterator[dict[str, float]]:
    for point in PARTS[part]:
        pairs = max(8, round(point.pairs * arguments.scale))
        with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
            folder = Path(scratch)
            asked = {
                "model": str(write_random_model(folder / "model", point.shape, arguments.dtype)),
                "data": str(write_random_pairs(folder / "pairs.jsonl", pairs, point.tokens)),
                "dtype": arguments.dtype,
                "max_length": 4096,
                "scratch": scratch,
            }
            command = [sys.executable, "-m", "benchmarks.sides.growth_run", json.dumps(asked)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise SystemExit(f"{point} failed:\n{done.stderr[-3000:]}")
            figures: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
            x = {"pairs": pairs, "length": point.tokens, "parameters": figures["parameters"]}[part]
            yield {part: x, **figures}


def _measure_processes(arguments: argparse.Namespace) -> list[dict[str, float]]:
    """The same run with one process and with two: what their updates took, and what the leading one held."""
    rows: list[dict[str, float]] = []
    point = Point(64, 256, 512, 6)
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        folder = Path(scratch)
        model = write_random_model(folder / "model", point.shape, arguments.dtype)
        data = write_random_pairs(folder / "pairs.jsonl", max(16, round(point.pairs * arguments.scale)), point.tokens)
        plan = folder / "plan.toml"
        plan.write_text(_PLAN.format(model=model, data=data, dtype=arguments.dtype), encoding="utf-8")
        for processes in (1, 2):
            run = folder / f"run-{processes}"
            launch = ["torch.distributed.run", f"--nproc-per-node={processes}", "--master-port=29577"]
            command = [sys.executable, "-m", *launch, "main.py", "train", str(plan), "--output", str(run)]
            # A data folder of its own, so that the second finds no scores of the first.
            home = {"DPO_STUDIO_HOME": str(folder / f"home-{processes}"), "OMP_NUM_THREADS": "1"}
            done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **home})
            if done.returncode != 0:
                raise SystemExit(f"{processes} processes failed:\n{done.stderr[-3000:]}")
            last: dict[str, float] = json.loads((run / "metrics.jsonl").read_text(encoding="utf-8").splitlines()[-1])
            figures = {"update_seconds": last["seconds"], "peak_mib": last["peak_memory_bytes"] / 2**20}
            rows.append({"processes": processes, **figures})
    return rows


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The exponent k for which y grows most nearly as x^k: least squares through the logarithms."""
    points = [(math.log(x), math.log(y)) for x, y in zip(xs, ys, strict=True) if x > 0 and y > 0]
    if len(points) < 2:
        return math.nan
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def _print(part: str, rows: Sequence[Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """The table, and each column's slope over all points and over the last two."""
    columns = [column for column in _COLUMNS if column in rows[0]]
    print(f"\n{part:>14}" + "".join(f"{column.replace('_', ' '):>19}" for column in columns))
    for row in rows:
        print(f"{row[part]:>14,.0f}" + "".join(f"{row[column]:>19.2f}" for column in columns))
    slopes: dict[str, dict[str, float]] = {}
    for name, used in (("slope", rows), ("of the last two", rows[-2:])):
        xs = [row[part] for row in used]
        slopes[name] = {column: slope(xs, [row[column] for row in used]) for column in columns}
        print(f"{name:>14.14}" + "".join(f"{slopes[name][column]:>19.2f}" for column in columns), flush=True)
    return slopes


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench growth")
    parser.add_argument("--parts", default="pairs,length,parameters")
    parser.add_argument("--dtype", default="float32")
    parser.add_argument("--scale", type=float, default=1.0, help="of the numbers of pairs")
    parser.add_argument("--output", type=Path, default=Path("benchmarks/results/growth.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
