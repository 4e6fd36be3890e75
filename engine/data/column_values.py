"""What each row of a file has in one of its columns, to tell groups of rows apart."""

from __future__ import annotations

from pathlib import Path

from engine.data.column_map import find_column
from engine.data.formats.registry import is_recognised
from engine.data.record import Record
from engine.data.records import read_records
from engine.errors import EngineError

NO_VALUE = "(none)"
_SHOWN = 12


def column_values(path: Path, column: str) -> dict[int, str]:
    """Each row's value as text, by the row from 1; a path such as `meta.topic` leads into nested objects.

    Rows without one have "(none)". Raises EngineError when no row has the column, or when it holds lists or objects.
    """
    values: dict[int, str] = {}
    names: dict[str, None] = {}
    is_there = False
    for record in read_records(path, is_recognised):
        if not isinstance(record, Record):
            continue
        has_it, value = find_column(record.fields, column)
        is_there |= has_it
        if isinstance(value, list | dict):
            raise EngineError(
                f"The column {column!r} of {path.name} holds lists or objects, by which nothing can be grouped.",
                "Name a column of texts or numbers.",
            )
        values[record.row] = NO_VALUE if value is None or value == "" else str(value)
        names.update(dict.fromkeys(record.fields))
    if not is_there:
        raise EngineError(
            f"{path.name} has no column {column!r}.", f"Name one of these: {', '.join(list(names)[:_SHOWN])}."
        )
    return values
