"""What to change about a run that does not fit, and what each change saves. Pure arithmetic on a forecast."""

from __future__ import annotations

from dataclasses import dataclass

from engine.forecast.memory import MemoryParts
from engine.plan import RunPlan

_MOST = 2
_SHORTEST_PAIR = 256  # tokens; below that replies are cut more often than not
_SMALLEST_RANK = 4
_LEAST_SHARE = 0.01  # of the whole; a smaller saving is not worth a change


@dataclass(frozen=True, slots=True)
class Fix:
    """A plan's key, the value that it should get, and about how many bytes that saves."""

    key: str
    value: str | int
    saved_bytes: int


@dataclass(frozen=True, slots=True)
class Knobs:
    """The settings that a run's memory depends on most."""

    max_length: int
    rank: int
    gradient_checkpointing: str
    trains_all: bool = False

    @classmethod
    def of(cls, plan: RunPlan) -> Knobs:
        """Those of a plan."""
        return cls(plan.data.max_length, plan.adapter.r, plan.training.gradient_checkpointing, plan.training.is_full)


def cheapest_fixes(parts: MemoryParts, knobs: Knobs, layers: int) -> tuple[Fix, ...]:
    """The two that cost a person least, the cheapest first: an adapter, time, long replies, what can be learnt.

    A pass's memory grows with the longest pair and the adapter's with its rank; layers computed again keep their
    inputs and one layer's inside.
    """
    of_passes = parts.activations + parts.allocator
    of_training = parts.adapter + parts.gradients + parts.optimizer
    fixes = [Fix("training.tuning", "lora", of_training)] if knobs.trains_all else []
    if knobs.gradient_checkpointing == "off":
        fixes.append(Fix("training.gradient_checkpointing", "auto", round(of_passes * max(0.0, 1 - 2 / layers))))
    if knobs.max_length // 2 >= _SHORTEST_PAIR:
        fixes.append(Fix("data.max_length", knobs.max_length // 2, of_passes // 2))
    if knobs.rank // 2 >= _SMALLEST_RANK and not knobs.trains_all:
        fixes.append(Fix("adapter.r", knobs.rank // 2, of_training // 2))
    return tuple(fix for fix in fixes if fix.saved_bytes >= _LEAST_SHARE * parts.total)[:_MOST]
