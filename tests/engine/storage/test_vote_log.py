from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.vote import cast_vote
from engine.storage.vote_log import VoteLog
from tests.engine.evaluation.voting import made_test, vote_for, vote_on


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "votes.jsonl"


def test_what_is_added_is_read_again(path: Path) -> None:
    prompts = [PromptCase((Message("system", "S"), Message("user", f"{n}", {"name": "Ada"})), "x") for n in range(4)]
    test = made_test(4, prompts=prompts)
    log = VoteLog(path)
    assert log.latest is None
    log.begin(test)
    votes = (vote_for(test, 0, "after"), vote_on(test, 1, "same"))
    for vote in votes:
        log.add(vote)
    again = VoteLog(path)
    assert again.latest == test
    assert again.votes(test) == votes
    assert again.damaged == 0


def test_an_undone_vote_is_gone_but_stays_in_the_file(path: Path) -> None:
    test = made_test()
    log = VoteLog(path)
    log.begin(test)
    first, second = vote_for(test, 0, "after"), vote_for(test, 1, "before")
    log.add(first)
    log.add(second)
    size = path.stat().st_size
    assert log.undo(test) == second
    assert path.stat().st_size > size
    assert log.votes(test) == VoteLog(path).votes(test) == (first,)
    log.undo(test)
    assert log.undo(test) is None
    assert VoteLog(path).votes(test) == ()


def test_a_torn_last_line_costs_only_itself(path: Path) -> None:
    test = made_test()
    log = VoteLog(path)
    log.begin(test)
    vote = vote_for(test, 0, "after")
    log.add(vote)
    whole = path.read_bytes()
    log.add(vote_for(test, 1, "after"))
    torn = path.read_bytes()
    for end in range(len(whole) + 1, len(torn) - 1, 37):
        path.write_bytes(torn[:end])
        again = VoteLog(path)
        assert again.votes(test) == (vote,)
        assert again.damaged == 0
        again.add(vote_for(test, 2, "before"))
        assert [vote.trial for vote in VoteLog(path).votes(test)] == [0, 2]


def test_the_end_is_remembered_until_one_goes_on(path: Path) -> None:
    test = made_test()
    log = VoteLog(path)
    log.begin(test)
    log.add(vote_for(test, 0, "after"))
    log.end(test)
    log.end(test)
    assert VoteLog(path).is_ended(test)
    log.add(vote_for(test, 1, "after"))
    assert not VoteLog(path).is_ended(test)


def test_a_vote_whose_sides_were_revealed_cannot_be_taken_back(path: Path) -> None:
    test = made_test()
    log = VoteLog(path)
    log.begin(test)
    log.add(vote_for(test, 0, "after"))
    log.end(test)
    again = VoteLog(path)
    assert not again.may_undo(test)
    assert again.undo(test) is None
    later = vote_for(test, 1, "after")
    again.add(later)
    assert again.undo(test) == later
    assert again.undo(test) is None
    assert len(VoteLog(path).votes(test)) == 1


def test_tests_do_not_mix(path: Path) -> None:
    log = VoteLog(path)
    first, second = made_test(), made_test(seed=4)
    log.begin(first)
    log.add(vote_for(first, 0, "after"))
    log.begin(second)
    log.add(vote_for(second, 0, "before"))
    log.add(vote_for(first, 1, "after"))
    again = VoteLog(path)
    assert again.latest == second
    assert [len(again.votes(test)) for test in (first, second)] == [2, 1]


@pytest.mark.parametrize(
    "line",
    [
        b"no json",
        b"[1, 2]",
        b"{}",
        b'{"kind": "vote", "test": "unknown"}',
        b'{"kind": "undo", "vote": "unknown"}',
        b'{"kind": "end", "test": "unknown"}',
        b'{"kind": "test", "id": "x", "trials": []}',
        b'{"kind": "news"}',
    ],
)
def test_a_damaged_line_is_counted_and_passed_over(path: Path, line: bytes) -> None:
    test = made_test()
    log = VoteLog(path)
    log.begin(test)
    with path.open("ab") as file:
        file.write(line + b"\n")
    log.add(vote_for(test, 0, "after"))
    again = VoteLog(path)
    assert again.damaged == 1
    assert len(again.votes(test)) == 1


def test_a_vote_that_cannot_be_written_does_not_count(tmp_path: Path) -> None:
    test = made_test()
    log = VoteLog(tmp_path / "votes.jsonl")
    log.begin(test)
    log.path.unlink()
    log.path.mkdir()
    with pytest.raises(EngineError, match="does not count"):
        log.add(vote_for(test, 0, "after"))
    assert log.votes(test) == ()


def test_reasons_are_kept_and_older_votes_have_none(path: Path) -> None:
    test = made_test()
    log = VoteLog(path)
    log.begin(test)
    log.add(cast_vote(test, 0, "a", "x", "y", ("Friendlier", "kinder")))
    log.add(cast_vote(test, 1, "b", "x", "y"))
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:2], lines[2].replace(',"reasons":[]', "")]) + "\n", encoding="utf-8")
    assert "reasons" not in path.read_text(encoding="utf-8").splitlines()[2]
    assert [vote.reasons for vote in VoteLog(path).votes(test)] == [("Friendlier", "kinder"), ()]
