"""How the window takes a long preference file: seconds, memory, and the longest time for which it stood still.

    python3 dev.py bench data [--rows 1000000] [--others pandas,datasets]

Makes a JSONL file of about 1 kB a row, opens it in the real Data page without a display, scrolls through it all the
while, lets the check run to its end, and searches. Each reader has a process of its own; memory is that of all its
processes together, above what it took before the file was opened.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psutil

from benchmarks.sides.long_file import write_long_file

_SAMPLE_SECONDS = 0.05


def main() -> None:
    """Make the file, and measure one reader after another."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as scratch:
        path = Path(scratch, "pairs.jsonl")
        write_long_file(path, arguments.rows)
        print(f"{arguments.rows:,} rows, {path.stat().st_size / 2**30:.2f} GiB, {os.cpu_count()} cores", flush=True)
        _measure("window", "benchmarks.sides.open_in_window", path, Path(scratch, "home"))
        for name in filter(None, arguments.others.split(",")):
            _measure(name, "benchmarks.sides.open_elsewhere", path, Path(scratch, name), name)


def _measure(name: str, module: str, path: Path, scratch: Path, *options: str) -> None:
    """Run a module that prints a line of JSON when it is ready, and then its figures; print these."""
    scratch.mkdir()
    variables = {
        "QT_QPA_PLATFORM": "offscreen",
        "DPO_STUDIO_HOME": str(scratch),
        "HF_HOME": str(scratch),
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_DISABLE_PROGRESS_BARS": "1",
    }
    # Not with -m: a process that the window starts would load the measuring code as well.
    command = [sys.executable, "-c", f"import sys, {module} as it; it.main(*sys.argv[1:])", str(path), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **variables}) as process:
        if process.stdout is None:
            raise RuntimeError("no pipe")
        lines = iter(process.stdout)
        if next(lines, None) is None:
            print(f"{name:9} is not installed", flush=True)
            return
        watch = _MemoryWatch(process.pid)
        watch.start()
        for line in lines:  # one for each thing that was done
            print(_line(name, {**json.loads(line), "peak_mib": watch.peak_above / 2**20}), flush=True)
        watch.finish()


class _MemoryWatch(threading.Thread):
    """The most memory that a process and its children hold together, above what they hold at the start."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._process = psutil.Process(pid)
        self._done = threading.Event()
        self._start = self._held()
        self.peak_above = 0

    def run(self) -> None:
        """Look again and again."""
        while not self._done.wait(_SAMPLE_SECONDS):
            self.peak_above = max(self.peak_above, self._held() - self._start)

    def finish(self) -> None:
        """Look no more."""
        self._done.set()
        self.join()

    def _held(self) -> int:
        held = 0
        try:
            for process in (self._process, *self._process.children(recursive=True)):
                held += process.memory_info().rss
        except psutil.NoSuchProcess:
            pass
        return held


def _line(name: str, figures: dict[str, float]) -> str:
    shown = ", ".join(f"{key} {value:,.0f}" if value >= 100 else f"{key} {value:.2f}" for key, value in figures.items())
    return f"{name:9} {shown}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench data")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--others", default="pandas,datasets")
    return parser.parse_args()


if __name__ == "__main__":
    main()
