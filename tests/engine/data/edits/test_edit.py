from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data.edits.edit import Edit, EditTarget, Marks, NewText, edit_at, flip, fold, pair_digest, rewrite
from engine.data.preference_pair import Message
from tests.engine.data import examples

PAIR = replace(examples.pair("Why?", "Because.", "No idea."), row=7, margin=2.0)
TARGET = EditTarget(7, 0, pair_digest(PAIR))


def test_a_flip_swaps_the_replies_and_the_margin_s_sign() -> None:
    flipped = flip(PAIR)
    assert (flipped.chosen_text, flipped.rejected_text, flipped.margin) == ("No idea.", "Because.", -2.0)
    assert flip(replace(PAIR, margin=None)).margin is None
    assert flip(flipped) == PAIR


def test_two_flips_come_to_nothing() -> None:
    edited = fold(PAIR, (edit_at(TARGET, "flip"), edit_at(TARGET, "flip")))
    assert edited.pair == PAIR
    assert not edited.marks.is_edited


def test_a_dropped_pair_can_be_taken_in_again() -> None:
    assert fold(PAIR, (edit_at(TARGET, "drop"),)).marks.is_dropped
    assert not fold(PAIR, (edit_at(TARGET, "drop"), edit_at(TARGET, "restore"))).marks.is_edited


def test_a_rewrite_after_a_flip_is_of_the_pair_as_it_stands() -> None:
    edits = (edit_at(TARGET, "flip"), edit_at(TARGET, "rewrite", (NewText("chosen", 0, "I looked it up."),)))
    edited = fold(PAIR, edits)
    assert (edited.pair.chosen_text, edited.pair.rejected_text) == ("I looked it up.", "Because.")
    assert edited.marks == Marks(is_flipped=True, is_rewritten=True)


def test_a_rewrite_keeps_all_but_the_text() -> None:
    prompt = (Message("system", "Be brief."), Message("user", "Why?", {"name": "Ada"}))
    pair = replace(PAIR, prompt=prompt)
    rewritten = rewrite(pair, (NewText("prompt", 1, "How?"), NewText("prompt", 5, "Nowhere.")))
    assert rewritten.prompt == (Message("system", "Be brief."), Message("user", "How?", {"name": "Ada"}))
    assert (rewritten.chosen, rewritten.row, rewritten.margin) == (pair.chosen, 7, 2.0)


def test_the_digest_is_of_what_the_pair_says() -> None:
    assert pair_digest(replace(PAIR, row=9, margin=None)) == pair_digest(PAIR)
    for changed in (flip(PAIR), replace(PAIR, tools=({"type": "function"},)), replace(PAIR, prompt=())):
        assert pair_digest(changed) != pair_digest(PAIR)


@pytest.mark.parametrize("text, turn", [("", 0), (" \n", 0), ("x", -1)])
def test_no_turn_is_left_empty(text: str, turn: int) -> None:
    with pytest.raises(ValueError, match="empty"):
        NewText("chosen", turn, text)


def test_only_a_rewrite_has_texts() -> None:
    with pytest.raises(ValueError, match="rewrite"):
        Edit(1, 0, "00", "flip", (NewText("chosen", 0, "x"),))
    with pytest.raises(ValueError, match="rewrite"):
        Edit(1, 0, "00", "rewrite")
