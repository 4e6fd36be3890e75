"""Numbers and truth values as files write them: a CSV writes "1" and "True" for what JSON writes 1 and true."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.data.formats.format import Fields

_TRUE = ("true", "yes", "good", "chosen", "desirable")
_FALSE = ("false", "no", "bad", "rejected", "undesirable")
_BY_NUMBER = {1.0: True, 0.0: False, -1.0: False}


def as_number(value: object) -> float | None:
    """The number that a cell holds, as a number or as text; None where it holds none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def as_truth(value: object) -> bool | None:
    """True or false as JSON, a spreadsheet or a database writes them, or a thumb's 1 and -1; None for all else."""
    if isinstance(value, bool):
        return value
    number = as_number(value)
    if number is not None:
        return _BY_NUMBER.get(number)
    text = value.strip().lower() if isinstance(value, str) else ""
    return True if text in _TRUE else False if text in _FALSE else None


def first_of(fields: Fields, names: Sequence[str]) -> str | None:
    """The first of these field names that the row has."""
    return next((name for name in names if name in fields), None)


def has(fields: Fields, *names: str) -> bool:
    """Whether the row has all these fields."""
    return all(name in fields for name in names)
