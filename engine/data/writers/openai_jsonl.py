"""OpenAI's preference format, which Azure, Together and Fireworks take as well, one JSON object a line.

{"input": {"messages": [...], "tools": [...]}, "preferred_output": [...], "non_preferred_output": [...]}
Source: OpenAI's guide to direct preference optimization. There is no place for a margin,
nor for a reply with a thumb.
"""

from __future__ import annotations

from typing import Any

from engine.data.preference_pair import Message, PreferencePair
from engine.data.writers.copy_format import CopyFormat, turns, with_arguments_as_text, write_lines


def _row(pair: PreferencePair) -> dict[str, Any]:
    if pair.is_thumb:
        raise ValueError("a reply with a thumb is no pair")
    given: dict[str, Any] = {"messages": _turns(pair.prompt)}
    if pair.tools:
        given["tools"] = list(pair.tools)
    return {
        "input": given,
        "preferred_output": _turns(pair.chosen),
        "non_preferred_output": _turns(pair.rejected),
    }


def _turns(messages: tuple[Message, ...]) -> list[dict[str, Any]]:
    return [with_arguments_as_text(turn) for turn in turns(messages)]


OPENAI_JSONL = CopyFormat(
    "openai",
    "OpenAI (JSON lines)",
    ".jsonl",
    "What OpenAI's and similar services take. Score gaps have no place in it.",
    lambda path, pairs: write_lines(path, map(_row, pairs)),
    takes_thumbs=False,
)
