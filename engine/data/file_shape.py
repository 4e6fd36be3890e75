"""How a file's first rows look, and what they would be read as: for a person who decides how to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from engine.data.column_map import mapped_records
from engine.data.formats.format import Format, ReplyList, SkippedRow, Tie, UnusableRowError
from engine.data.formats.registry import is_recognised, recognise
from engine.data.labelled_reply import LabelledReply
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.reading import Reading
from engine.data.record import BrokenRecord, Record
from engine.data.records import read_records
from engine.errors import EngineError

_SAMPLE_ROWS = 64
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class FileShape:
    """`columns` are the names in the first rows, those inside objects as a path; `form` is "" for no known format."""

    path: Path
    columns: tuple[str, ...]
    form: str
    records: tuple[Record | BrokenRecord, ...]


@dataclass(frozen=True, slots=True)
class ReadingPreview:
    """What the first rows give under some options.

    `problem` says why nothing can be read so; `axes` are the qualities to choose from, and `is_ranked` says that rows
    hold several replies in an order, so that the pairing matters.
    """

    form: str = ""
    rows: int = 0
    pairs: tuple[PreferencePair, ...] = ()
    labelled: tuple[LabelledReply, ...] = ()
    ties: int = 0
    skipped: tuple[SkippedRow, ...] = ()
    axes: tuple[str, ...] = ()
    is_ranked: bool = False
    problem: str = ""


def look_at(path: Path) -> FileShape:
    """Read a file's first rows. Raises EngineError when it cannot be read or has no rows with names."""
    records = tuple(islice(read_records(path, is_recognised), _SAMPLE_ROWS))
    rows = [record.fields for record in records if isinstance(record, Record)]
    columns = tuple(islice(dict.fromkeys(name for row in rows for name in _names(row)), _MOST_COLUMNS))
    if not columns:
        raise EngineError(f"{path.name} has no rows with named columns.", "Choose another file.")
    form = recognise(rows)
    return FileShape(path, columns, form.name if form else "", records)


def preview_reading(shape: FileShape, options: ReadingOptions) -> ReadingPreview:
    """What the first rows would be read as."""
    try:
        records = shape.records
        if options.columns:
            records = tuple(mapped_records(shape.path.name, iter(records), options.columns))
    except EngineError as error:
        return ReadingPreview(problem=error.message)
    rows = [record.fields for record in records if isinstance(record, Record)]
    form = recognise(rows)
    if form is None:
        return ReadingPreview(problem="The rows are in no format that is known. Choose their columns.")
    axis = options.axis if options.axis in form.axes else ""
    asked = ReadingOptions(options.pairing, axis, options.columns, options.ties)
    outcomes = [*Reading(form, records, asked).outcomes()]
    return ReadingPreview(
        form=form.name,
        rows=len(records),
        pairs=tuple(outcome for outcome in outcomes if isinstance(outcome, PreferencePair)),
        labelled=tuple(outcome for outcome in outcomes if isinstance(outcome, LabelledReply)),
        ties=sum(isinstance(outcome, Tie) for outcome in outcomes),
        skipped=tuple(outcome for outcome in outcomes if isinstance(outcome, SkippedRow)),
        axes=tuple(form.axes),
        is_ranked=any(_is_ranked(form, record) for record in records),
    )


def _names(row: dict[str, object]) -> Iterator[str]:
    for name, value in row.items():
        yield name
        if isinstance(value, dict):
            yield from (f"{name}.{inner}" for inner in value)


def _is_ranked(form: Format, record: Record | BrokenRecord) -> bool:
    if isinstance(record, BrokenRecord):
        return False
    try:
        return any(isinstance(outcome, ReplyList) for outcome in form.convert(record.fields, record.row))
    except UnusableRowError:
        return False
