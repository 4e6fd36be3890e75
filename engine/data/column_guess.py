"""Which column is probably which, by its name: a first suggestion for a person to correct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

ReadingKind: TypeAlias = Literal["pairs", "votes", "labels"]

# What must be mapped for each way to write preferences down, and what may be.
NEEDED: dict[ReadingKind, tuple[str, ...]] = {
    "pairs": ("prompt", "chosen", "rejected"),
    "votes": ("prompt", "response_a", "response_b", "winner"),
    "labels": ("prompt", "completion", "label"),
}
OPTIONAL = ("system",)
_WORDS: dict[str, tuple[str, ...]] = {
    "prompt": ("prompt", "question", "instruction", "query", "frage", "user", "input", "context", "text"),
    "system": ("system",),
    "chosen": ("chosen", "preferred", "better", "best", "good", "winning", "accepted", "positive", "pos", "win"),
    "rejected": ("rejected", "dispreferred", "worse", "worst", "bad", "losing", "negative", "neg", "lose"),
    "response_a": ("a", "1", "first", "left", "one", "0"),
    "response_b": ("b", "2", "second", "right", "two", "1"),
    "winner": ("winner", "preference", "preferred", "verdict", "vote", "choice", "label", "better"),
    "completion": ("completion", "response", "reply", "answer", "output", "assistant"),
    "label": ("label", "rating", "thumb", "thumbs", "feedback", "score", "good"),
}


def guess_kind(columns: Sequence[str]) -> ReadingKind:
    """The way of writing whose columns are named best."""
    kinds: tuple[ReadingKind, ...] = ("pairs", "votes", "labels")
    return max(kinds, key=lambda kind: len(guess_columns(columns, kind)) / len(NEEDED[kind]))


def guess_columns(columns: Sequence[str], kind: ReadingKind) -> dict[str, str]:
    """Target by target the column whose name fits best; no column serves twice, and what fits nothing is left out."""
    found: dict[str, str] = {}
    for target in (*OPTIONAL, *NEEDED[kind]):  # a system prompt is no prompt
        taken = found.values()
        named = (
            column for word in _WORDS[target] for column in columns if column not in taken and word in _words(column)
        )
        match = next(named, None)
        if match is not None:
            found[target] = match
    return found


def _words(column: str) -> list[str]:
    spaced = re.sub(r"([a-z])([A-Z0-9])", r"\1 \2", column)
    return re.split(r"[\W_]+", spaced.lower())
