from __future__ import annotations

import pytest

from engine.evaluation.vote import Choice, cast_vote
from tests.engine.evaluation.voting import made_test, vote_on


@pytest.mark.parametrize("choice", ["a", "b"])
def test_the_winner_is_whoever_stood_there(choice: Choice) -> None:
    test = made_test(30)
    for number, trial in enumerate(test.trials):
        vote = vote_on(test, number, choice, before="old", after="new")
        assert vote.winner == ("after" if trial.after_side == choice else "before")
        assert vote.shown["ab".index(choice)] == ("new" if vote.winner == "after" else "old")


@pytest.mark.parametrize("choice", ["same", "both_bad", "skip"])
def test_without_a_preference_nobody_wins(choice: Choice) -> None:
    assert vote_on(made_test(), 0, choice).winner == ""


def test_a_vote_holds_what_is_needed_to_ask_again() -> None:
    test = made_test()
    vote = vote_on(test, 4, "a")
    assert vote.sampling.seed == test.trials[4].seed
    assert vote.prompt == test.trials[4].messages
    assert vote.contestants == test.contestants
    assert vote.group == "Tone"


def test_reasons_count_only_where_one_reply_is_better() -> None:
    test = made_test()
    assert cast_vote(test, 0, "a", "x", "y", ("Friendlier", "kinder \ud83e")).reasons == ("Friendlier", "kinder \ufffd")
    assert cast_vote(test, 0, "same", "x", "y", ("Friendlier",)).reasons == ()
    assert cast_vote(test, 0, "skip", "x", "y", ("Friendlier",)).reasons == ()
