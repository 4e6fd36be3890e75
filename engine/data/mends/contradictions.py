"""Pairs that say the opposite of each other: nothing tells which is right, so all of them can go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from engine.data.edits.edit import flip, pair_digest
from engine.data.mends.mend import Mend, Repair, count_pairs
from engine.data.preference_pair import PreferencePair


def find(pairs: Iterable[PreferencePair]) -> Iterator[Repair]:
    """Drop both sides of every contradiction; ties that are kept both ways round are none."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    opposite: dict[str, str] = {}
    for index, pair in enumerate(pairs):
        if not pair.tied and pair.chosen != pair.rejected:
            digest = pair_digest(pair)
            places[digest].append(index)
            opposite[digest] = pair_digest(flip(pair))
    dropped = [index for digest, found in places.items() if opposite[digest] in places for index in found]
    yield from (Repair(index, "drop") for index in sorted(dropped))


CONTRADICTIONS = Mend(
    "contradictions",
    "same_prompt",
    find,
    lambda count: f"Drop {count_pairs(count)} that contradict each other, both sides.",
    lambda count: f"Dropped {count_pairs(count)} that contradicted each other",
)
