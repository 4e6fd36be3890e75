"""Alpaca's fields with two replies: instruction, input, chosen, rejected, and perhaps system and history.

LLaMA-Factory's ranked Alpaca shape. An `output` column is left over from supervised tuning and says nothing here;
only where it holds two texts and nothing else is chosen is it the shape of before 2024, the better reply first.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome, UnusableRowError
from engine.data.formats.margin import read_margin
from engine.data.formats.messages import not_text, read_history, read_reply
from engine.data.formats.pair import make_pair, with_system
from engine.data.preference_pair import Message


def confidence(fields: Fields) -> float:
    """An instruction beside two replies, and no field that TRL would take for the prompt."""
    known = "instruction" in fields and "chosen" in fields and "rejected" in fields
    return 0.9 if known and "prompt" not in fields else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair: instruction and input, one under the other, are the last user's turn after `history`."""
    parts = [_text(fields.get(key), key) for key in ("instruction", "input")]
    question = Message("user", "\n".join(part for part in parts if part))
    prompt = (*read_history(fields.get("history")), question)
    yield make_pair(
        row,
        with_system(fields.get("system"), prompt),
        read_reply(fields.get("chosen"), "chosen"),
        read_reply(fields.get("rejected"), "rejected"),
        margin=read_margin(fields),
    )


def _text(value: object, key: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise not_text(value, key)


def ranked_confidence(fields: Fields) -> float:
    """An instruction whose output is a list of two texts."""
    known = "instruction" in fields and "chosen" not in fields and _is_couple(fields.get("output"))
    return 0.9 if known else 0.0


def ranked_convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair: the output's first text is better than its second."""
    output = fields.get("output")
    if not isinstance(output, list) or len(output) != 2:
        raise UnusableRowError("Its output is not a better and a worse reply.")
    yield from convert({**fields, "chosen": output[0], "rejected": output[1]}, row)


def _is_couple(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(item, str) for item in value)


ALPACA = Format("alpaca", "Alpaca pairs", confidence, convert)
ALPACA_RANKED = Format("alpaca_ranked", "Alpaca pairs in one list", ranked_confidence, ranked_convert)
