"""JSON by msgspec, or where that is not installed by Python's own library: slower, with the same values.

So the engine trains from JSON lines on a machine that has torch, transformers and peft and nothing else.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict, is_dataclass
from typing import Any

try:
    import msgspec
except ImportError:  # a machine that is there for its processors
    msgspec = None

_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")  # an escape that needs another one beside it
DecodeError: type[Exception] = json.JSONDecodeError if msgspec is None else msgspec.DecodeError


def decode(data: bytes | str | memoryview) -> Any:
    """The value of a JSON text. Raises `DecodeError`, UnicodeDecodeError or RecursionError."""
    if msgspec is not None:
        return msgspec.json.decode(data)
    text = data if isinstance(data, str) else bytes(data).decode()
    value = json.loads(text, parse_constant=_no_number, parse_float=_finite)
    if _HALF_CHARACTER.search(text):
        _require_whole_characters(value)
    return value


def encode(value: Any) -> bytes:
    """A value as JSON; dataclasses become objects."""
    if msgspec is not None:
        return msgspec.json.encode(value)
    return _dumped(value)


def encode_steadily(value: Any) -> bytes:
    """The same with the keys of mappings in order, so that equal values have equal texts."""
    if msgspec is not None:
        return msgspec.json.encode(value, order="deterministic")
    return _dumped(_with_sorted_mappings(value))


def split_list(data: bytes | memoryview) -> list[memoryview]:
    """The items of a JSON list, not decoded yet. Raises as `decode`, also for what is no list."""
    if msgspec is not None:
        return [memoryview(item) for item in msgspec.json.decode(data, type=list[msgspec.Raw])]
    return [memoryview(encode(item)) for item in _of_kind(data, list)]


def split_object(data: bytes | memoryview) -> dict[str, memoryview]:
    """The members of a JSON object, not decoded yet. Raises as `decode`, also for what is no object."""
    if msgspec is not None:
        members = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        return {name: memoryview(member) for name, member in members.items()}
    return {name: memoryview(encode(member)) for name, member in _of_kind(data, dict).items()}


def _of_kind(data: bytes | memoryview, kind: type[Any]) -> Any:
    value = decode(data)
    if not isinstance(value, kind):
        raise json.JSONDecodeError(f"not a {kind.__name__}", "", 0)
    return value


def _dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _with_sorted_mappings(value: Any) -> Any:
    """A dataclass keeps its fields' order, a mapping has none."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _with_sorted_mappings(each) for name, each in _fields(value)}
    if isinstance(value, dict):
        return {name: _with_sorted_mappings(value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [_with_sorted_mappings(each) for each in value]
    return value


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(name, getattr(value, name)) for name in value.__dataclass_fields__]


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _no_number(digits)


def _require_whole_characters(value: Any) -> None:
    try:
        _dumped(value)
    except UnicodeEncodeError as error:
        raise json.JSONDecodeError("half of a character", "", 0) from error


def _no_number(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is no number", "", 0)
