from __future__ import annotations

from dataclasses import replace

from engine.data.checks.flag import Flag
from engine.data.checks.score_against_label import SCORE_AGAINST_LABEL
from tests.engine.data.examples import pair

find = SCORE_AGAINST_LABEL.find


def test_only_a_margin_below_0_contradicts_and_equal_scores_are_told() -> None:
    margins = {1: 2.0, 2: -0.5, 3: 0.0, 4: None}
    flag = find([replace(pair(row=row), margin=margin) for row, margin in margins.items()])
    assert (flag.count, flag.rows, flag.figures) == (1, (2,), {"equal_scores": 1.0})
    assert flag.text == "In 1 more pairs both replies have the same score."


def test_pairs_without_scores_say_nothing() -> None:
    assert find([pair()]) == Flag()
