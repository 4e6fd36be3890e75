from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest

from engine.data.checks.registry import check_pairs
from engine.data.edits.edit import flip
from engine.data.mends.find import find_repairs, together
from engine.data.mends.mend import Repair
from engine.data.preference_pair import PreferencePair
from tests.engine.data import examples
from tests.engine.data.listed_pairs import ListedPairs

SAME = examples.pair("Same?", "Yes.", "Yes.", 1)
PAIR = examples.pair("Which?", "This.", "That.", 2)
# Rows 1 to 6: identical, a pair, another, a copy of the pair in a row with a fresh one, its opposite.
PAIRS = [
    SAME,
    PAIR,
    examples.pair("Other?", "Yes.", "No.", 3),
    replace(PAIR, row=4),
    examples.pair("Fresh?", "Yes.", "No.", 4),
    replace(flip(PAIR), row=5),
]


def repairs(pairs: list[PreferencePair], dropped: Sequence[int] = ()) -> dict[str, list[Repair]]:
    flagged = {name: flag.rows for name, flag in check_pairs(pairs).items()}
    return find_repairs(ListedPairs(pairs), array("I", dropped), flagged, lambda _: None)


def test_each_check_that_found_something_gets_its_mend() -> None:
    assert repairs(PAIRS) == {
        "identical_replies": [Repair(0, "drop")],
        "exact_duplicates": [Repair(3, "drop")],  # and not the fresh pair of the same row
        "contradictions": [Repair(1, "drop"), Repair(3, "drop"), Repair(5, "drop")],
    }


def test_dropped_pairs_are_passed_over() -> None:
    assert repairs(PAIRS, [0, 1]) == {
        "contradictions": [Repair(3, "drop"), Repair(5, "drop")],
    }


def test_what_was_flagged_and_cannot_be_mended_is_not_offered() -> None:
    lost = examples.pair("What?", "Lost \ufffd.", "No.", 1)
    assert repairs([lost]) == {}


def test_it_can_be_ended() -> None:
    def stop(_: None) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_repairs(ListedPairs(PAIRS), array("I"), {"identical_replies": [1]}, stop)


def test_two_mends_of_one_pair_count_once() -> None:
    first, second = [Repair(4, "drop"), Repair(1, "drop")], [Repair(4, "flip"), Repair(0, "flip")]
    assert together([first, second]) == [Repair(0, "flip"), Repair(1, "drop"), Repair(4, "drop")]
