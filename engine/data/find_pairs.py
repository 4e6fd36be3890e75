"""Which pairs a search and a filter leave."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Collection
from dataclasses import dataclass

from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair

_SECONDS = 0.1  # between two deliveries


@dataclass(frozen=True, slots=True)
class Found:
    """Indices of pairs that were found since the last time, rising, and how far the search is, from 0 to 1."""

    indices: array[int]
    share: float


def find_pairs(pairs: PairSequence, text: str, rows: Collection[int] | None, tell: Callable[[Found], None]) -> None:
    """Tell which pairs have a row in `rows` (None: any) and hold `text`, upper and lower case alike.

    The prompt's turns and both replies are searched.
    """
    wanted = text.strip().casefold()
    among = None if rows is None else frozenset(rows)
    candidates = array("I", (index for index, row in enumerate(pairs.rows()) if among is None or row in among))
    if not wanted:
        tell(Found(candidates, 1.0))
        return
    found, told = array("I"), time.monotonic()
    for done, (index, pair) in enumerate(zip(candidates, pairs.take(candidates), strict=True)):
        if _holds(pair, wanted):
            found.append(index)
        if time.monotonic() - told > _SECONDS:
            tell(Found(found, done / len(candidates)))
            found, told = array("I"), time.monotonic()
    tell(Found(found, 1.0))


def _holds(pair: PreferencePair, wanted: str) -> bool:
    turns = (*pair.prompt, *pair.chosen, *pair.rejected)
    return any(wanted in message.content.casefold() for message in turns)
