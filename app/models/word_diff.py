"""Which words only one of two replies has, for the tints. Pure text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.language.translate import tr

_WORDS = re.compile(r"\w+|[^\w\s]", re.UNICODE)
_MOST_WORDS = 1500  # of both replies together; comparing takes the product of their lengths
_MOST_DIFFERENT = 0.7

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WordDiff:
    """Spans (start, end) in characters of the words that only this side has.

    `reason` says why nothing is tinted, where comparing word by word would not help.
    """

    chosen: tuple[Span, ...] = ()
    rejected: tuple[Span, ...] = ()
    reason: str = ""


def compare_words(chosen: str, rejected: str) -> WordDiff:
    """Compare two replies; spans that only whitespace parts are joined."""
    if chosen == rejected:
        return WordDiff(reason=tr("Both replies are the same."))
    left, right = list(_WORDS.finditer(chosen)), list(_WORDS.finditer(rejected))
    if len(left) + len(right) > _MOST_WORDS:
        return WordDiff(reason=tr("Too long to compare word by word."))
    matcher = SequenceMatcher(None, [m.group() for m in left], [m.group() for m in right], autojunk=False)
    if 1 - matcher.ratio() > _MOST_DIFFERENT:
        return WordDiff(reason=tr("The replies share too few words to mark them."))
    blocks = [opcode for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    return WordDiff(
        tuple(_span(left, start, end) for _, start, end, _, _ in blocks if end > start),
        tuple(_span(right, start, end) for _, _, _, start, end in blocks if end > start),
    )


def _span(words: Sequence[re.Match[str]], start: int, end: int) -> Span:
    return words[start].start(), words[end - 1].end()
