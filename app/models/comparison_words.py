"""What runs were made from, as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.language.numbers import number
from app.models.run_columns import NOTHING, rate_words

_PATHS = ("model.path", "data.path", "data.evaluation_path", "adapter.path")
_DIGESTS = ("data.sha256", "data.edits", "model.sha256")
_SHOWN = 4  # characters of a digest at either end


def fact_words(key: str, value: Any) -> str:
    """A value in few words: a path's name, a digest's ends, on and off."""
    if value is None:
        return NOTHING
    if key in _DIGESTS:
        return f"{value[:_SHOWN]}…{value[-_SHOWN:]}" if len(str(value)) > 2 * _SHOWN else str(value)
    if key in _PATHS:
        return Path(value).name or "none"
    if key == "training.learning_rate":
        return rate_words(value)
    return _plain(value)


def fact_in_full(key: str, value: Any) -> str:
    """The same without anything left out, for a tooltip."""
    return str(value) if value is not None and key in (*_PATHS, *_DIGESTS) else _plain(value)


def _plain(value: Any) -> str:
    match value:
        case None:
            return NOTHING
        case bool():
            return "on" if value else "off"
        case float():
            return number(value, "g")
        case int():
            return number(value, ",")
        case Mapping():
            return ", ".join(f"{name} {_plain(item)}" for name, item in value.items()) or "none"
        case tuple():
            return ", ".join(_plain(item) for item in value) or "none"
        case _:
            return str(value) or "none"
