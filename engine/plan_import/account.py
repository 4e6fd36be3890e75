"""What became of each setting of another program's file."""

from __future__ import annotations

import reprlib
from dataclasses import dataclass, field
from typing import Any, Literal

from engine.plan import RunPlan

Outcome = Literal["taken", "differently", "absent", "needless"]
OUTCOMES: dict[Outcome, str] = {
    "taken": "Taken as it is",
    "differently": "Understood differently",
    "absent": "Without a counterpart",
    "needless": "Makes no difference here",
}
"""What each outcome is called, in the order in which an account is told."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One setting: `key` and `value` as in the file, and `text`, which says what became of it or why nothing did.

    `is_default`: the file does not name the key, and the other program's default was taken instead of ours.
    """

    key: str
    value: str
    outcome: Outcome
    text: str
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """The plan, the program that the file was written for, and what became of each of its settings."""

    plan: RunPlan
    program: str
    remarks: tuple[Remark, ...] = field(default=())

    def with_outcome(self, outcome: Outcome) -> tuple[Remark, ...]:
        """The settings that fared so, in the file's order."""
        return tuple(remark for remark in self.remarks if remark.outcome == outcome)


def shown(value: Any) -> str:
    """A value in one short line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    short = reprlib.Repr()
    short.maxstring = short.maxother = 80
    return value if isinstance(value, str) and len(value) <= short.maxstring else short.repr(value)
