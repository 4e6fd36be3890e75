from __future__ import annotations

import pytest

from engine.data.checks.flag import Flag
from engine.data.checks.length_bias import LENGTH_BIAS
from engine.data.preference_pair import PreferencePair
from tests.engine.data.examples import pair

find = LENGTH_BIAS.find


def pairs(longer: int, shorter: int, equal: int = 0) -> list[PreferencePair]:
    lengths = [(4, 2)] * longer + [(2, 4)] * shorter + [(3, 3)] * equal
    return [pair(chosen="a" * one, rejected="b" * two, row=row) for row, (one, two) in enumerate(lengths, start=1)]


def test_a_bias_to_long_replies_flags_the_rows_that_show_it() -> None:
    flag = find(pairs(longer=15, shorter=5))
    assert (flag.count, flag.rows) == (15, tuple(range(1, 16)))
    assert flag.figures == {"chosen_longer": 0.75, "median_ratio": 2.0}
    assert (
        flag.text == "Picking the longer reply is right for 75% of the pairs, so training will also teach long replies."
    )


def test_a_bias_to_short_replies_flags_the_rows_that_show_it() -> None:
    flag = find(pairs(longer=4, shorter=16))
    assert flag.rows == tuple(range(5, 21))
    assert flag.figures == {"chosen_longer": 0.2, "median_ratio": 0.5}
    assert "shorter reply is right for 80%" in flag.text


@pytest.mark.parametrize("longer, shorter, equal, share", [(10, 10, 0, 0.5), (12, 8, 0, 0.6), (5, 0, 20, 0.6)])
def test_balanced_lengths_flag_nothing(longer: int, shorter: int, equal: int, share: float) -> None:
    flag = find(pairs(longer, shorter, equal))
    assert (flag.count, flag.rows, flag.text) == (0, (), "")
    assert flag.figures["chosen_longer"] == pytest.approx(share)


def test_a_handful_of_pairs_shows_no_bias() -> None:
    assert find(pairs(longer=19, shorter=0)).count == 0


def test_no_pairs_have_no_figures() -> None:
    assert find([]) == Flag()
