"""Losses of one pair in arithmetic of any precision: the judge where TRL's are not finite, or do not run.

mpmath comes with torch, which needs sympy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mpmath

from engine.plan import TrainingPlan

# Enough to tell a slope of e^0 of a loss of e^1000.
DIGITS = 700


def value_and_slopes(
    plan: TrainingPlan, chosen: float, rejected: float, chosen_tokens: int, rejected_tokens: int
) -> tuple[float, float, float]:
    """The loss at two log-ratios, and its slopes along each."""
    with mpmath.workdps(DIGITS):

        def loss(first: Any, second: Any) -> Any:
            scores = [f_score(plan, mpmath.mpf(ratio)) for ratio in (first, second)]
            return LOSSES[plan.loss_type[0]](plan, scores[0], scores[1], chosen_tokens, rejected_tokens)

        at = (mpmath.mpf(chosen), mpmath.mpf(rejected))
        results = (loss(*at), mpmath.diff(loss, at, (1, 0)), mpmath.diff(loss, at, (0, 1)))
        return tuple(float(result) for result in results)  # pyright: ignore[reportReturnType]


def f_score(plan: TrainingPlan, ratio: Any) -> Any:
    """f'(u) at u = exp(ratio), from the table of arXiv 2309.16240, with the constant that makes it 0 at u = 1."""
    u = mpmath.exp(ratio)
    match plan.f_divergence_type:
        case "forward_kl":
            return 1 - 1 / u
        case "js_divergence":
            return mpmath.log(2 * u / (1 + u))
        case "alpha_divergence":
            alpha = mpmath.mpf(plan.f_alpha_divergence_coef)
            return ratio if alpha == 1 else (u ** (alpha - 1) - 1) / (alpha - 1)
        case _:
            return ratio


def softplus(value: Any) -> Any:
    """-log sigmoid(-value)."""
    # Far out the digits kept would not tell 1 + e^x from e^x: there it is x.
    return value if value > 400 else mpmath.log1p(mpmath.exp(value))


def sigmoid(plan: TrainingPlan, chosen: Any, rejected: Any, *_: int) -> Any:
    margin, smoothing = plan.beta * (chosen - rejected), plan.label_smoothing
    return (1 - smoothing) * softplus(-margin) + smoothing * softplus(margin)


def sigmoid_norm(plan: TrainingPlan, chosen: Any, rejected: Any, chosen_tokens: int, rejected_tokens: int) -> Any:
    return softplus(-plan.beta * (chosen / chosen_tokens - rejected / rejected_tokens))


def hinge(plan: TrainingPlan, chosen: Any, rejected: Any, *_: int) -> Any:
    return max(mpmath.mpf(0), 1 - plan.beta * (chosen - rejected))


def ipo(plan: TrainingPlan, chosen: Any, rejected: Any, chosen_tokens: int, rejected_tokens: int) -> Any:
    return (chosen / chosen_tokens - rejected / rejected_tokens - 1 / (2 * mpmath.mpf(plan.beta))) ** 2


def exo_pair(plan: TrainingPlan, chosen: Any, rejected: Any, *_: int) -> Any:
    margin, smoothing = plan.beta * (chosen - rejected), mpmath.mpf(plan.label_smoothing)
    right, wrong = mpmath.exp(-softplus(-margin)), mpmath.exp(-softplus(margin))
    return right * (-softplus(-margin) - mpmath.log(1 - smoothing)) + wrong * (
        -softplus(margin) - mpmath.log(smoothing)
    )


def robust(plan: TrainingPlan, chosen: Any, rejected: Any, *_: int) -> Any:
    margin, smoothing = plan.beta * (chosen - rejected), plan.label_smoothing
    return ((1 - smoothing) * softplus(-margin) - smoothing * softplus(margin)) / (1 - 2 * smoothing)


def discopop(plan: TrainingPlan, chosen: Any, rejected: Any, *_: int) -> Any:
    margin = plan.beta * (chosen - rejected)
    blend = mpmath.exp(-softplus(-margin / mpmath.mpf(plan.discopop_tau)))
    rest = mpmath.exp(-softplus(margin / mpmath.mpf(plan.discopop_tau)))
    return rest * softplus(-margin) + blend * mpmath.exp(-margin)


LOSSES: dict[str, Callable[..., Any]] = {
    "sigmoid": sigmoid,
    "sigmoid_norm": sigmoid_norm,
    "hinge": hinge,
    "ipo": ipo,
    "exo_pair": exo_pair,
    "robust": robust,
    "discopop": discopop,
}
