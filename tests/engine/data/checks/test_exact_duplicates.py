from __future__ import annotations

from engine.data.checks.exact_duplicates import EXACT_DUPLICATES
from engine.data.checks.flag import Flag
from tests.engine.data.examples import pair

find = EXACT_DUPLICATES.find


def test_the_later_copies_are_flagged() -> None:
    pairs = [pair("a", row=1), pair("b", row=2), pair("a", row=3), pair("a", row=4)]
    assert find(pairs) == Flag(2, (3, 4))


def test_another_reply_or_the_other_way_round_is_no_copy() -> None:
    assert (
        find([pair(chosen="a", rejected="b"), pair(chosen="b", rejected="a"), pair(chosen="a", rejected="c")]) == Flag()
    )
