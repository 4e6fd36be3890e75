"""Which runs a sweep is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.plan import RunPlan

SAMPLED_PROMPTS = 4  # where the plan asks for no samples: the change in length is measured on them


@dataclass(frozen=True, slots=True)
class SweepPoint:
    """One run; `name` is its folder's, and says its values."""

    name: str
    beta: float
    learning_rate: float
    plan: RunPlan


def sweep_points(plan: RunPlan, betas: Sequence[float] = (), rates: Sequence[float] = ()) -> tuple[SweepPoint, ...]:
    """Every beta with every learning rate, each once and in the order given; none means the plan's own.

    Raises `PlanError` when the plan cannot have one of the values.
    """
    points: dict[str, SweepPoint] = {}
    for beta in betas or (plan.training.beta,):
        for rate in rates or (plan.training.learning_rate,):
            samples = plan.training.sample_prompts or SAMPLED_PROMPTS
            training = replace(plan.training, beta=beta, learning_rate=rate, sample_prompts=samples)
            name = f"beta-{beta:g}-rate-{rate:g}"
            points.setdefault(name, SweepPoint(name, beta, rate, replace(plan, training=training)))
    return tuple(points.values())
