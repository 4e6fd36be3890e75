"""Reading a log back entry by entry: what the collected preferences and the votes have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from engine.errors import EngineError
from engine.storage.line_log import log_lines


def replay_log(path: Path, replay: Callable[[dict[str, Any]], bool]) -> int:
    """Give each entry to `replay`, which says whether it meant something; returns how many whole lines did not.

    A last line that was cut off is passed over. Raises OSError when the log cannot be read.
    """
    damaged = 0
    for line, is_whole in log_lines(path):
        if not _is_taken(line, replay) and is_whole:
            damaged += 1
    return damaged


def _is_taken(line: bytes, replay: Callable[[dict[str, Any]], bool]) -> bool:
    try:
        entry = msgspec.json.decode(line)
        return isinstance(entry, dict) and replay(entry)
    except (msgspec.DecodeError, RecursionError, KeyError, TypeError, ValueError, EngineError):
        return False
