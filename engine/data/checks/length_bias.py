"""Whether the choice can be guessed from the replies' lengths alone."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from statistics import median

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.preference_pair import PreferencePair

_FEWEST_PAIRS = 20  # below this a share says little
_STRONG = 0.65


class _Finder:
    def __init__(self) -> None:
        self._rows, self._chosen, self._rejected = array("I"), array("I"), array("I")

    def add(self, pair: PreferencePair) -> None:
        if pair.is_thumb:
            return  # there is no other reply to choose by its length
        self._rows.append(pair.row)
        self._chosen.append(len(pair.chosen_text))
        self._rejected.append(len(pair.rejected_text))

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        """The rows that follow the rule, where always picking the longer (or the shorter) reply is right too often.

        Figures: `chosen_longer`, the share of pairs whose chosen reply is longer, equal lengths counting half, which
        is how often that rule is right; `median_ratio`, chosen length by rejected length in characters.
        """
        return length_bias_of(self._rows, self._chosen, self._rejected)


def length_bias_of(rows: Sequence[int], chosen_lengths: Sequence[int], rejected_lengths: Sequence[int]) -> Flag:
    """The same from the pairs' rows and their replies' lengths alone."""
    count = len(rows)
    if not count:
        return Flag()
    lengths = [*zip(chosen_lengths, rejected_lengths, strict=True)]
    longer = sum((chosen > rejected) + 0.5 * (chosen == rejected) for chosen, rejected in lengths) / count
    ratio = median(chosen / max(1, rejected) for chosen, rejected in lengths)
    figures = {"chosen_longer": longer, "median_ratio": ratio}
    share = max(longer, 1 - longer)
    if count < _FEWEST_PAIRS or share < _STRONG:
        return Flag(figures=figures)
    sign = 1 if longer > 0.5 else -1
    following = [row for row, (chosen, rejected) in zip(rows, lengths, strict=True) if sign * (chosen - rejected) > 0]
    flag = flag_rows(following)
    word, habit = ("longer", "long") if sign > 0 else ("shorter", "short")
    text = (
        f"Picking the {word} reply is right for {share:.0%} of the pairs, so training will also teach {habit} replies."
    )
    return Flag(flag.count, flag.rows, text, figures)


LENGTH_BIAS = Check(
    "length_bias",
    "Length bias",
    "If the chosen replies differ in length, the model learns the length before it learns the quality.",
    _Finder,
)
