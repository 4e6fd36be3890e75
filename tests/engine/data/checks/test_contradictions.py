from __future__ import annotations

from engine.data.checks.contradictions import CONTRADICTIONS
from engine.data.checks.flag import Flag
from tests.engine.data.examples import pair

find = CONTRADICTIONS.find


def test_both_ways_round_are_flagged_with_all_their_copies() -> None:
    pairs = [
        pair(chosen="a", rejected="b", row=1),
        pair(chosen="a", rejected="c", row=2),
        pair(chosen="b", rejected="a", row=3),
        pair(chosen="a", rejected="b", row=4),
    ]
    assert find(pairs) == Flag(3, (1, 3, 4))


def test_other_prompts_do_not_contradict() -> None:
    assert find([pair("p", "a", "b"), pair("q", "b", "a")]) == Flag()


def test_identical_replies_do_not_contradict_themselves() -> None:
    assert find([pair(chosen="a", rejected="a"), pair(chosen="a", rejected="a")]) == Flag()
