"""Bytes counted operation by operation."""

from __future__ import annotations

import torch

from engine.forecast.live_bytes import LiveBytes


def test_counts_what_is_alive_at_once_and_not_what_is_known() -> None:
    known = torch.ones(100)
    with LiveBytes([known]) as held:
        view = known.view(10, 10)  # of known bytes
        doubled = view * 2
        del doubled
        kept = torch.cat([known, known])
        del kept
    assert (held.live, held.peak) == (0, 800)


def test_a_hole_is_reused_for_its_own_size_alone() -> None:
    with LiveBytes(()) as held:
        for size in (100, 100, 50):
            made = torch.zeros(size)
            del made
    assert held.peak == 400
    assert held.resident == 400 + 200
