"""A chosen reply that its own source scored below the rejected one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.preference_pair import PreferencePair


class _Finder:
    def __init__(self) -> None:
        self._rows = array("I")
        self._equal = 0

    def add(self, pair: PreferencePair) -> None:
        if pair.margin is not None and pair.margin <= 0:
            if pair.margin == 0:
                self._equal += 1
            else:
                self._rows.append(pair.row)

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        """The rows whose margin is below 0; how many have a margin of just 0 is told beside them."""
        flag = flag_rows(self._rows)
        text = f"In {self._equal:,} more pairs both replies have the same score." if self._equal else ""
        return Flag(flag.count, flag.rows, text, {"equal_scores": float(self._equal)} if self._equal else {})


SCORE_AGAINST_LABEL = Check(
    "score_against_label",
    "Score against the label",
    "If the rejected reply has the better score, one of the two is wrong, and training takes the label's side.",
    _Finder,
)
