"""Sorted numbers, asked for one of them: a million rows without a set of a million objects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def holds(rising: Sequence[int], value: int) -> bool:
    """Whether `value` is among numbers that rise."""
    place = bisect_left(rising, value)
    return place < len(rising) and rising[place] == value
