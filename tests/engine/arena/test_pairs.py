from __future__ import annotations

from dataclasses import replace

import pytest

from engine.arena.pairs import pairs_of_pick, pairs_of_picks, why_no_preference
from engine.arena.pick import Pick, PickChoice
from tests.engine.arena.picks import pick


def said(one: Pick) -> list[tuple[str, str]]:
    return [(pair.chosen_text, pair.rejected_text) for pair in pairs_of_pick(one)]


def test_the_better_reply_is_chosen_over_the_other() -> None:
    assert said(pick("a", "Yes.", "No.")) == [("Yes.", "No.")]
    assert said(pick("b", "Yes.", "No.")) == [("No.", "Yes.")]
    (pair,) = pairs_of_pick(pick("a"))
    assert pair.prompt == pick().messages
    assert pair.chosen[0].role == "assistant"


@pytest.mark.parametrize("choice", ["same", "both_bad", "skip"])
def test_nothing_else_makes_a_pair(choice: PickChoice) -> None:
    assert said(pick(choice)) == []
    assert pairs_of_pick(replace(pick("skip"), replies=None)) == ()


def test_an_edited_reply_is_chosen_over_the_worse_one_and_not_over_its_draft() -> None:
    assert said(pick("a", "Yes, at 9.", "No.", "Yes, from 9 to 5.")) == [("Yes, from 9 to 5.", "No.")]
    assert said(pick("b", "Yes.", "No, sorry", "No, sorry.")) == [("No, sorry.", "Yes.")]


def test_the_draft_stands_in_where_the_worse_reply_says_the_same_or_nothing() -> None:
    assert said(pick("a", "Maybe.", " Maybe. ", "Yes.")) == [("Yes.", " Maybe. ")]
    assert said(pick("a", "Maybe.", "  ", "Yes.")) == [("Yes.", "Maybe.")]
    # Edited until it says what the worse one says: the draft is what is left to be worse.
    assert said(pick("a", "Maybe.", "Yes.", "Yes.")) == [("Yes.", "Maybe.")]


def test_a_reply_of_ones_own_is_chosen_over_each_of_the_two() -> None:
    assert said(pick("own", "Yes.", "No.", "Ask me.")) == [("Ask me.", "Yes."), ("Ask me.", "No.")]
    assert said(pick("own", "Yes.", "Yes. ", "Ask me.")) == [("Ask me.", "Yes.")]
    assert said(pick("own", "", "No.", "Ask me.")) == [("Ask me.", "No.")]
    assert said(pick("own", "Yes.", "No.", "  ")) == []


def test_rows_count_through_all_pairs() -> None:
    pairs = pairs_of_picks([pick("own", written="Ask me."), pick("skip"), pick("b")])
    assert [pair.row for pair in pairs] == [1, 2, 3]


def test_it_is_said_why_neither_can_be_preferred() -> None:
    assert why_no_preference("Yes.", "No.") == ""
    assert why_no_preference("Yes.", "Yes. \n") == "Both replies say the same."
    assert why_no_preference(" ", "") == "Both replies say nothing."
    assert why_no_preference("", "No.") == "Reply A is empty."
    assert why_no_preference("Yes.", "\n") == "Reply B is empty."
