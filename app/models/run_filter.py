"""Which runs a search and a chip leave, and in which order they stand. Pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from app.language.translate import tr_marked
from app.models.run_columns import COLUMNS, INDEX, STATE_WORDS
from engine.storage.run_summary import RunSummary

RunChip = Literal["all", "done", "starred", "failed"]
_FAILED = ("failed", "interrupted", "damaged")


def in_chip(run: RunSummary, chip: RunChip) -> bool:
    """Whether a chip leaves a run."""
    match chip:
        case "all":
            return True
        case "done":
            return run.state == "finished"
        case "starred":
            return run.starred
        case "failed":
            return run.state in _FAILED


def is_found(run: RunSummary, text: str) -> bool:
    """Whether every word of a search stands somewhere in what is known of a run."""
    words = text.casefold().split()
    if not words:
        return True
    known = (
        run.title,
        run.name,
        run.sweep,
        *run.tags,
        run.note,
        Path(run.model).name,
        Path(run.data).name,
        run.loss,
        tr_marked(STATE_WORDS[run.state].text),
    )
    haystack = "\n".join(known).casefold()
    return all(word in haystack for word in words)


def sorted_runs(
    runs: Iterable[RunSummary], column: str, *, descending: bool, key: Callable[[RunSummary], Any] | None = None
) -> list[RunSummary]:
    """By a column of the table; runs that have nothing there come last either way, and equal ones stay in order.

    `key` is for a column whose values are not the runs' own.
    """
    key = key or COLUMNS[INDEX[column]].key
    keyed = [(key(run), run) for run in runs]
    has = [pair for pair in keyed if pair[0] is not None]
    has_not = [run for value, run in keyed if value is None]
    return [run for _, run in sorted(has, key=lambda pair: pair[0], reverse=descending)] + has_not
