"""One curve of a run: numbers that arrive one by one and are drawn all at once."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class MetricSeries:
    """Points by step. Steps rise.

    Kept without numpy, whose import would be a tenth of the window's start; the charts have imported it when they ask.
    """

    def __init__(self) -> None:
        self._steps = array("d")
        self._values = array("d")

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> NDArray[np.float64]:
        """Where the points are; a copy."""
        return _copied(self._steps)

    @property
    def values(self) -> NDArray[np.float64]:
        """The points as they came; a copy."""
        return _copied(self._values)

    def append(self, step: float, value: float) -> None:
        """Add a point to the right of the others."""
        self._steps.append(step)
        self._values.append(value)

    def keep_before(self, step: float) -> None:
        """Drop the points at `step` and after it: a resumed run does them again."""
        kept = bisect_left(self._steps, step)
        del self._steps[kept:], self._values[kept:]


def _copied(numbers: array[float]) -> NDArray[np.float64]:
    import numpy as np

    return np.array(numbers, dtype=np.float64)
