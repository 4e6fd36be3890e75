"""From a file on disk to preference pairs: the door of `engine.data`.

What the rows mean is told by their content, in `formats/`. A row that cannot be used is left out and listed with its
reason; a file that cannot be used is refused with one sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.data.formats.format import Disagreement, SkippedRow, Tie
from engine.data.labelled_reply import LabelledReply
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.reading import RowOutcome, open_reading
from engine.data.record import Progress
from engine.errors import EngineError

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
    pairs: Sequence[PreferencePair]
    unpaired: int
    ties: int
    skipped: tuple[SkippedRow, ...]
    labelled: tuple[LabelledReply, ...] = ()
    tied: tuple[Tie, ...] = ()
    disagreed: tuple[int, ...] = ()


def read_preferences(
    path: Path,
    max_rows: int = 0,
    progress: Progress | None = None,
    options: ReadingOptions = _AS_THE_FILE_SAYS,
) -> PreferenceData:
    """Read a preference file, or its first `max_rows` rows if that is above 0, into memory.

    `progress` is told the bytes done and the bytes in all. Raises EngineError when the file cannot be read or is not
    preference data; data without a single pair is returned, so that it can be reported (see `require_pairs`). For a
    file that may not fit into memory there is `index_preferences` in `index_file.py`.
    """
    reading = open_reading(path, progress, options, max_rows)
    pairs: list[PreferencePair] = []
    besides = Besides()
    for outcome in reading.outcomes():
        if isinstance(outcome, PreferencePair):
            pairs.append(outcome)
        else:
            besides.add(outcome)
    return besides.data(path, reading.form.name, reading.rows, tuple(pairs))


@dataclass(slots=True)
class Besides:
    """What a file holds besides pairs, as it is read."""

    labelled: list[LabelledReply] = field(default_factory=list[LabelledReply])
    tied: list[Tie] = field(default_factory=list[Tie])
    skipped: list[SkippedRow] = field(default_factory=list[SkippedRow])
    disagreed: list[int] = field(default_factory=list[int])

    def add(self, outcome: RowOutcome) -> None:
        """Take one more; a pair is none of these."""
        match outcome:
            case SkippedRow():
                self.skipped.append(outcome)
            case LabelledReply():
                self.labelled.append(outcome)
            case Tie():
                self.tied.append(outcome)
            case Disagreement():
                self.disagreed.append(outcome.row)
            case PreferencePair():
                raise TypeError("a pair")

    def data(self, path: Path, form: str, rows: int, pairs: Sequence[PreferencePair]) -> PreferenceData:
        """All of it, with the pairs."""
        return PreferenceData(
            path,
            form,
            rows,
            pairs,
            len(self.labelled),
            len(self.tied),
            tuple(self.skipped),
            tuple(self.labelled),
            tuple(self.tied),
            tuple(self.disagreed),
        )


def holds_thumbs(data: PreferenceData) -> bool:
    """Whether a file that was read for pairs holds single replies with thumbs, and at most a few pairs by chance."""
    count = len(data.pairs)
    return data.unpaired > 0 and count < _FEWEST_PAIRS and data.unpaired >= _FEWEST_PAIRS * count


def read_pairs_or_thumbs(path: Path, options: ReadingOptions = _AS_THE_FILE_SAYS) -> PreferenceData:
    """Read a file for pairs, and where it holds single replies with thumbs, for these. Raises as `read_preferences`."""
    data = read_preferences(path, options=options)
    return read_preferences(path, options=replace(options, thumbs=True)) if holds_thumbs(data) else data


def require_pairs(data: PreferenceData) -> Sequence[PreferencePair]:
    """The pairs to train on.

    Raises EngineError when there are none, saying what the file holds instead; a handful of pairs that came about by
    chance among many single labels counts as none.
    """
    name, count = data.path.name, len(data.pairs)
    if count and not holds_thumbs(data):
        return data.pairs
    if data.unpaired:
        how_many = "no pairs" if count == 0 else "1 pair" if count == 1 else f"{count} pairs"
        raise EngineError(
            f"{name} rates replies one at a time ({data.unpaired:,} of them), so it holds {how_many}. This loss needs "
            "a chosen and a rejected reply for each prompt.",
            'Set training.loss_type = "kto", which learns from single replies with a thumb up or down, or choose a '
            "file whose rows hold two replies to the same prompt.",
        )
    reasons = Counter(row.reason for row in data.skipped).most_common(1)
    reason = f" {reasons[0][0]}" if reasons else ""
    raise EngineError(
        f"None of the {data.rows:,} rows in {name} gives a pair.{reason}",
        "Mend the rows, or choose another file; the data check lists each row with its reason.",
    )
