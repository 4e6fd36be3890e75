"""Runs as CSV: the list of them, a line each, or their metrics, a line for each update and each evaluation."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.errors import EngineError
from engine.storage.atomic import write_text
from engine.storage.run_folder import RunFolder
from engine.storage.run_summary import RunSummary


def write_run_list(runs: Iterable[RunSummary], path: Path) -> None:
    """Write what the list of runs knows of each. Raises `EngineError` where it cannot be written."""
    rows = [_row_of(run) for run in runs]
    _write(rows, list(rows[0]) if rows else [], path)


def write_metrics(runs: Sequence[RunSummary], path: Path) -> None:
    """Write the metrics of runs below each other, each line with its run's title and folder, under TRL's names.

    Raises `EngineError` where it cannot be written.
    """
    rows: list[dict[str, Any]] = []
    names: dict[str, None] = {}
    for run in runs:
        for line in RunFolder(Path(run.folder)).read_metrics():
            rows.append({"run": run.title, "folder": run.folder, **line})
            names.update(dict.fromkeys(rows[-1]))
    _write(rows, list(names), path)


def _row_of(run: RunSummary) -> dict[str, Any]:
    row = asdict(run)
    del row["curve"]
    return {**row, "tags": ", ".join(run.tags)}


def _write(rows: Iterable[dict[str, Any]], names: Sequence[str], path: Path) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    try:
        write_text(path, text.getvalue())
    except OSError as error:
        raise EngineError(
            f"{path.name} could not be written.", "Choose another folder, or change its permissions.", str(error)
        ) from error
