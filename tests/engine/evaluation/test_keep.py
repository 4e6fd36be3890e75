from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from engine.data.reader import read_preferences
from engine.errors import EngineError
from engine.evaluation.keep import save_as_pairs, save_votes
from tests.engine.evaluation.voting import made_test, vote_for, vote_on


def test_clear_votes_become_a_file_of_pairs(tmp_path: Path) -> None:
    test = made_test(12)
    votes = [vote_for(test, n, "after" if n % 2 else "before") for n in range(11)] + [vote_on(test, 11, "same")]
    path, count = save_as_pairs(votes, tmp_path / "data")
    again, _ = save_as_pairs(votes, tmp_path / "data")
    assert count == 11
    assert path != again
    read = read_preferences(path)
    assert (read.format, len(read.pairs), read.skipped) == (read_preferences(again).format, 11, ())
    assert read.pairs[0].chosen_text == "It depends."
    assert read.pairs[1].chosen_text == "Yes."


def test_without_a_clear_vote_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="No vote makes a pair"):
        save_as_pairs([vote_on(made_test(), 0, "same")], tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_exported_votes_are_complete_lines(tmp_path: Path) -> None:
    test = made_test(3)
    count = save_votes([vote_on(test, n, "a") for n in range(3)], tmp_path / "votes.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "votes.jsonl").read_text(encoding="utf-8").splitlines()]
    assert count == len(rows) == 3
    wanted = {"time", "choice", "winner", "prompt", "before", "after", "after_side", "group", "sampling", "contestants"}
    assert wanted <= set(rows[0])
    assert rows[0]["contestants"]["adapter"] == "/runs/one/adapter"
    assert rows[0]["prompt"][0]["role"] == "user"


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError("No space left on device")

    target = tmp_path / "mine.jsonl"
    target.write_text("before\n", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineError, match="could not be saved"):
        save_votes([vote_on(made_test(), 0, "a")], target)
    assert target.read_text(encoding="utf-8") == "before\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.jsonl"]


def test_an_export_never_replaces_the_project_s_own_file(tmp_path: Path) -> None:
    own = tmp_path / "votes.jsonl"
    own.write_text("before\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    with pytest.raises(EngineError, match="project's own file"):
        save_votes([vote_on(made_test(), 0, "a")], tmp_path / "sub" / ".." / "votes.jsonl", (own,))
    assert own.read_text(encoding="utf-8") == "before\n"
    with pytest.raises(EngineError, match="project's own file"):
        save_votes([vote_on(made_test(), 0, "a")], tmp_path / "edits.jsonl", (own, tmp_path / "edits.jsonl"))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    votes = [vote_for(made_test(), 0, "after")]
    with pytest.raises(EngineError):
        save_votes(votes, tmp_path / "file" / "votes.jsonl")
    with pytest.raises(EngineError):
        save_as_pairs(votes, tmp_path / "file" / "data")
