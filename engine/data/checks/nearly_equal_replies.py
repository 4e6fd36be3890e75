"""Chosen and rejected that differ in next to nothing."""

from __future__ import annotations

from engine.data.checks.flag import Check, each_row
from engine.data.checks.plain_words import first_word, plain_words
from engine.data.formats.shared_prompt import shared_length
from engine.data.preference_pair import PreferencePair

_SHORTEST = 100  # characters; in a shorter reply one word is a difference
_SHARE = 0.03  # of the reply, how much may differ
_MOST_APART = 0.2  # of the length; beyond it nothing else is compared


def _nearly_equal(pair: PreferencePair) -> bool:
    """Whether the replies are the same but for case, punctuation and spaces, or but for one short stretch."""
    chosen, rejected = pair.chosen_text, pair.rejected_text
    if pair.chosen == pair.rejected or not chosen or not rejected:
        return False
    longer, shorter = max(len(chosen), len(rejected)), min(len(chosen), len(rejected))
    if longer - shorter > _MOST_APART * longer:
        return False
    if first_word(chosen) == first_word(rejected) and plain_words(chosen) == plain_words(rejected):
        return True
    # What differs is short, so nearly half of the text is the same at one end at least.
    edge = _SHORTEST // 3
    alike = chosen[:edge] == rejected[:edge] or chosen[-edge:] == rejected[-edge:]
    return longer >= _SHORTEST and alike and _differing(chosen, rejected) <= _SHARE * longer


def _differing(first: str, second: str) -> int:
    """Characters between the beginning and the end that both texts share."""
    start = shared_length(first, second)
    end = shared_length(first[start:][::-1], second[start:][::-1])
    return max(len(first), len(second)) - start - end


NEARLY_EQUAL_REPLIES = Check(
    "nearly_equal_replies",
    "Nearly equal replies",
    "Replies that differ in a comma teach the comma. Where the small difference is the point, the pair is a good one.",
    each_row(_nearly_equal),
)
