"""Reads a file with pandas or `datasets`, and prints the seconds. Started by `benchmarks/data.py`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any


def main(path: str, name: str) -> None:
    """Import the library, say so, read the whole file."""
    try:
        read = {"pandas": _pandas, "datasets": _datasets}[name]()
    except ImportError:
        return
    print("{}", flush=True)
    began = time.perf_counter()
    rows = len(read(path))
    print(json.dumps({"seconds": time.perf_counter() - began, "rows": rows}), flush=True)


def _pandas() -> Callable[[str], Any]:
    import pandas

    return lambda path: pandas.read_json(path, lines=True)


def _datasets() -> Callable[[str], Any]:
    import datasets

    return lambda path: datasets.load_dataset("json", data_files=path, split="train")
