"""A file's settings on their way into a plan: what is read of them, and what was said of each."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import PlanError
from engine.plan_import.account import Outcome, Remark, shown


@dataclass(frozen=True, slots=True)
class Absent:
    """A setting that has no counterpart: the values at which it does nothing, and why there is none."""

    off: tuple[Any, ...]
    why: str


@dataclass
class Translation:
    """`given` is the file, which lies in `folder`; `values` is the plan so far, by key; `remarks` tell the rest.

    The readers return `default` for a key that is missing or null, and raise `PlanError` for one of a wrong kind.
    """

    given: Mapping[str, Any]
    folder: Path = field(default_factory=Path)
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    remarks: list[Remark] = field(default_factory=list[Remark])

    def has(self, key: str) -> bool:
        """Whether the file sets the key to anything."""
        return self.given.get(key) is not None

    def number(self, key: str, default: float) -> float:
        """A number; YAML takes 5e-6 for a text, which counts as one, too."""
        value = self.given.get(key)
        if value is None:
            return default
        try:
            number = math.nan if isinstance(value, bool) else float(value)
        except (TypeError, ValueError, OverflowError):
            number = math.nan
        if not math.isfinite(number):
            raise PlanError(key, f"{key} is {shown(value)}, but must be a number.", "Correct it in the file.")
        return number

    def whole(self, key: str, default: int) -> int:
        """A whole number."""
        number = self.number(key, default)
        if number != int(number):
            raise PlanError(key, f"{key} is {number}, but must be a whole number.", "Correct it in the file.")
        return int(number)

    def flag(self, key: str, default: bool) -> bool:
        """True or false, also as a word."""
        value = self.given.get(key)
        if value is None:
            return default
        words = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}
        if str(value).lower() not in words:
            raise PlanError(key, f"{key} is {shown(value)}, but must be true or false.", "Correct it in the file.")
        return words[str(value).lower()]

    def text(self, key: str, default: str) -> str:
        """A text; YAML's bare `no` and `off` are taken for the words that they were."""
        value = self.given.get(key)
        if value is None:
            return default
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list | dict):
            raise PlanError(key, f"{key} is {shown(value)}, but must be a single text.", "Correct it in the file.")
        return str(value)

    def names(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """One or several names: a list, or a text with commas."""
        value = self.given.get(key)
        if value is None:
            return default
        items = value.split(",") if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise PlanError(key, f"{key} is {shown(value)}, but must be a list of names.", "Correct it in the file.")
        return tuple(stripped for item in items if (stripped := item.strip()))

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers; empty where there is none."""
        value = self.given.get(key)
        items: list[Any] = value if isinstance(value, list) else [] if value is None else [value]
        single = [Translation({key: item}).number(key, math.nan) for item in items]
        if any(math.isnan(item) for item in single):
            raise PlanError(key, f"{key} has an empty place among its numbers.", "Correct it in the file.")
        return tuple(single)

    def put(self, key: str, plan_key: str, value: Any) -> None:
        """The setting means the same here."""
        self.values[plan_key] = value
        self._say(key, "taken", f"{plan_key} = {_as_toml(value)}")

    def put_differently(self, key: str, plan_key: str, value: Any, why: str) -> None:
        """The setting becomes something that is not quite the same."""
        self.values[plan_key] = value
        self._say(key, "differently", f"{plan_key} = {_as_toml(value)}. {why}")

    def say(self, key: str, outcome: Outcome, why: str) -> None:
        """What became of a setting that decides no value by itself; nothing is said of one that is not there."""
        if key in self.given:
            self._say(key, outcome, why)

    def say_absent(self, key: str, absent: Absent) -> None:
        """The setting has no counterpart, which only matters where it does something."""
        value = self.given.get(key)
        if any(_is_same(value, off) for off in absent.off):
            self.say(key, "needless", "It is off, as here.")
        else:
            self.say(key, "absent", absent.why)

    def said(self, key: str) -> bool:
        """Whether something has been said of a key."""
        return any(remark.key == key for remark in self.remarks)

    def _say(self, key: str, outcome: Outcome, text: str) -> None:
        value = shown(self.given[key]) if key in self.given else ""
        self.remarks.append(Remark(key, value, outcome, text, is_default=key not in self.given))


def _is_same(value: Any, off: Any) -> bool:
    if isinstance(value, str) and isinstance(off, float | int) and not isinstance(off, bool):
        try:
            return float(value) == off
        except ValueError:
            return False
    return bool(value == off) and isinstance(value, bool) == isinstance(off, bool)


def _as_toml(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, tuple):
        return f"[{', '.join(_as_toml(item) for item in value)}]"
    return shown(value)
