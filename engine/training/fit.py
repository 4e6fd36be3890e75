"""How a run's pairs pass through the model on a device: what there is to choose from, and what was chosen.

The portions decide how numbers round, so what a run began with stands in its manifest, and a resumed run takes it from
there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import EngineError
from engine.events import RunFitted
from engine.plan import TrainingPlan
from engine.training.token_budget import TOKEN_BUDGET


@dataclass(frozen=True, slots=True)
class Fit:
    """At most `micro_batch_tokens` computed tokens pass through the model at a time, or one pair.

    `gradient_checkpointing`: layers are computed again on the way back instead of being kept.
    """

    micro_batch_tokens: int
    gradient_checkpointing: bool = False


def fits_to_try(plan: TrainingPlan, kind: str, longest_pair: int, *, may_recompute: bool) -> tuple[Fit, ...]:
    """From the fastest to the smallest: portions are halved down to the longest pair, then layers computed again.

    `kind` is the device's, `longest_pair` the computed tokens of the longest one. Raises `EngineError` when the plan
    wants layers computed again and the model has none that may be.
    """
    if plan.gradient_checkpointing == "on" and not may_recompute:
        raise EngineError(
            "No layer of this model may be computed again, so training.gradient_checkpointing cannot be on.",
            'Set it to "auto", or leave it out.',
        )
    budgets = [plan.micro_batch_tokens or TOKEN_BUDGET[kind]]
    while budgets[-1] > longest_pair:
        budgets.append(budgets[-1] // 2)
    ways = {"on": (True,), "off": (False,), "auto": (False, True)}[plan.gradient_checkpointing]
    return tuple(Fit(tokens, way) for way in ways if may_recompute or not way for tokens in budgets)


def recorded_fit(manifest: Mapping[str, Any]) -> Fit | None:
    """What a run began with, or None while that is not decided."""
    # Runs that began before there was a choice have the tokens alone.
    entry: Any = manifest.get("fit", manifest)
    tokens = entry.get("micro_batch_tokens")
    return Fit(int(tokens), bool(entry.get("gradient_checkpointing"))) if tokens else None


def fitted_sentence(event: RunFitted) -> str:
    """What was found, for a log or a terminal."""
    layers = " Layers are computed again on the way back, to save memory." if event.gradient_checkpointing else ""
    return (
        f"The longest {event.longest_tokens:,} tokens passed through the model, at a peak of "
        f"{event.peak_memory_bytes / 2**30:.1f} GiB; an epoch's updates will take about "
        f"{math.ceil(event.epoch_seconds / 60):,} min.{layers}"
    )
