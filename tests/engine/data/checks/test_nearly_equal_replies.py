from __future__ import annotations

import pytest

from engine.data.checks.nearly_equal_replies import NEARLY_EQUAL_REPLIES
from tests.engine.data.examples import pair

find = NEARLY_EQUAL_REPLIES.find

LONG = "The sun is a star, and the earth goes round it once a year; the moon goes round the earth in a month. " * 2


@pytest.mark.parametrize(
    "chosen, rejected",
    [
        ("Blue.", "blue"),
        ("Blue and red.", "Blue  and\nred"),
        (LONG + "Yes.", LONG + "No."),
        ("Well. " + LONG, LONG),
        (LONG[:90] + "big" + LONG[90:], LONG[:90] + "hot" + LONG[90:]),
    ],
)
def test_next_to_no_difference_is_found(chosen: str, rejected: str) -> None:
    assert find([pair(chosen=chosen, rejected=rejected, row=7)]).rows == (7,)


@pytest.mark.parametrize(
    "chosen, rejected",
    [
        ("Blue.", "Blue."),  # identical replies have their own check
        ("45 km are 45000 m.", "45 km are 4500 m."),
        ("Blue.", "Red."),
        (LONG, LONG[:100]),
        (LONG + "a b c d e f g h i j", LONG + "k l m n o p q r s t"),
        (LONG, LONG[::-1]),
    ],
)
def test_a_real_difference_is_left_alone(chosen: str, rejected: str) -> None:
    assert find([pair(chosen=chosen, rejected=rejected)]).count == 0
