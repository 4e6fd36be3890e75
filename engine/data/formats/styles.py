"""RM-Bench: the same chosen and rejected content in several styles, as two lists in one order.

RewardBench 2 has lists of unequal length: there every chosen reply is better than every rejected one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from engine.data.formats.format import Fields, Format, Outcome, SkippedRow, UnusableRowError
from engine.data.formats.messages import read_messages, read_reply
from engine.data.formats.pair import make_pair


def confidence(fields: Fields) -> float:
    """Two lists of texts; TRL's lists hold turns."""
    return 0.9 if "prompt" in fields and _texts(fields.get("chosen")) and _texts(fields.get("rejected")) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair a style, so that style alone decides nothing; a reply that cannot be used costs its pairs alone."""
    chosen, rejected = fields.get("chosen"), fields.get("rejected")
    if not isinstance(chosen, list) or not isinstance(rejected, list):
        raise UnusableRowError("Its replies are not two lists.")
    prompt = read_messages(fields.get("prompt"), "prompt")
    same = len(chosen) == len(rejected)
    for better, worse in zip(chosen, rejected, strict=True) if same else product(chosen, rejected):
        try:
            yield make_pair(row, prompt, read_reply(better, "chosen"), read_reply(worse, "rejected"))
        except UnusableRowError as unusable:
            yield SkippedRow(row, unusable.reason, unusable.problem)


def _texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


STYLES = Format("styles", "RM-Bench pairs", confidence, convert)
