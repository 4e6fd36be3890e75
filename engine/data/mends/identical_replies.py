"""Where both replies are the same there is nothing to learn, so the pair can go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.data.mends.mend import Mend, Repair, count_pairs
from engine.data.preference_pair import PreferencePair


def find(pairs: Iterable[PreferencePair]) -> Iterator[Repair]:
    """Drop every such pair."""
    return (Repair(index, "drop") for index, pair in enumerate(pairs) if pair.chosen == pair.rejected)


IDENTICAL_REPLIES = Mend(
    "identical_replies",
    "flagged",
    find,
    lambda count: f"Drop {count_pairs(count)} whose two replies are the same.",
    lambda count: f"Dropped {count_pairs(count)} with identical replies",
    is_plain=True,
)
