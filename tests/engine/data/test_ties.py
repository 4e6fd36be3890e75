"""Comparisons without a winner: left out and counted, or read both ways round when somebody asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from torch.nn import functional

from engine.data.checks.registry import check_data
from engine.data.index_file import index_preferences
from engine.data.options import ReadingOptions
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData, read_preferences
from engine.data.split import split_pairs
from engine.preference.losses.options import LossOptions
from engine.preference.losses.sigmoid import sigmoid_loss
from tests.engine.preference.losses.steps import step_of

KEEP = ReadingOptions(ties="keep")


def vote(verdict: str, first: object = "Blue.", second: object = "Green.") -> dict[str, Any]:
    return {"question": "What colour?", "answer_a": first, "answer_b": second, "winner": verdict}


def gemini(first: int, second: int) -> dict[str, Any]:
    replies = [
        {"score": first, "completion": turn("model", "Blue.")},
        {"score": second, "completion": turn("model", "Green.")},
    ]
    return {"contents": [turn("user", "What colour?")], "completions": replies}


def turn(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "parts": [{"text": text}]}


def battle(winner: str) -> dict[str, Any]:
    sides = (
        [{"role": "user", "content": "What colour?"}, {"role": "assistant", "content": text}]
        for text in ("Blue.", "Green.")
    )
    return {"conversation_a": next(sides), "conversation_b": next(sides), "winner": winner}


def scored(*scores: float) -> dict[str, Any]:
    replies = [{"text": f"Reply {place}.", "score": score} for place, score in enumerate(scores)]
    return {"prompt": "What colour?", "responses": replies}


def read(tmp_path: Path, rows: list[dict[str, Any]], options: ReadingOptions = KEEP) -> PreferenceData:
    path = tmp_path / "votes.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return read_preferences(path, options=options)


def sides(pair: PreferencePair) -> tuple[str, str]:
    return pair.chosen_text, pair.rejected_text


@pytest.mark.parametrize("row", [vote("tie"), gemini(0, 0), battle("tie")], ids=["vote", "gemini", "battle"])
def test_a_kept_tie_is_one_comparison_and_two_opposite_pairs(tmp_path: Path, row: dict[str, Any]) -> None:
    data = read(tmp_path, [row])
    assert [sides(pair) for pair in data.pairs] == [("Blue.", "Green."), ("Green.", "Blue.")]
    assert {pair.prompt_text for pair in data.pairs} == {"What colour?"}
    assert all(pair.tied and pair.row == 1 for pair in data.pairs)
    assert (data.rows, data.ties, data.skipped) == (1, 1, ())


@pytest.mark.parametrize("row", [vote("tie"), gemini(0, 0), battle("tie"), scored(1, 1)])
def test_nothing_is_kept_unless_somebody_asks(tmp_path: Path, row: dict[str, Any]) -> None:
    data = read(tmp_path, [row], ReadingOptions())
    assert (data.pairs, data.ties) == ((), 1)
    assert data.tied[0].either_way is None, "a tie that is left out must not hold on to its text"


def test_ties_among_scored_replies_are_kept_with_the_pairs_around_them(tmp_path: Path) -> None:
    data = read(tmp_path, [scored(3, 3, 1)], ReadingOptions(pairing="all", ties="keep"))
    assert [(sides(pair), pair.tied) for pair in data.pairs] == [
        (("Reply 0.", "Reply 1."), True),
        (("Reply 1.", "Reply 0."), True),
        (("Reply 0.", "Reply 2."), False),
        (("Reply 1.", "Reply 2."), False),
    ]
    assert data.ties == 1


def test_a_kept_tie_with_an_unusable_reply_is_left_out_with_its_reason(tmp_path: Path) -> None:
    data = read(tmp_path, [vote("tie", first="", second=True), vote("a")])
    assert [(row.row, row.reason) for row in data.skipped] == [
        (1, "The second reply is the JSON value true, not text.")
    ]
    assert (len(data.pairs), data.ties) == (1, 1)


def test_histories_that_differ_cannot_be_kept(tmp_path: Path) -> None:
    row = battle("tie (bothbad)")
    row["conversation_a"][0]["content"] = "Something else?"
    assert [row.problem for row in read(tmp_path, [row]).skipped] == ["different_prompts"]


def test_the_checks_do_not_take_a_kept_tie_for_a_contradiction_or_a_copy(tmp_path: Path) -> None:
    same = vote("tie", "It is blue, or so they say.", "It is blue, or so they say.")
    flags = check_data(read(tmp_path, [vote("tie"), same]))
    assert flags["contradictions"].rows == ()
    assert flags["exact_duplicates"].rows == ()
    assert flags["near_duplicates"].rows == ()
    assert flags["identical_replies"].rows == (2,)


def test_a_tie_that_is_there_twice_is_still_a_copy(tmp_path: Path) -> None:
    flags = check_data(read(tmp_path, [vote("tie"), vote("tie")]))
    assert flags["exact_duplicates"].rows == (2,)


def test_a_tie_read_from_the_disk_again_is_both_ways_round(tmp_path: Path) -> None:
    data = read(tmp_path, [vote("tie")])
    path = tmp_path / "votes.jsonl"
    assert [*index_preferences(path, tmp_path, KEEP).pairs] == [*data.pairs]
    assert not index_preferences(path, tmp_path).pairs


def test_both_ways_round_stay_on_one_side_of_the_split(tmp_path: Path) -> None:
    rows = [{**vote("tie"), "question": f"What colour is {number}?"} for number in range(10)]
    _, held_back = split_pairs(read(tmp_path, rows).pairs, 0.3, 1)
    assert len(held_back) == 6
    assert len({pair.prompt_text for pair in held_back}) == 3


@pytest.mark.parametrize("margin", [-3.0, -0.2, 0.0, 1.7])
def test_the_mean_loss_of_both_ways_round_is_that_of_an_undecided_vote(margin: float) -> None:
    """The cross-entropy between a vote that is one half either way and the model's own preference."""
    both_ways_round = step_of([margin, 0.0], [0.0, margin])
    undecided = functional.binary_cross_entropy_with_logits(torch.tensor(margin), torch.tensor(0.5))
    assert sigmoid_loss(both_ways_round, LossOptions(beta=1.0)).mean().item() == pytest.approx(undecided.item())
