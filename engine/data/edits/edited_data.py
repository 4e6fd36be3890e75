"""A file's pairs as a person left them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from engine.data.edits.pair_edits import EditPass, EditReport, PairEdits
from engine.data.reader import PreferenceData
from engine.errors import EngineError
from engine.storage.edit_log import read_edits


def read_edits_of(log: Path | None, sources: Sequence[Path]) -> Mapping[Path, PairEdits]:
    """The edits of each file; without a log there are none. Raises `EngineError` as `read_edits` does."""
    return {source: PairEdits() for source in sources} if log is None else read_edits(log, sources)


def edit_data(data: PreferenceData, edits: PairEdits) -> tuple[PreferenceData, EditReport]:
    """The file with its edits made, and what they came to. Raises `EngineError` when no pair is left."""
    edit_pass = EditPass(edits)
    pairs = tuple(edit_pass.kept(data.pairs))
    if data.pairs and not pairs:
        raise EngineError(
            f"Every pair of {data.path.name} is dropped, so nothing is left.",
            "Restore some of them on the Data page, or leave the edits out.",
        )
    return replace(data, pairs=pairs), edit_pass.report
