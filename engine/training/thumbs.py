"""Which examples a plan's losses learn from: pairs as they are, or single replies with thumbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.data.preference_pair import PreferencePair
from engine.errors import PlanError
from engine.plan import RunPlan


def examples_for(plan: RunPlan, pairs: Sequence[PreferencePair]) -> Sequence[PreferencePair]:
    """The examples to learn from; with `data.thumbs_from_pairs` two for each pair.

    Raises `PlanError` when the losses want thumbs, these are pairs, and the plan does not say what to do with them.
    """
    if not plan.training.loss.takes_thumbs:
        return pairs
    if plan.data.thumbs_from_pairs:
        return thumbs_of(pairs)
    require_thumbs(plan, sum(not pair.is_thumb for pair in pairs))
    return pairs


def require_thumbs(plan: RunPlan, pairs: int) -> None:
    """Raise `PlanError` when a plan for thumbs meets pairs and does not say what to do with them."""
    if plan.training.loss.takes_thumbs and not plan.data.thumbs_from_pairs and pairs:
        raise PlanError(
            "data.thumbs_from_pairs",
            f"{plan.training.loss_type[0]} learns from single replies with a thumb up or down, and the data holds "
            f"{'pairs' if pairs > 1 else 'a pair'}; data.thumbs_from_pairs does not say how to use them.",
            "Set data.thumbs_from_pairs = true to make each pair a thumb up and a thumb down, or choose a loss of "
            "pairs: bco_pair and apo_zero judge each reply by itself in the same way.",
        )


def thumbs_of(pairs: Sequence[PreferencePair]) -> list[PreferencePair]:
    """Each pair as a thumb up for its chosen and a thumb down for its rejected reply."""
    sides = ("rejected", "chosen")
    return [replace(pair, margin=None, **{side: ()}) for pair in pairs for side in sides if getattr(pair, side)]
