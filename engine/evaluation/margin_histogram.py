"""How many pairs have which margin, in bins that stay the same over a run, so that pictures of it can be compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

BINS = 36  # about so many are wanted; the width is a round number
_SHOWN = 0.99  # the outermost hundredth counts in the outermost bins
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class MarginBins:
    """`count` bins of `width` nats; 0 is where the bin after the first `below_zero` ones begins."""

    width: float
    below_zero: int
    count: int

    @property
    def low(self) -> float:
        """Where the first bin begins."""
        return -self.below_zero * self.width

    @property
    def high(self) -> float:
        """Where the last bin ends."""
        return (self.count - self.below_zero) * self.width


@dataclass(frozen=True, slots=True)
class MarginHistogram:
    """Pairs in each bin; those beyond the bins count in the outermost. `median` is of all, NaN without any."""

    bins: MarginBins
    counts: tuple[int, ...]
    pairs: int
    below_zero: int
    median: float


def margin_bins(margins: np.ndarray) -> MarginBins:
    """Bins that hold all but the outermost of these margins, and 0."""
    import numpy

    finite = margins[numpy.isfinite(margins)]
    low, high = numpy.quantile(finite, ((1 - _SHOWN) / 2, (1 + _SHOWN) / 2)).tolist() if len(finite) else (0.0, 0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    width = _round_up((high - low) / BINS) if high > low else 0.1
    below_zero, above = math.ceil(-low / width), max(1, math.ceil(high / width))
    return MarginBins(width, below_zero, below_zero + above)


def margin_histogram(margins: np.ndarray, bins: MarginBins) -> MarginHistogram:
    """Count margins, leaving out what is no number."""
    import numpy

    finite = margins[numpy.isfinite(margins)].astype(numpy.float64)
    places = numpy.clip(numpy.floor(finite / bins.width) + bins.below_zero, 0, bins.count - 1).astype(numpy.int64)
    counts = numpy.bincount(places, minlength=bins.count)
    median = float(numpy.median(finite)) if len(finite) else math.nan
    return MarginHistogram(bins, tuple(counts.tolist()), len(finite), int((finite < 0).sum()), median)


def _round_up(width: float) -> float:
    power = 10.0 ** math.floor(math.log10(width))
    return power * next(step for step in _ROUND if step * power >= width * (1 - 1e-9))
