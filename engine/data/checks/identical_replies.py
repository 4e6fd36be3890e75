"""Chosen and rejected are the same reply."""

from __future__ import annotations

from engine.data.checks.flag import Check, each_row
from engine.data.preference_pair import PreferencePair


def _are_identical(pair: PreferencePair) -> bool:
    """Whether the two replies do not differ in a single character."""
    return pair.chosen == pair.rejected


IDENTICAL_REPLIES = Check(
    "identical_replies",
    "Identical replies",
    "Where both replies are the same there is nothing to prefer, and the pair only dilutes the others.",
    each_row(_are_identical),
)
