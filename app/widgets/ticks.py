"""Round values for an axis. Apart from the charts, because pictures that need no numpy have axes, too."""

from __future__ import annotations

import math


def nice_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Three to five round values between the two, as people read them: 1, 2, 2.5 or 5 times a power of ten."""
    if not high > low:
        return [low]
    rough = (high - low) / most
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]
