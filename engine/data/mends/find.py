"""What each mend would do to a file's pairs."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from engine.data.mends.mend import Mend, Repair
from engine.data.mends.registry import MENDS
from engine.data.pair_sequence import PairSequence

_TELL_EVERY = 2000  # pairs


def find_repairs(
    pairs: PairSequence, dropped: array[int], flagged: Mapping[str, Sequence[int]], tell: Callable[[None], None]
) -> dict[str, list[Repair]]:
    """The repairs of every mend whose check flagged rows, by the check's name; a mend with nothing to do is left out.

    A repair's index is the pair's among all `pairs`; those that are `dropped` are passed over. `flagged` are rows by
    check. `tell` is called now and then, so that the work can be ended. Raises EngineError when a pair cannot be read.
    """
    left_out = frozenset(dropped)
    found: dict[str, list[Repair]] = {}
    for name, rows in flagged.items():
        mend = MENDS.get(name)
        if mend is None or not rows:
            continue
        indices = [index for index in _looked_at(mend, pairs, frozenset(rows)) if index not in left_out]
        repairs: list[Repair] = []
        for done, repair in enumerate(mend.find(pairs.take(indices))):
            repairs.append(replace(repair, index=indices[repair.index]))
            if done % _TELL_EVERY == 0:
                tell(None)
        if repairs:
            found[name] = repairs
    return found


def together(repairs: Sequence[Sequence[Repair]]) -> list[Repair]:
    """Several mends as one, in rising order; of two that mean the same pair the first counts."""
    by_index: dict[int, Repair] = {}
    for some in repairs:
        for repair in some:
            by_index.setdefault(repair.index, repair)
    return [by_index[index] for index in sorted(by_index)]


def _looked_at(mend: Mend, pairs: PairSequence, rows: frozenset[int]) -> Sequence[int]:
    flagged = [index for index, row in enumerate(pairs.rows()) if row in rows]
    if mend.scope == "flagged":
        return flagged
    keys = pairs.prompt_keys()
    asked = {keys[index] for index in flagged}
    return [index for index, key in enumerate(keys) if key in asked]
