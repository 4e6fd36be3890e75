"""What a format of saved copies is, and the pieces of rows that they have in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message, PreferencePair


@dataclass(frozen=True, slots=True)
class CopyFormat:
    """One way to write pairs down.

    `write` fills a new file and returns how many pairs it wrote; it may go through the pairs again from the start.
    `suffix` ends the names of such files, dot included; `note` says in a sentence what to know about the format.
    `takes_thumbs`: it has a place for single replies with thumbs.
    """

    name: str
    title: str
    suffix: str
    note: str
    write: Callable[[Path, Iterable[PreferencePair]], int]
    takes_thumbs: bool = True


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write JSON lines in UTF-8 and count them."""
    count = 0
    with path.open("wb") as file:
        for row in rows:
            file.write(as_json(row) + b"\n")
            count += 1
    return count


def as_json(value: object) -> bytes:
    """JSON in UTF-8; half characters become U+FFFD."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return without_half_characters(json.dumps(value, ensure_ascii=False)).encode()


def turns(messages: tuple[Message, ...]) -> list[dict[str, Any]]:
    """A conversation as chat templates read it."""
    return [message.as_dict() for message in messages]


def sides(pair: PreferencePair, written: Callable[[tuple[Message, ...]], Any]) -> dict[str, Any]:
    """Both replies under TRL's names; of a reply with a thumb the one there is, and whether its thumb is up."""
    if pair.is_thumb:
        return {"completion": written(pair.chosen or pair.rejected), "label": bool(pair.chosen)}
    return {"chosen": written(pair.chosen), "rejected": written(pair.rejected)}


def with_arguments_as_text(message: dict[str, Any]) -> dict[str, Any]:
    """The turn with the arguments of its tool calls as JSON text, as OpenAI has them, so that all have one type."""
    if not message.get("tool_calls"):
        return message
    return {**message, "tool_calls": [_as_text(call) for call in message["tool_calls"]]}


def _as_text(call: dict[str, Any]) -> dict[str, Any]:
    function = call.get("function")
    if not isinstance(function, dict) or isinstance(function.get("arguments"), str) or "arguments" not in function:
        return call
    return {**call, "function": {**function, "arguments": as_json(function["arguments"]).decode()}}
