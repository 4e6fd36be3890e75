"""Where the rejected reply has the better score, the pair can be turned round to agree with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.data.mends.mend import Mend, Repair, count_pairs
from engine.data.preference_pair import PreferencePair


def find(pairs: Iterable[PreferencePair]) -> Iterator[Repair]:
    """Flip every pair with a margin below 0."""
    return (Repair(index, "flip") for index, pair in enumerate(pairs) if pair.margin is not None and pair.margin < 0)


SCORE_AGAINST_LABEL = Mend(
    "score_against_label",
    "flagged",
    find,
    lambda count: f"Flip {count_pairs(count)}, so that the reply with the better score is chosen.",
    lambda count: f"Flipped {count_pairs(count)}",
)
