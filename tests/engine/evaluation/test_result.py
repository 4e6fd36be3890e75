from __future__ import annotations

from dataclasses import replace

import pytest

from engine.evaluation.result import (
    ReasonCount,
    Tally,
    Verdict,
    in_words,
    reply_words,
    tally,
    tally_groups,
    tally_reasons,
    verdict_in_words,
)
from tests.engine.evaluation.voting import cases, made_test, vote_for, vote_on


def test_ties_and_two_bad_replies_are_counted_and_left_out() -> None:
    test = made_test(6)
    votes = [
        vote_for(test, 0, "after"),
        vote_for(test, 1, "after"),
        vote_for(test, 2, "before"),
        vote_on(test, 3, "same"),
        vote_on(test, 4, "both_bad"),
        vote_on(test, 5, "skip"),
    ]
    counted = tally(votes)
    assert counted == Tally(after=2, before=1, same=1, both_bad=1, skipped=1)
    assert (counted.decided, counted.votes) == (3, 5)
    assert counted.rate == pytest.approx(2 / 3)
    assert counted.interval == tally(votes[:3]).interval


def test_groups_are_counted_apart() -> None:
    test = made_test(10, prompts=[*cases(5, "Tone"), *cases(5, "Safety")])
    groups = tally_groups([vote_for(test, number, "after") for number in range(10)])
    assert list(groups) == ["Safety", "Tone"]
    assert groups["Tone"] == Tally(after=5)


@pytest.mark.parametrize(
    "after,before,verdict",
    [
        (9, 0, "too_early"),
        (15, 6, "probably_better"),
        (6, 15, "probably_worse"),
        (26, 4, "better"),
        (4, 26, "worse"),
        (11, 10, "no_difference"),
    ],
)
def test_the_verdict(after: int, before: int, verdict: Verdict) -> None:
    counted = Tally(after=after, before=before, same=3)
    assert counted.verdict == verdict
    assert verdict_in_words(counted).endswith(".")


def test_the_result_in_words() -> None:
    text = in_words(Tally(after=24, before=6))
    assert text.startswith("You preferred the trained model in 24 of 30 votes with a preference, 80%.")
    assert "between 53% and 96%" in text
    assert "no win rate" in in_words(Tally(same=4))


def test_lengths() -> None:
    test = made_test(4)
    votes = [
        vote_for(test, 0, "after", before="one two three four", after="one two"),
        vote_for(test, 1, "before", before="one two three four", after="one two"),
        vote_on(test, 2, "same", before="one two three four", after="one two"),
        vote_on(test, 3, "skip", before="one", after=""),
    ]
    words = reply_words(votes)
    assert words is not None
    assert (words.after, words.before, words.longer_won, words.decided) == (2, 4, 1, 2)
    assert reply_words(votes[3:]) is None


def test_reasons_are_counted_for_whom_they_were_given() -> None:
    test = made_test()
    said = [("after", ("Shorter", "Friendlier")), ("before", ("shorter",)), ("after", ("Shorter",)), ("before", ())]
    votes = [replace(vote_for(test, n, winner), reasons=reasons) for n, (winner, reasons) in enumerate(said)]
    votes.append(replace(vote_on(test, 5, "same"), reasons=("Odd",)))
    assert tally_reasons(votes) == (ReasonCount("Shorter", 2, 1), ReasonCount("Friendlier", 1, 0))
