"""A side of a comparison in a process of its own, which may die without taking the comparison with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psutil

_LOOK_EVERY = 0.5  # seconds


def run_side(
    module: str, asked: Mapping[str, Any], environment: Mapping[str, str], reserve_gib: float = 0.0
) -> dict[str, Any]:
    """The JSON object that `benchmarks.sides.MODULE` prints last, or {"failed": why} where it ends otherwise.

    It is ended when it leaves less than `reserve_gib` of the machine's memory free: the system would end something.
    """
    with tempfile.TemporaryDirectory(prefix="dpo-studio-side-") as folder:
        printed, complained = Path(folder, "stdout"), Path(folder, "stderr")
        with printed.open("wb") as stdout, complained.open("wb") as stderr:
            process = subprocess.Popen(
                [sys.executable, "-m", f"benchmarks.sides.{module}", json.dumps(asked)],
                stdout=stdout, stderr=stderr, env={**os.environ, **environment},
            )  # fmt: skip
            try:
                starved = _wait(process, reserve_gib)
            finally:
                process.kill()
        if starved:
            return {"failed": starved}
        lines = printed.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if process.returncode == 0 and lines:
            return json.loads(lines[-1])
        reasons = complained.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return {"failed": reasons[-1][:300] if reasons else f"it ended with {process.returncode} and said nothing"}


def _wait(process: subprocess.Popen[bytes], reserve_gib: float) -> str:
    """Until it has ended; why it was ended where it took too much memory."""
    while psutil.virtual_memory().available >= reserve_gib * 2**30:
        try:
            process.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            continue
        return ""
    held = psutil.Process(process.pid).memory_info().rss / 2**30
    process.kill()
    process.wait()
    return f"it had taken {held:.1f} GiB when less than {reserve_gib:g} GiB were left, and was ended"
