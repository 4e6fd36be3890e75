"""A file on its way from records to what they hold: the one way of reading, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

from engine.data.column_map import mapped_records
from engine.data.formats.explain import unknown_axis, why_no_preferences
from engine.data.formats.format import Disagreement, Format, Row, SkippedRow, Tie
from engine.data.formats.registry import is_recognised, recognise
from engine.data.labelled_reply import Alternative, LabelledReply
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.record import NOWHERE, BrokenRecord, Progress, Record
from engine.data.records import read_records
from engine.data.row_meaning import RowMeaning
from engine.data.siblings import Siblings
from engine.errors import EngineError

RowOutcome: TypeAlias = PreferencePair | LabelledReply | Tie | Disagreement | SkippedRow

_SAMPLE_ROWS = 64  # rows that decide which format a file is in


class Reading:
    """A file whose format is known.

    While `outcomes` is asked, `rows` counts the rows so far, and `start` is where the line begins that the last outcome
    came from; NOWHERE when it did not come from a line of a plain file, or not from that line alone.
    """

    def __init__(self, form: Format, records: Iterable[Record | BrokenRecord], options: ReadingOptions) -> None:
        self.form = form
        self.rows = 0
        self.start = NOWHERE
        self._records = records
        self._options = options

    def outcomes(self) -> Iterator[RowOutcome]:
        """What the rows hold, as they are read; labelled replies come last, since their partners may be anywhere."""
        meaning, siblings = RowMeaning(self.form, self._options), Siblings()
        for record in self._counted() if self.form.assemble is None else self._assembled():
            self.start = record.start if isinstance(record, Record) else NOWHERE
            for outcome in meaning.outcomes(record):
                if isinstance(outcome, (LabelledReply, Alternative)):
                    siblings.add(outcome)
                else:
                    yield outcome
        self.start = NOWHERE
        yield from siblings.resolve(self._options.pairing)

    def _assembled(self) -> Iterator[Record | BrokenRecord]:
        rows: list[Row] = []
        for record in self._counted():
            if isinstance(record, BrokenRecord):
                yield record
            else:
                rows.append((record.row, record.fields))
        if self.form.assemble is not None:
            yield from (Record(row, dict(fields)) for row, fields in self.form.assemble(rows))

    def _counted(self) -> Iterator[Record | BrokenRecord]:
        for record in self._records:
            self.rows += 1
            yield record


def open_reading(path: Path, progress: Progress | None, options: ReadingOptions, max_rows: int = 0) -> Reading:
    """Recognise a file by its first rows. Raises EngineError when it cannot be read or is not preference data."""
    records = read_records(path, is_recognised, progress)
    if options.columns:
        records = mapped_records(path.name, records, options.columns)
    sample: list[Record | BrokenRecord] = []
    fields = []
    for record in records:
        sample.append(record)
        if isinstance(record, Record):
            fields.append(record.fields)
        if len(fields) == _SAMPLE_ROWS:
            break
    form = recognise(fields)
    if form is None:
        raise _not_preferences(path, sample, fields)
    if options.axis and options.axis not in form.axes:
        raise unknown_axis(path.name, options.axis, form)
    return Reading(form, islice(chain(sample, records), max_rows or None), options)


def _not_preferences(path: Path, sample: list[Record | BrokenRecord], fields: list[dict[str, object]]) -> EngineError:
    if fields:
        return why_no_preferences(path.name, fields)
    broken = next((record.reason for record in sample if isinstance(record, BrokenRecord)), "It holds no rows.")
    return EngineError(
        f"{path.name} holds no preferences. {broken}",
        "Choose a file with a chosen and a rejected reply for each prompt.",
    )
