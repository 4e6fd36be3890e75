"""What a chart draws, worked out from what was measured. Pure functions on numpy arrays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
SeriesRole = Literal["accent", "chosen", "rejected", "run_1", "run_2", "run_3", "run_4"]

MOST_POINTS = 2000
_BLOCK = 64  # values that are averaged by one product


def _none() -> Numbers:
    return np.empty(0)


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One curve: a value for each step, and now and then one measured on held-back pairs.

    `steps` rise; values that are not finite leave a gap. `has_dots` marks each of few values by a dot.
    """

    name: str
    role: SeriesRole
    steps: Numbers
    values: Numbers
    evaluation_steps: Numbers = field(default_factory=_none)
    evaluation_values: Numbers = field(default_factory=_none)
    has_dots: bool = False


def smooth(values: Numbers, weight: float) -> Numbers:
    """Exponential moving average, corrected for its start as Adam's moments are (Kingma and Ba 2014, section 3).

    `weight` from 0 (none) to just below 1 is the share of the past. Values that are not finite are skipped over.
    """
    if weight <= 0 or len(values) == 0:
        return values.copy()
    finite = np.isfinite(values)
    if not finite.any():
        return np.full(len(values), math.nan)
    means = _moving_average(values[finite], weight)
    newest = np.cumsum(finite) - 1  # before the first finite value there is none yet
    return np.where(newest < 0, math.nan, means[np.maximum(newest, 0)])


def _moving_average(values: Numbers, weight: float) -> Numbers:
    """The same for finite values, a block at a time: a million steps of plain Python would hold the window up."""
    blocks = math.ceil(len(values) / _BLOCK)
    rows = np.zeros((blocks, _BLOCK))
    rows.reshape(-1)[: len(values)] = values
    ages = np.arange(_BLOCK)
    powers = weight ** np.maximum(ages[None, :] - ages[:, None], 0)
    within = rows @ np.triu((1 - weight) * powers)  # within[b, i] = sum over j <= i of (1 - w) w^(i - j) rows[b, j]
    carried, carry, kept = np.empty(blocks), 0.0, weight**_BLOCK
    for block, last in enumerate(within[:, -1].tolist()):
        carried[block] = carry
        carry = last + kept * carry
    means = (within + carried[:, None] * weight ** (ages + 1)).reshape(-1)[: len(values)]
    return means / -np.expm1(np.arange(1, len(values) + 1) * math.log(weight))


def thin_out(steps: Numbers, values: Numbers, most: int = MOST_POINTS) -> tuple[Numbers, Numbers]:
    """At most `most` points that look the same: of each stretch its lowest and its highest point, in their order."""
    if len(steps) <= most:
        return steps, values
    stretches = most // 2
    length = math.ceil(len(steps) / stretches)
    padding = stretches * length - len(steps)
    padded = np.concatenate([values, np.full(padding, values[-1])]).reshape(stretches, length)
    filled_low = np.where(np.isfinite(padded), padded, np.inf)
    filled_high = np.where(np.isfinite(padded), padded, -np.inf)
    ends = np.stack([filled_low.argmin(axis=1), filled_high.argmax(axis=1)], axis=1)
    ends.sort(axis=1)
    index = (ends + (np.arange(stretches) * length)[:, None]).reshape(-1)
    index = np.unique(np.minimum(index, len(steps) - 1))
    return steps[index], values[index]


def value_range(series: Sequence[ChartSeries], always: tuple[float, ...] = ()) -> tuple[float, float]:
    """The lowest and highest value to show, with a little air; outliers beyond 99% of a long curve may leave it.

    `always` are values that must be inside, such as 0.5 for a coin's accuracy.
    """
    parts = [array[np.isfinite(array)] for one in series for array in (one.values, one.evaluation_values)]
    everything = np.concatenate([*parts, np.array(always)]) if parts else np.array(always)
    if len(everything) == 0:
        return 0.0, 1.0
    low, high = float(everything.min()), float(everything.max())
    if len(everything) > 200:
        low = min(float(np.quantile(everything, 0.005)), *always, math.inf)
        high = max(float(np.quantile(everything, 0.995)), *always, -math.inf)
    if high - low < 1e-9:
        spread = max(abs(high) * 0.1, 0.1)
        return low - spread, high + spread
    air = 0.08 * (high - low)
    return low - air, high + air


def trend(values: Numbers) -> str:
    """Where a smoothed curve went over its last fifth: falling, rising or steady."""
    finite = values[np.isfinite(values)]
    if len(finite) < 5:
        return "steady"
    change = float(finite[-1] - finite[-max(2, len(finite) // 5)])
    spread = float(finite.max() - finite.min())
    if spread == 0 or abs(change) < 0.05 * spread:
        return "steady"
    return "rising" if change > 0 else "falling"


def value_at(steps: Numbers, values: Numbers, step: float) -> float | None:
    """The value at the step nearest to this one; None where there is none yet."""
    if len(steps) == 0 or step > float(steps[-1]) + 0.5 or step < float(steps[0]) - 0.5:
        return None
    right = int(np.searchsorted(steps, step))
    candidates = [index for index in (right - 1, right) if 0 <= index < len(steps)]
    nearest = min(candidates, key=lambda index: abs(float(steps[index]) - step))
    value = float(values[nearest])
    return value if math.isfinite(value) else None
