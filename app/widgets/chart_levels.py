"""A long curve kept in several resolutions, so that zooming into a million points costs what is seen of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.widgets.chart_data import MOST_POINTS, Numbers, thin_out

_COARSER = 4  # times fewer points, from one level to the next
_FEW_ENOUGH = 16 * MOST_POINTS  # to be thinned out at once


@dataclass(frozen=True, slots=True)
class ChartLevels:
    """`levels` are (steps, values), the curve itself first and each next one thinned out further.

    Thinning keeps each stretch's lowest and highest point, so what is thinned again keeps them, too.
    """

    levels: tuple[tuple[Numbers, Numbers], ...]

    def between(self, low: float, high: float, most: int = MOST_POINTS) -> tuple[Numbers, Numbers]:
        """At most `most` points and two that look like the curve from step `low` to `high`.

        The nearest point beyond each end is among them, so that lines reach the edges.
        """
        steps, values = next(level for level in self.levels if _count(level[0], low, high) <= _FEW_ENOUGH)
        first, end = _within(steps, low, high)
        inner = thin_out(steps[first:end], values[first:end], most)
        before, after = slice(max(0, first - 1), first), slice(end, end + 1)
        return (
            np.concatenate([steps[before], inner[0], steps[after]]),
            np.concatenate([values[before], inner[1], values[after]]),
        )


def chart_levels(steps: Numbers, values: Numbers) -> ChartLevels:
    """The levels of a curve whose steps rise."""
    levels = [(steps, values)]
    while len(levels[-1][0]) > _FEW_ENOUGH:
        levels.append(thin_out(*levels[-1], len(levels[-1][0]) // _COARSER))
    return ChartLevels(tuple(levels))


def _count(steps: Numbers, low: float, high: float) -> int:
    first, end = _within(steps, low, high)
    return end - first


def _within(steps: Numbers, low: float, high: float) -> tuple[int, int]:
    return int(np.searchsorted(steps, low)), int(np.searchsorted(steps, high, side="right"))
