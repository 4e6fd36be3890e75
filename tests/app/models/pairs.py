"""Preference pairs for the window's tests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from engine.data.index_file import index_preferences
from engine.data.pair_store import PairStore
from engine.data.preference_pair import Message, PreferencePair


def make_pair(row: int, prompt: str = "", chosen: str = "Yes.", rejected: str = "No, not today.") -> PreferencePair:
    return PreferencePair(
        row,
        (Message("user", prompt or f"Question {row}?"),),
        (Message("assistant", chosen),),
        (Message("assistant", rejected),),
    )


def make_store(folder: Path, pairs: Sequence[PreferencePair]) -> PairStore:
    """These pairs, in rows 1, 2, 3 and so on of a file, as the window has them."""
    path = folder / "pairs.jsonl"
    rows = [{"prompt": pair.prompt_text, "chosen": pair.chosen_text, "rejected": pair.rejected_text} for pair in pairs]
    unusable = {"prompt": "Why?", "chosen": "", "rejected": ""}
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows, unusable]), encoding="utf-8")
    ours = folder / "ours"
    ours.mkdir()
    store = index_preferences(path, ours).pairs
    assert isinstance(store, PairStore)
    return store


def write_pairs(path: Path, count: int = 40, extra: list[dict[str, str]] | None = None) -> Path:
    """A file of `count` pairs, the replies' lengths balanced, and whatever else it should hold."""
    rows = [
        {
            "prompt": f"Question {number}?",
            "chosen": "Yes." if number % 2 else f"Yes, and gladly so, {number}.",
            "rejected": f"No, never in {number} years." if number % 2 else "No.",
        }
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows, *(extra or [])]), encoding="utf-8")
    return path
