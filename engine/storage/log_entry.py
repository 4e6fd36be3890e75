"""Records with a conversation in them as lines of a log, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from engine.data.preference_pair import Message
from engine.data.writers.copy_format import turns


def plain(record: Any) -> dict[str, Any]:
    """A dataclass's fields by their names."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def with_turns(record: Any, key: str) -> dict[str, Any]:
    """A record whose messages, the field `key`, are as chat templates read them."""
    return {**plain(record), key: turns(getattr(record, key))}


def with_messages(entry: Mapping[str, Any], key: str) -> dict[str, Any]:
    """The way back. Raises KeyError or TypeError when the turns are none."""
    messages = [
        Message(turn["role"], turn["content"], {name: turn[name] for name in turn if name not in ("role", "content")})
        for turn in entry[key]
    ]
    return {**entry, key: tuple(messages)}
