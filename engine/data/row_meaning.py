"""What one row holds, once the file's format is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from engine.data.formats.format import Disagreement, Format, ReplyList, SkippedRow, Tie, UnusableRowError
from engine.data.formats.pairing import compare
from engine.data.labelled_reply import Alternative, LabelledReply, as_thumb
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.record import BrokenRecord, Record

Meaning: TypeAlias = PreferencePair | LabelledReply | Alternative | Tie | Disagreement | SkippedRow


class RowMeaning:
    """Tells what a row holds, by a format and by what a person decided; the same for the same row, always."""

    def __init__(self, form: Format, options: ReadingOptions) -> None:
        self._convert = form.axes[options.axis] if options.axis else form.convert
        self._options = options

    def outcomes(self, record: Record | BrokenRecord) -> Iterator[Meaning]:
        """All that the row holds, in order."""
        if isinstance(record, BrokenRecord):
            yield SkippedRow(record.row, record.reason)
            return
        try:
            for outcome in self._convert(record.fields, record.row):
                if isinstance(outcome, PreferencePair):
                    yield outcome
                elif self._options.thumbs and isinstance(outcome, LabelledReply | Alternative):
                    yield from as_thumb(outcome)
                elif isinstance(outcome, ReplyList):
                    for compared in compare(outcome, self._options.pairing):
                        yield from self._decided(compared)
                else:
                    yield from self._decided(outcome)
        except UnusableRowError as unusable:
            yield SkippedRow(record.row, unusable.reason, unusable.problem)

    def pairs(self, record: Record | BrokenRecord) -> list[PreferencePair]:
        """Only the pairs that the row gives by itself."""
        return [outcome for outcome in self.outcomes(record) if isinstance(outcome, PreferencePair)]

    def _decided(self, outcome: Meaning) -> Iterator[Meaning]:
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
