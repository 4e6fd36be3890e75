"""What a plan's parts are made of: fields with their names and help, and checks that refuse a value by its key."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import field
from typing import Any

from engine.errors import PlanError
from engine.nearest import nearest


def knob(default: Any, name: str, help_text: str) -> Any:
    """A plan field with its plain name and one line of help; a callable `default` is a factory."""
    metadata = {"name": name, "help": help_text}
    if callable(default):
        factory: Callable[[], Any] = default
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)


def require(condition: bool, key: str, message: str, hint: str) -> None:
    """Raise `PlanError` naming the key unless the condition holds."""
    if not condition:
        raise PlanError(key, message, hint)


def one_of(value: object, allowed: tuple[str, ...], key: str) -> None:
    """Refuse a value that is none of those allowed."""
    require(value in allowed, key, f"{key} cannot be {value!r}.", nearest(str(value), allowed))


def in_range(value: float, low: float, high: float, key: str) -> None:
    """Refuse a value below `low` or above `high`."""
    nearest = low if value < low else high
    require(low <= value <= high, key, f"{key} is {value}, outside {low} to {high}.", f"The nearest is {nearest}.")


def finite(value: float, key: str) -> None:
    """Refuse infinities and what is no number."""
    require(
        math.isfinite(value), key, f"{key} is {value}, but must be a finite number.", "Leave it out for the default."
    )


def at_least(value: float, low: float, key: str) -> None:
    """Refuse a value below `low`."""
    finite(value, key)
    require(value >= low, key, f"{key} is {value}, below {low}.", f"The nearest valid value is {low}.")


def positive(value: float, key: str) -> None:
    """Refuse 0 and below."""
    finite(value, key)
    require(value > 0, key, f"{key} is {value}, but must be above 0.", "Leave it out to take the default.")
