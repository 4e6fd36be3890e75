"""The forecast's sums and verdicts, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.forecast.memory import MemoryForecast, memory_parts

PARTS = replace(
    memory_parts(program=100, weights=200, trained_numbers=10), activations=300, output_head=50, allocator=20
)


def test_an_adapters_number_costs_sixteen_bytes() -> None:
    assert (PARTS.adapter, PARTS.gradients, PARTS.optimizer) == (40, 40, 80)
    assert PARTS.total == 100 + 200 + 160 + 300 + 50 + 20


@pytest.mark.parametrize("available, verdict", [(829, "will not fit"), (830, "tight"), (1037, "tight"), (1038, "fits")])
def test_tight_is_less_than_a_fifth_left(available: int, verdict: str) -> None:
    assert MemoryForecast(PARTS, available).verdict == verdict
