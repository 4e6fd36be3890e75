"""Which of many names somebody means who types a few letters."""

from __future__ import annotations

from collections.abc import Sequence


def best_matches(query: str, names: Sequence[str]) -> list[int]:
    """The indices of the names that hold every word of the query, the best first; all in their order for an empty one.

    A word at the start of a name is worth more than one at the start of a later word, and that more than one inside.
    """
    words = query.casefold().split()
    scored = [(_score(words, name.casefold()), index) for index, name in enumerate(names)]
    return [index for score, index in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if score >= 0]


def _score(words: Sequence[str], name: str) -> int:
    """-1 when a word is missing."""
    total = 0
    for word in words:
        place = name.find(word)
        if place < 0:
            return -1
        total += 3 if place == 0 else 2 if f" {word}" in name else 1
    return total
