from __future__ import annotations

from engine.evaluation.pairs import votes_as_pairs
from tests.engine.evaluation.voting import made_test, vote_for, vote_on


def test_a_clear_vote_is_a_pair() -> None:
    test = made_test(2)
    first, second = votes_as_pairs(
        [vote_for(test, 0, "after", "old", "new"), vote_for(test, 1, "before", "old", "new")]
    )
    assert (first.row, first.chosen_text, first.rejected_text) == (1, "new", "old")
    assert (second.row, second.chosen_text, second.rejected_text) == (2, "old", "new")
    assert first.prompt == test.trials[0].messages


def test_what_teaches_nothing_is_left_out() -> None:
    test = made_test(6)
    votes = [
        vote_on(test, 0, "same"),
        vote_on(test, 1, "both_bad"),
        vote_on(test, 2, "skip"),
        vote_for(test, 3, "after", "equal", "equal "),
        vote_for(test, 4, "after", "some", "  "),
        vote_for(test, 5, "after", " ", "some"),
    ]
    assert votes_as_pairs(votes) == []
