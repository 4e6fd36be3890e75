"""How a person wants files of a certain shape read, kept for the next file of that shape.

A shape is a set of columns: an export that comes every week has the same ones, whatever it is called. The answers are
in `readings.json` in the data folder, which can be read, changed and thrown away.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.data.column_map import check_columns
from engine.data.formats.pairing import PAIRINGS
from engine.data.options import TIES, ReadingOptions
from engine.errors import EngineError
from engine.storage.atomic import write_json

_FILE = "readings.json"
_VERSION = 1
_MOST_KEPT = 200  # shapes; the oldest go first


class RememberedReadings:
    """Answers by shape, in a file below `home` that is read whenever it is asked."""

    def __init__(self, home: Path) -> None:
        self._path = home / _FILE

    def __bool__(self) -> bool:
        """Whether anything is remembered at all."""
        return bool(self._read())

    def find(self, columns: Collection[str]) -> ReadingOptions | None:
        """The answer for files with these columns, in whatever order."""
        shape = sorted(columns)
        return next((_options(entry) for entry in self._read() if entry.get("shape") == shape), None)

    def remember(self, columns: Collection[str], options: ReadingOptions) -> None:
        """Keep an answer in place of an earlier one. Raises EngineError when the data folder cannot be written."""
        shape = sorted(columns)
        others = [entry for entry in self._read() if entry.get("shape") != shape]
        self._write([*others, {"shape": shape, **asdict(options)}][-_MOST_KEPT:])

    def forget(self, columns: Collection[str]) -> None:
        """Read files of this shape as they say themselves again."""
        shape = sorted(columns)
        known = self._read()
        others = [entry for entry in known if entry.get("shape") != shape]
        if len(others) < len(known):
            self._write(others)

    def _read(self) -> list[Mapping[str, Any]]:
        try:
            document = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []  # nothing yet, or damaged: the file only saves a person a question
        entries = document.get("readings") if isinstance(document, dict) else None
        return [entry for entry in entries if _is_valid(entry)] if isinstance(entries, list) else []

    def _write(self, entries: list[Mapping[str, Any]]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_json(self._path, {"version": _VERSION, "readings": entries})
        except OSError as error:
            raise EngineError(
                "How this file is read could not be remembered for the next one.",
                f"Check that {self._path.parent} can be written.",
                str(error),
            ) from error


def _options(entry: Mapping[str, Any]) -> ReadingOptions:
    return ReadingOptions(entry["pairing"], entry["axis"], entry["columns"], entry["ties"])


def _is_valid(entry: object) -> bool:
    if not isinstance(entry, dict):
        return False
    columns = entry.get("columns")
    if not isinstance(columns, dict) or not all(isinstance(name, str) for name in columns.values()):
        return False
    try:
        if columns:
            check_columns(columns)
    except EngineError:
        return False
    known = entry.get("pairing") in (None, *PAIRINGS) and entry.get("ties") in TIES
    return known and isinstance(entry.get("axis"), str) and isinstance(entry.get("shape"), list)
