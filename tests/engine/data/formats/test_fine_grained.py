from __future__ import annotations

from typing import Any

import pytest

from engine.data.formats.fine_grained import FINE_GRAINED
from engine.data.formats.format import Outcome, SkippedRow, Tie, UnusableRowError
from engine.data.preference_pair import PreferencePair
from tests.engine.data.examples import user


def row(preference: Any, **others: Any) -> dict[str, Any]:
    return {
        "question": "When was it founded?",
        "passages": [
            ["Bern", "Bern\n\nBern is a city.", "It was founded in 1191."],
            ["Swiss cities", "There are many."],
        ],
        "gold": "In 1191.",
        **{f"prediction {number}": f"Reply {number}." for number in range(1, 5)},
        "feedback": {"errors": [{"error type": "Irrelevant", "start": 0, "end": 3}], "corrected-prediction": "1191."},
        "preference": preference,
        **others,
    }


def read(fields: dict[str, Any]) -> list[Outcome]:
    assert FINE_GRAINED.confidence(fields) == 1.0
    return [*FINE_GRAINED.convert(fields, 7)]


def sides(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(pair.chosen_text, pair.rejected_text) for pair in outcomes if isinstance(pair, PreferencePair)]


def test_every_comparison_is_a_pair_or_a_tie() -> None:
    """1 against 2, 1 against 3, 1 against 4, 2 against 3, 2 against 4, 3 against 4."""
    outcomes = read(row([0, 1, 2, 1, 0, 2]))
    assert sides(outcomes) == [
        ("Reply 1.", "Reply 3."),
        ("Reply 4.", "Reply 1."),
        ("Reply 2.", "Reply 3."),
        ("Reply 4.", "Reply 3."),
    ]
    assert [outcome for outcome in outcomes if isinstance(outcome, Tie)] == [Tie(7), Tie(7)]


def test_the_passages_follow_the_question() -> None:
    pair = read(row([1, 1, 1, 1, 1, 1]))[0]
    assert isinstance(pair, PreferencePair)
    assert pair.prompt == user(
        "When was it founded?\n\nBern\nBern is a city. It was founded in 1191.\n\nSwiss cities\nThere are many."
    )


@pytest.mark.parametrize("passages", [None, []])
def test_a_question_may_stand_alone(passages: object) -> None:
    pair = read(row([1, 1, 1, 1, 1, 1], passages=passages))[0]
    assert isinstance(pair, PreferencePair)
    assert pair.prompt == user("When was it founded?")


def test_an_unusable_comparison_costs_that_comparison_alone() -> None:
    outcomes = read(row([1, 3, None, 2, 0, 1], **{"prediction 2": ""}))
    assert [outcome for outcome in outcomes if isinstance(outcome, SkippedRow)] == [
        SkippedRow(7, "The rejected reply is empty.", "empty_reply"),
        SkippedRow(7, "Its verdict '3' is none of 0, 1 and 2."),
        SkippedRow(7, "Its verdict 'None' is none of 0, 1 and 2."),
        SkippedRow(7, "The rejected reply is empty.", "empty_reply"),
    ]
    assert sides(outcomes) == [("Reply 3.", "Reply 4.")]


@pytest.mark.parametrize(
    "fields, reason",
    [
        (row([1, 2]), "It has not one verdict for every two predictions."),
        (row([1] * 6, question=None), "The prompt is missing."),
        (row([1] * 6, question=[]), "The prompt is missing."),
        (row([1] * 6, passages=["text"]), "Its passages are not lists of sentences."),
    ],
)
def test_a_row_that_cannot_be_told_is_refused(fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnusableRowError) as caught:
        read(fields)
    assert caught.value.reason == reason


def test_a_sentence_that_begins_like_its_title_stays_whole() -> None:
    pair = read(row([1, 1, 1, 1, 1, 1], passages=[["Swiss", "Swissair was an airline."]]))[0]
    assert isinstance(pair, PreferencePair)
    assert pair.prompt == user("When was it founded?\n\nSwiss\nSwissair was an airline.")


def test_a_question_in_turns_keeps_them() -> None:
    said = (("user", "Hi"), ("assistant", "Yes?"), ("user", "Why?"))
    turns = [{"role": role, "content": text} for role, text in said]
    pair = read(row([1, 1, 1, 1, 1, 1], question=turns, passages=[["T", "Text."]]))[0]
    assert isinstance(pair, PreferencePair)
    assert [(message.role, message.content) for message in pair.prompt] == [*said[:2], ("user", "Why?\n\nT\nText.")]
