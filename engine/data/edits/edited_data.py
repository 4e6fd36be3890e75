"""A file's pairs as a person left them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from engine.data.edits.edit import marks_of
from engine.data.edits.edited_pairs import EditedPairs, locate
from engine.data.edits.pair_edits import EditPass, EditReport, PairEdits
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData
from engine.errors import EngineError
from engine.storage.edit_log import read_edits


def read_edits_of(log: Path | None, sources: Sequence[Path]) -> Mapping[Path, PairEdits]:
    """The edits of each file; without a log there are none. Raises `EngineError` as `read_edits` does."""
    return {source: PairEdits() for source in sources} if log is None else read_edits(log, sources)


def edit_data(data: PreferenceData, edits: PairEdits) -> tuple[PreferenceData, EditReport]:
    """The file with its edits made, and what they came to; pairs that are on the disk stay there.

    Raises `EngineError` when no pair is left.
    """
    pairs, report = _edit(data.pairs, edits)
    if data.pairs and not pairs:
        raise EngineError(
            f"Every pair of {data.path.name} is dropped, so nothing is left.",
            "Restore some of them on the Data page, or leave the edits out.",
        )
    return replace(data, pairs=pairs), report


def _edit(pairs: Sequence[PreferencePair], edits: PairEdits) -> tuple[Sequence[PreferencePair], EditReport]:
    if not isinstance(pairs, PairSequence):
        edit_pass = EditPass(edits)
        return tuple(edit_pass.kept(pairs)), edit_pass.report
    made = {index: edits.of(target) for index, target in locate(pairs, edits).items()}
    marks = [marks_of(each) for each in made.values()]
    dropped = sum(mark.is_dropped for mark in marks)
    changed = sum(mark.is_edited and not mark.is_dropped for mark in marks)
    return EditedPairs(pairs, made).without_dropped(), EditReport(changed, dropped, stale=len(edits) - len(made))
