"""One prompt, the same two replies, and both ways round."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.checks.pair_keys import PairKeys
from engine.data.preference_pair import PreferencePair


class _Finder:
    def __init__(self) -> None:
        self._keys = PairKeys()

    def add(self, pair: PreferencePair) -> None:
        if not pair.tied:  # a kept tie decides nothing
            self._keys.add(pair)

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        """Every row of a comparison that another row decides the other way."""
        import numpy as np

        contradicted = np.isin(self._keys.forward(), self._keys.backward()) & ~self._keys.same_replies
        return flag_rows(self._keys.rows[contradicted].tolist())


CONTRADICTIONS = Check(
    "contradictions",
    "Contradictions",
    "Two rows that prefer opposite replies to one prompt cancel each other and teach nothing.",
    _Finder,
)
