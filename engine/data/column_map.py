"""Columns renamed as a person says, for files whose own names tell nothing.

`prompt=question,chosen=a,rejected=b` reads the field `question` as the prompt. A source may be a path into nested
objects, as in `chosen=answers.best`. Only what is named is read, so that nothing else in the file can mislead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from engine.data.record import BrokenRecord, Record
from engine.errors import EngineError

TARGETS = (
    "prompt",
    "system",
    "tools",
    "chosen",
    "rejected",
    "score_chosen",
    "score_rejected",
    "response_a",
    "response_b",
    "winner",
    "completion",
    "label",
)
_SETS = (("chosen", "rejected"), ("response_a", "response_b", "winner"), ("completion", "label"))
_SAMPLE_ROWS = 64
_SHOWN_FIELDS = 12


def parse_columns(text: str) -> dict[str, str]:
    """The mapping that `text` writes as target=source, parted by commas. Raises EngineError when it is none."""
    columns: dict[str, str] = {}
    for part in text.split(","):
        target, equals, source = (piece.strip() for piece in part.partition("="))
        if not equals or not source:
            raise EngineError(
                f"The column mapping {part.strip()!r} does not say which column it means.",
                "Write it as target=column, parted by commas: prompt=question,chosen=a,rejected=b.",
            )
        if target in columns:
            raise EngineError(f"The column mapping names {target} twice.", "Name each target once.")
        columns[target] = source
    check_columns(columns)
    return columns


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise EngineError unless the mapping names known targets, and enough of them to read preferences."""
    stranger = next((target for target in columns if target not in TARGETS), None)
    if stranger is not None:
        raise EngineError(f"A column cannot be mapped to {stranger!r}.", f"Map to these: {', '.join(TARGETS)}.")
    if not any(all(target in columns for target in needed) for needed in _SETS):
        raise EngineError(
            "The column mapping does not say where the replies are.",
            "Map chosen and rejected, or response_a, response_b and winner, or completion and label.",
        )


def mapped_records(
    name: str, records: Iterator[Record | BrokenRecord], columns: Mapping[str, str]
) -> Iterator[Record | BrokenRecord]:
    """The records with their fields renamed.

    Raises EngineError when the mapping is none, or when a column is in none of the first rows of the file `name`.
    """
    check_columns(columns)
    sample: list[Record | BrokenRecord] = []
    for record in records:
        sample.append(record)
        if len(sample) == _SAMPLE_ROWS:
            break
    rows = [record.fields for record in sample if isinstance(record, Record)]
    missing = [source for source in columns.values() if not any(find_column(row, source)[0] for row in rows)]
    if rows and missing:
        fields = dict.fromkeys(key for row in rows for key in row)
        listed = ", ".join([*fields][:_SHOWN_FIELDS]) + (", …" if len(fields) > _SHOWN_FIELDS else "")
        raise EngineError(f"{name} has no column {missing[0]!r}.", f"Its columns are {listed}.")
    return (map_record(record, columns) for record in chain(sample, records))


def map_record(record: Record | BrokenRecord, columns: Mapping[str, str]) -> Record | BrokenRecord:
    """One record with its fields renamed."""
    if isinstance(record, BrokenRecord):
        return record
    # A missing prompt is kept as nothing, which is told apart from a file whose replies hold the prompt.
    fields = {target: find_column(record.fields, source)[1] for target, source in columns.items()}
    if isinstance(fields.get("winner"), str):
        fields["winner"] = _letter(fields["winner"], columns)
    return Record(record.row, fields, record.start)


def _letter(winner: str, columns: Mapping[str, str]) -> str:
    """The reply's letter, where a verdict names the column that the winning reply is in."""
    letters = {columns.get("response_a"): "a", columns.get("response_b"): "b"}
    return letters.get(winner.strip(), winner)


def find_column(fields: Mapping[str, Any], source: str) -> tuple[bool, Any]:
    """Whether a row has a column, or a path into nested objects, and what is there."""
    if source in fields:
        return True, fields[source]
    value: Any = fields
    for key in source.split("."):
        if not isinstance(value, Mapping) or key not in value:
            return False, None
        value = value[key]
    return True, value
