"""From a file on disk to preference pairs: the door of `engine.data`.

What the rows mean is told by their content, in `formats/`. A row that cannot be used is left out and listed with its
reason; a file that cannot be used is refused with one sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

from engine.data.column_map import mapped_records
from engine.data.formats.explain import unknown_axis, why_no_preferences
from engine.data.formats.format import (
    Converter,
    Disagreement,
    Fields,
    Format,
    Outcome,
    ReplyList,
    Row,
    SkippedRow,
    Tie,
    UnusableRowError,
)
from engine.data.formats.pairing import compare
from engine.data.formats.registry import is_recognised, recognise
from engine.data.labelled_reply import Alternative, LabelledReply
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.records import BrokenRecord, Progress, Record, read_records
from engine.data.siblings import Siblings
from engine.errors import EngineError

_SAMPLE_ROWS = 64  # rows that decide which format a file is in
_FEWEST_PAIRS = 10  # fewer, among ten times as many single labels, are there by chance
_AS_THE_FILE_SAYS = ReadingOptions()


@dataclass(frozen=True, slots=True)
class PreferenceData:
    """What a file holds.

    `rows` counts all records read; `unpaired` the labelled replies without a partner, kept in `labelled`; `ties` the
    comparisons without a winner, kept in `tied`; `disagreed` the rows whose annotators judged differently, and whose
    majority decided. `format` is a name from `formats/registry.py`. Where ties are kept, their pairs are among `pairs`.
    """

    path: Path
    format: str
    rows: int
    pairs: tuple[PreferencePair, ...]
    unpaired: int
    ties: int
    skipped: tuple[SkippedRow, ...]
    labelled: tuple[LabelledReply, ...] = ()
    tied: tuple[Tie, ...] = ()
    disagreed: tuple[int, ...] = ()


RowOutcome: TypeAlias = PreferencePair | LabelledReply | Tie | Disagreement | SkippedRow


def read_preferences(
    path: Path,
    max_rows: int = 0,
    progress: Progress | None = None,
    options: ReadingOptions = _AS_THE_FILE_SAYS,
    arrived: Callable[[PreferencePair], None] | None = None,
) -> PreferenceData:
    """Read a preference file, or its first `max_rows` rows if that is above 0.

    `progress` is told the bytes done and the bytes in all, `arrived` each pair as it is read, so that a table can fill
    meanwhile. Raises EngineError when the file cannot be read or is not preference data; data without a single pair is
    returned, so that it can be reported (see `require_pairs`).
    """
    reading = _open(path, progress, options, max_rows)
    disagreed: list[int] = []
    pairs: list[PreferencePair] = []
    labelled: list[LabelledReply] = []
    tied: list[Tie] = []
    skipped: list[SkippedRow] = []
    for outcome in reading.outcomes():
        match outcome:
            case PreferencePair():
                pairs.append(outcome)
                if arrived is not None:
                    arrived(outcome)
            case SkippedRow():
                skipped.append(outcome)
            case LabelledReply():
                labelled.append(outcome)
            case Tie():
                tied.append(outcome)
            case Disagreement():
                disagreed.append(outcome.row)
    return PreferenceData(
        path,
        reading.form.name,
        reading.rows,
        tuple(pairs),
        len(labelled),
        len(tied),
        tuple(skipped),
        tuple(labelled),
        tuple(tied),
        tuple(disagreed),
    )


def iterate_preferences(
    path: Path, progress: Progress | None = None, options: ReadingOptions = _AS_THE_FILE_SAYS
) -> Iterator[PreferencePair | SkippedRow]:
    """The same rows as they are read, for a table that fills while the file is long. Raises EngineError at once.

    Replies labelled one by one come last, since their partners may be anywhere in the file.
    """
    reading = _open(path, progress, options)
    unseen = (Disagreement, Tie) if options.ties == "keep" else Disagreement
    return (_for_a_table(outcome) for outcome in reading.outcomes() if not isinstance(outcome, unseen))


def require_pairs(data: PreferenceData) -> tuple[PreferencePair, ...]:
    """The pairs to train on.

    Raises EngineError when there are none, saying what the file holds instead; a handful of pairs that came about by
    chance among many single labels counts as none.
    """
    name, count = data.path.name, len(data.pairs)
    by_chance = count < _FEWEST_PAIRS and data.unpaired >= _FEWEST_PAIRS * count
    if count and not by_chance:
        return data.pairs
    if data.unpaired:
        how_many = "no pairs" if count == 0 else "1 pair" if count == 1 else f"{count} pairs"
        raise EngineError(
            f"{name} rates replies one at a time ({data.unpaired:,} of them), so it holds {how_many}. Training needs "
            "a chosen and a rejected reply for each prompt.",
            "Choose a file whose rows hold two replies to the same prompt.",
        )
    reasons = Counter(row.reason for row in data.skipped).most_common(1)
    reason = f" {reasons[0][0]}" if reasons else ""
    raise EngineError(
        f"None of the {data.rows:,} rows in {name} gives a pair.{reason}",
        "Mend the rows, or choose another file; the data check lists each row with its reason.",
    )


class _Reading:
    """A file whose format is known, half way between its records and their outcomes."""

    def __init__(self, form: Format, records: Iterable[Record | BrokenRecord], options: ReadingOptions) -> None:
        self.form = form
        self.rows = 0
        self._records = records
        self._options = options

    def outcomes(self) -> Iterator[RowOutcome]:
        """What the rows hold, as they are read; `rows` counts them meanwhile."""
        convert = self.form.axes[self._options.axis] if self._options.axis else self.form.convert
        siblings = Siblings()
        for outcome in self._converted(convert):
            match outcome:
                case ReplyList():
                    for compared in compare(outcome, self._options.pairing):
                        yield from self._decided(compared)
                case LabelledReply() | Alternative():
                    siblings.add(outcome)
                case _:
                    yield from self._decided(outcome)
        yield from siblings.resolve(self._options.pairing)

    def _decided(self, outcome: RowOutcome) -> Iterator[RowOutcome]:
        """A tie without its content, and both its pairs beside it where ties are kept; all else as it is."""
        if not isinstance(outcome, Tie):
            yield outcome
            return
        yield Tie(outcome.row, outcome.problems)
        if self._options.ties == "keep" and outcome.either_way is not None:
            try:
                yield from outcome.either_way()
            except UnusableRowError as unusable:
                yield SkippedRow(outcome.row, unusable.reason, unusable.problem)

    def _converted(self, convert: Converter) -> Iterator[Outcome]:
        if self.form.assemble is None:
            for record in self._counted():
                if isinstance(record, BrokenRecord):
                    yield SkippedRow(record.row, record.reason)
                else:
                    yield from _convert(convert, record.fields, record.row)
            return
        rows: list[Row] = []
        for record in self._counted():
            if isinstance(record, BrokenRecord):
                yield SkippedRow(record.row, record.reason)
            else:
                rows.append((record.row, record.fields))
        for row, fields in self.form.assemble(rows):
            yield from _convert(convert, fields, row)

    def _counted(self) -> Iterator[Record | BrokenRecord]:
        for record in self._records:
            self.rows += 1
            yield record


def _open(path: Path, progress: Progress | None, options: ReadingOptions, max_rows: int = 0) -> _Reading:
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
    return _Reading(form, islice(chain(sample, records), max_rows or None), options)


def _not_preferences(path: Path, sample: list[Record | BrokenRecord], fields: list[dict[str, object]]) -> EngineError:
    if fields:
        return why_no_preferences(path.name, fields)
    broken = next((record.reason for record in sample if isinstance(record, BrokenRecord)), "It holds no rows.")
    return EngineError(
        f"{path.name} holds no preferences. {broken}",
        "Choose a file with a chosen and a rejected reply for each prompt.",
    )


def _convert(convert: Converter, fields: Fields, row: int) -> Iterator[Outcome]:
    try:
        yield from convert(fields, row)
    except UnusableRowError as unusable:
        yield SkippedRow(row, unusable.reason, unusable.problem)


def _for_a_table(outcome: PreferencePair | LabelledReply | Tie | SkippedRow) -> PreferencePair | SkippedRow:
    match outcome:
        case LabelledReply():
            return SkippedRow(outcome.row, "It rates one reply by itself, and training needs two.")
        case Tie():
            return SkippedRow(outcome.row, "It is a tie: neither reply is preferred.")
        case _:
            return outcome
