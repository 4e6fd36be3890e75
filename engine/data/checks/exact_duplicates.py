"""The same pair more than once."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.checks.pair_keys import PairKeys
from engine.data.preference_pair import PreferencePair


class _Finder:
    def __init__(self) -> None:
        self._keys = PairKeys()
        self.add = self._keys.add

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        """The second and later copies of a pair, the ones that could be dropped."""
        return flag_rows(self._keys.rows[self._keys.copies()].tolist())


EXACT_DUPLICATES = Check(
    "exact_duplicates",
    "Duplicates",
    "A pair that is there twice counts twice, and a copy that is held back makes the evaluation look better.",
    _Finder,
)
