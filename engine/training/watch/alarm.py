"""What an alarm is: a name, what it looks for with which thresholds, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.events import AlarmRaised, Remedy
from engine.training.watch.history import History

HALVE = Remedy("Halve learning rate", learning_rate_factor=0.5)
KEEP_BEST = Remedy("Stop, keep the best", keeps_best=True)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector saw, in a sentence with its numbers, and what can be done about it."""

    what: str
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that an alarm goes by, in words, and why it is that one."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing that can go wrong. `detect` is a pure function of the history."""

    name: str
    title: str
    meaning: str
    advice: str
    thresholds: tuple[Threshold, ...]
    detect: Callable[[History], Finding | None]

    def raised(self, step: int, finding: Finding) -> AlarmRaised:
        """The event for a finding after `step` updates."""
        return AlarmRaised(step, self.name, self.title, finding.what, self.meaning, self.advice, finding.remedies)


def for_next_run(label: str, **training: object) -> Remedy:
    """A remedy that opens the next run with other values of [training]."""
    return Remedy(label, plan_changes=tuple((f"training.{key}", value) for key, value in training.items()))
