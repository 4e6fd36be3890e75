"""How long the replies of a file are, chosen against rejected: what a picture of them shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.data.pair_sequence import PairSequence

if TYPE_CHECKING:
    import numpy as np

BINS = 24
_SHOWN = 0.99  # the longest hundredth is left out, so that one giant does not squeeze the rest


@dataclass(frozen=True, slots=True)
class ReplyLengths:
    """`longest` ends the last bin, in characters; `chosen` and `rejected` are how many replies are in each of the bins.

    Longer replies count in the last bin. The medians are of all replies.
    """

    longest: float
    chosen: tuple[int, ...]
    rejected: tuple[int, ...]
    median_chosen: float
    median_rejected: float


def reply_lengths(pairs: PairSequence) -> ReplyLengths | None:
    """The lengths of all replies; None where there are no pairs."""
    import numpy as np

    if not len(pairs):
        return None
    chosen, rejected = pairs.all_lengths()
    if not (chosen * rejected).any():  # replies with thumbs lack one side each, which is no reply of no length
        chosen, rejected = chosen[chosen > 0], rejected[rejected > 0]
    both = np.concatenate([chosen, rejected])
    longest = max(1.0, float(np.quantile(both, _SHOWN))) if len(both) else 1.0
    return ReplyLengths(
        longest,
        _counts(chosen, longest),
        _counts(rejected, longest),
        _median(chosen),
        _median(rejected),
    )


def _median(lengths: np.ndarray) -> float:
    import numpy as np

    return float(np.median(lengths)) if len(lengths) else 0.0


def _counts(lengths: np.ndarray, longest: float) -> tuple[int, ...]:
    import numpy as np

    counts, _ = np.histogram(np.minimum(lengths, longest), BINS, (0.0, longest))
    return tuple(counts.tolist())
