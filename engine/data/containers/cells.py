"""What a table's cell holds: a table keeps a conversation as JSON text, or as one list for each field of its turns."""

from __future__ import annotations

import ast
import re
from typing import Any

from engine.data import json_text

_TURN_KEYS = ("role", "from")
_PYTHON_TURN = re.compile(r"\s*\[?\s*\{'(?:role|from|content|value)':")
_LONGEST_PYTHON = 4 << 20
_CELLS_OF_LISTS = ("messages", "conversations", "completions", "answers", "context", "tools", "states", "state")


def read_cell(name: str, value: Any) -> Any:
    """The value of a cell in the column `name`, with a conversation turned into a list of turns.

    Other text stays text, even if it is JSON: it may be a reply.
    """
    if isinstance(value, str) and value.lstrip()[:1] in ("[", "{"):
        parsed = _parsed(value)
        is_known = name in _CELLS_OF_LISTS or _are_turns(parsed)
        return parsed if is_known and isinstance(parsed, (list, dict)) else value
    if isinstance(value, dict) and any(isinstance(value.get(key), list) for key in _TURN_KEYS):
        return _turned(value)
    return value


def _parsed(text: str) -> object:
    try:
        return json_text.decode(text)
    except (json_text.DecodeError, RecursionError):
        return _parsed_python(text) if _PYTHON_TURN.match(text) and len(text) <= _LONGEST_PYTHON else None


def _parsed_python(text: str) -> object:
    """What pandas and `datasets` write for a list in a CSV: the list as Python shows it, or as numpy does."""
    with_commas = re.sub(r"\}\s*\n\s*\{", "}, {", text)  # line breaks inside a text are shown as \\n
    try:
        return ast.literal_eval(with_commas.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None


def _are_turns(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return bool(items) and all(isinstance(item, dict) and any(key in item for key in _TURN_KEYS) for item in items)


def _turned(columns: dict[str, Any]) -> Any:
    lengths = {len(column) if isinstance(column, list) else -1 for column in columns.values()}
    if len(lengths) != 1 or -1 in lengths:
        return columns
    return [dict(zip(columns, turn, strict=True)) for turn in zip(*columns.values(), strict=True)]
