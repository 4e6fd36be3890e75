"""The same pair more than once."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.content_key import prompt_key, reply_key
from engine.data.preference_pair import PreferencePair


def find(pairs: Sequence[PreferencePair]) -> Flag:
    """The second and later copies of a pair, the ones that could be dropped.

    The two ways round of one tie are no copies of each other, even if its replies are the same.
    """
    seen: dict[tuple[bytes, bytes, bytes], PreferencePair] = {}
    copies: list[int] = []
    for pair in pairs:
        key = (prompt_key(pair), reply_key(pair.chosen), reply_key(pair.rejected))
        first = seen.setdefault(key, pair)
        if first is not pair and not (pair.tied and first.row == pair.row):
            copies.append(pair.row)
    return flag_rows(copies)


EXACT_DUPLICATES = Check(
    "exact_duplicates",
    "Duplicates",
    "A pair that is there twice counts twice, and a copy that is held back makes the evaluation look better.",
    find,
)
