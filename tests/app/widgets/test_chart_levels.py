"""A curve in several resolutions: whatever part is looked at, its extremes are there."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.chart_levels import chart_levels


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.integers(0, 2**32 - 1))
def test_a_part_keeps_its_extremes_within_a_few_points(low: int, high: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=200_000).cumsum()
    steps = np.arange(len(values), dtype=float)
    low, high = sorted((low, high))
    thin_steps, thin_values = chart_levels(steps, values).between(low, high)
    assert len(thin_steps) <= 2002
    assert (np.diff(thin_steps) > 0).all()
    assert (values[thin_steps.astype(int)] == thin_values).all()
    inside = values[low : high + 1]
    assert inside.size == 0 or thin_values.min() <= inside.min()
    assert inside.size == 0 or thin_values.max() >= inside.max()


def test_lines_reach_the_edges() -> None:
    steps = np.array([0.0, 10.0, 20.0, 30.0])
    assert chart_levels(steps, steps).between(12, 18)[0].tolist() == [10.0, 20.0]
    assert chart_levels(steps, steps).between(0, 30)[0].tolist() == steps.tolist()


def test_nothing_is_nothing() -> None:
    assert len(chart_levels(np.empty(0), np.empty(0)).between(0, 10)[0]) == 0
