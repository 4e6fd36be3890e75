"""Operations counted by hand, and the range that follows."""

from __future__ import annotations

import pytest

from engine.forecast.duration import LEAST_USED, MOST_USED, run_duration, run_operations


def test_an_epoch_goes_there_and_back_and_the_reference_there_alone() -> None:
    found = run_operations(1000, 50, tokens=7, scored=3, epochs=2, recomputes=False, needs_reference=True)
    assert found.reference == 2 * (7000 + 150)
    assert found.epoch == 4 * (7000 + 150)
    assert found.total == 10 * (7000 + 150)


def test_layers_computed_again_cost_another_way_there_and_no_reference_costs_nothing() -> None:
    found = run_operations(1000, 50, tokens=7, scored=3, epochs=1, recomputes=True, needs_reference=False)
    assert found.total == 4 * (7000 + 150) + 2 * 7000


def test_the_range_is_what_training_was_seen_to_use() -> None:
    operations = run_operations(1000, 0, tokens=10, scored=0, epochs=1, recomputes=False, needs_reference=False)
    found = run_duration(operations, products_per_second=4000.0)
    assert found.low == pytest.approx(10 / MOST_USED)
    assert found.high == pytest.approx(10 / LEAST_USED)
