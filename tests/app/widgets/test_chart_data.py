"""What charts draw, against hand-worked numbers and rules that hold for any."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.widgets.chart_data import ChartSeries, smooth, thin_out, trend, value_at, value_range

_VALUES = arrays(np.float64, st.integers(1, 300), elements=st.floats(-1e3, 1e3, width=32))


def test_smoothing_by_hand() -> None:
    # weight 0.5: means 0.5, 0.25*1+0.5*3=1.75 over scales 0.5, 0.75 -> 1, 7/3
    assert smooth(np.array([1.0, 3.0]), 0.5) == pytest.approx([1.0, 7 / 3])


def test_smoothing_skips_what_is_no_number() -> None:
    assert smooth(np.array([1.0, math.nan, 1.0]), 0.9) == pytest.approx([1.0, 1.0, 1.0])


def _one_by_one(values: list[float], weight: float) -> list[float]:
    mean, scale, means = 0.0, 0.0, list[float]()
    for value in values:
        if math.isfinite(value):
            mean, scale = weight * mean + (1 - weight) * value, weight * scale + (1 - weight)
        means.append(mean / scale if scale else math.nan)
    return means


@given(
    st.lists(st.one_of(st.floats(-1e3, 1e3), st.sampled_from([math.nan, math.inf])), min_size=1, max_size=300),
    st.floats(0.01, 0.99),
)
def test_smoothing_in_blocks_is_smoothing_one_by_one(values: list[float], weight: float) -> None:
    expected = _one_by_one(values, weight)
    assert smooth(np.array(values), weight) == pytest.approx(expected, abs=1e-8, nan_ok=True)


@given(_VALUES, st.floats(0.0, 0.99))
def test_a_smoothed_curve_stays_between_its_extremes(values: np.ndarray, weight: float) -> None:
    mean = smooth(values, weight)
    assert len(mean) == len(values)
    assert mean.min() >= values.min() - 1e-6
    assert mean.max() <= values.max() + 1e-6


@given(arrays(np.float64, st.integers(1, 5000), elements=st.floats(-1e3, 1e3, width=32)))
def test_thinning_keeps_the_extremes_and_the_order(values: np.ndarray) -> None:
    steps = np.arange(len(values), dtype=float)
    thin_steps, thin_values = thin_out(steps, values, 100)
    assert len(thin_steps) <= max(100, min(len(steps), 100))
    assert thin_values.min() == values.min()
    assert thin_values.max() == values.max()
    assert (np.diff(thin_steps) > 0).all()
    assert (values[thin_steps.astype(int)] == thin_values).all()


def test_short_curves_are_not_thinned() -> None:
    steps = np.arange(50.0)
    assert thin_out(steps, steps)[0] is steps


def _series(values: list[float], evaluation: list[float] | None = None) -> ChartSeries:
    held_back = np.array(evaluation or [])
    steps = np.arange(1.0, len(values) + 1)
    return ChartSeries("Train", "accent", steps, np.array(values), np.arange(1.0, len(held_back) + 1), held_back)


def test_the_range_holds_everything_and_the_reference() -> None:
    low, high = value_range((_series([0.6, 0.7], [0.9]),), always=(0.5,))
    assert low < 0.5
    assert high > 0.9
    assert value_range(()) == (0.0, 1.0)
    flat_low, flat_high = value_range((_series([1.0, 1.0]),))
    assert flat_low < 1.0 < flat_high


def test_one_spike_in_a_thousand_does_not_flatten_the_rest() -> None:
    values = [0.5 + 0.1 * (index % 2) for index in range(1000)]
    values[500] = 1000.0
    assert value_range((_series(values),))[1] < 1.0


@pytest.mark.parametrize(
    "values, word",
    [([1, 2, 3, 4, 5, 6], "rising"), ([6, 5, 4, 3, 2, 1], "falling"), ([1, 1, 1, 1, 1, 1], "steady"), ([1], "steady")],
)
def test_where_a_curve_goes(values: list[float], word: str) -> None:
    assert trend(np.array(values, dtype=float)) == word


def test_reading_a_curve_at_a_step() -> None:
    steps, values = np.array([1.0, 2.0, 4.0]), np.array([10.0, 20.0, math.nan])
    assert value_at(steps, values, 1.4) == 10.0
    assert value_at(steps, values, 4.0) is None
    assert value_at(steps, values, 9.0) is None
    assert value_at(steps, values, 0.0) is None
    assert value_at(np.empty(0), np.empty(0), 1.0) is None
