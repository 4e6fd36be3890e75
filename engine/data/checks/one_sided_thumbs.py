"""Thumbs that all point the same way."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.checks.flag import Check, Flag
from engine.data.preference_pair import PreferencePair


class _Finder:
    def __init__(self) -> None:
        self._up = self._down = 0

    def add(self, pair: PreferencePair) -> None:
        if pair.is_thumb:
            self._up += bool(pair.chosen)
            self._down += bool(pair.rejected)

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        """All or none. Figures: `up` and `down`, how many thumbs there are of each kind; none where there are pairs."""
        return one_sided_of(self._up, self._down)


def one_sided_of(up: int, down: int) -> Flag:
    """The same from the numbers of thumbs alone."""
    if not up and not down:
        return Flag()
    figures = {"up": float(up), "down": float(down)}
    if up and down:
        return Flag(figures=figures)
    way, other = ("up", "down") if up else ("down", "up")
    text = f"All thumbs point {way}, so the model is not told what deserves a thumb {other}."
    return Flag(up or down, text=text, figures=figures)


ONE_SIDED_THUMBS = Check(
    "one_sided_thumbs",
    "Thumbs of one kind",
    "Learning from thumbs compares good replies with bad ones; of one kind alone little more than imitation is left.",
    _Finder,
)
