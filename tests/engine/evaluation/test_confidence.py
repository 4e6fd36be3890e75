from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.evaluation.confidence import Interval, log_evidence, share_interval, votes_to_settle

_cached_interval = cache(share_interval)


def ever_missed(share: float, votes: int, chance: random.Random, interval: object = _cached_interval) -> bool:
    """Whether somebody who looks after every vote would once see an interval without the true share."""
    wins = 0
    for count in range(1, votes + 1):
        wins += chance.random() < share
        found = interval(wins, count - wins)  # type: ignore[operator]
        if not found.low <= share <= found.high:
            return True
    return False


@pytest.mark.parametrize("share", [0.5, 0.65, 0.9])
def test_the_interval_holds_the_truth_after_every_vote(share: float) -> None:
    chance = random.Random(11)
    series = 1500
    missed = sum(ever_missed(share, 150, chance) for _ in range(series))
    # 5% are promised at most; three standard errors of the simulation on top.
    assert missed / series <= 0.05 + 3 * (0.05 * 0.95 / series) ** 0.5


def test_an_ordinary_interval_would_not() -> None:
    """The same simulation catches Wald's 95% interval, so it can tell."""

    def wald(wins: int, losses: int) -> Interval:
        count = wins + losses
        rate = wins / count
        half = 1.96 * (rate * (1 - rate) / count) ** 0.5
        return Interval(rate - half, rate + half)

    chance = random.Random(11)
    assert sum(ever_missed(0.5, 150, chance, wald) for _ in range(400)) / 400 > 0.2


def test_the_examples_of_the_docstring() -> None:
    near = share_interval(15, 6)
    assert (round(near.low, 2), round(near.high, 2)) == (0.39, 0.93)
    clear = share_interval(24, 6)
    assert (round(clear.low, 2), round(clear.high, 2)) == (0.53, 0.96)


def test_no_vote_says_nothing() -> None:
    assert share_interval(0, 0) == Interval(0.0, 1.0)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_observed_share_is_inside_and_sides_are_alike(wins: int, losses: int) -> None:
    found, mirrored = share_interval(wins, losses), share_interval(losses, wins)
    assert 0.0 <= found.low <= found.high <= 1.0
    if wins + losses:
        assert found.low <= wins / (wins + losses) <= found.high
    assert found.low == pytest.approx(1.0 - mirrored.high, abs=1e-8)


@given(st.integers(1, 60), st.integers(1, 60))
def test_more_votes_of_the_same_kind_narrow_it(wins: int, losses: int) -> None:
    assert share_interval(4 * wins, 4 * losses).width < share_interval(wins, losses).width


@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.02, 0.98))
def test_the_evidence_is_a_martingale(wins: int, losses: int, share: float) -> None:
    from math import exp

    after_win = exp(log_evidence(wins + 1, losses, share))
    after_loss = exp(log_evidence(wins, losses + 1, share))
    now = exp(log_evidence(wins, losses, share))
    assert share * after_win + (1 - share) * after_loss == pytest.approx(now, rel=1e-9)


def test_how_many_more_votes_would_settle_it() -> None:
    assert votes_to_settle(30, 2) == 0
    assert votes_to_settle(10, 10) is None
    more = votes_to_settle(15, 6)
    assert more is not None
    won = round(15 / 21 * more)
    assert share_interval(15 + won, 6 + more - won).low >= 0.5
    assert share_interval(15, 6).low < 0.5
