"""A file's edits come to the same whether its pairs are in memory or on the disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.data.edits.edit import Action, EditTarget, edit_at, pair_digest
from engine.data.edits.edited_data import edit_data
from engine.data.edits.pair_edits import EditReport, PairEdits
from engine.data.index_file import index_preferences
from engine.data.pair_sequence import PairSequence
from engine.data.reader import read_preferences
from engine.errors import EngineError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = [{"prompt": f"Q{row}", "chosen": "Yes.", "rejected": "No."} for row in range(6)]
    path = tmp_path / "votes.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def made(path: Path, *actions: tuple[int, Action]) -> PairEdits:
    pairs = read_preferences(path).pairs
    return PairEdits(
        edit_at(EditTarget(pairs[index].row, 0, pair_digest(pairs[index])), action) for index, action in actions
    )


def test_pairs_on_the_disk_stay_there_and_say_the_same(path: Path, tmp_path: Path) -> None:
    edits = made(path, (0, "drop"), (1, "flip"), (2, "flip"), (2, "drop"), (3, "drop"), (3, "restore"), (4, "flip"))
    edits.add([edit_at(EditTarget(6, 0, "00"), "drop")])
    expected, report = edit_data(read_preferences(path), edits)
    found, same_report = edit_data(index_preferences(path, tmp_path), edits)
    assert isinstance(found.pairs, PairSequence)
    assert [*found.pairs] == [*expected.pairs]
    assert report == same_report == EditReport(changed=2, dropped=2, stale=1)


def test_a_file_without_a_pair_left_is_refused(path: Path, tmp_path: Path) -> None:
    actions: list[tuple[int, Action]] = [(row, "drop") for row in range(6)]
    edits = made(path, *actions)
    for data in (read_preferences(path), index_preferences(path, tmp_path)):
        with pytest.raises(EngineError, match="Every pair"):
            edit_data(data, edits)
