"""Likelihood displacement: the margin rises while the chosen replies themselves become less likely."""

from __future__ import annotations

from engine.events import Remedy, StepFinished
from engine.plan import TrainingPlan
from engine.training.watch.alarm import HALVE, Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import History, mean

FEWEST_NATS = 5.0
SHARE = 0.1
_SFT_WEIGHT = 0.1


def detect(history: History) -> Finding | None:
    """Compare the last two windows; only a loss with a reference says how far a reply has moved."""
    last, before = history.last(), history.before()
    if not last or not before or not history.plan.loss.needs_reference:
        return None
    gain = mean(last, lambda step: _gain(step, history.plan.beta))
    known = mean(last, lambda step: step.metrics.logps_chosen) - gain
    limit = max(FEWEST_NATS, SHARE * abs(known))
    margin = mean(last, lambda step: step.metrics.rewards_margins)
    is_falling = gain < mean(before, lambda step: _gain(step, history.plan.beta))
    is_parting = margin > max(0.0, mean(before, lambda step: step.metrics.rewards_margins))
    if gain > -limit or not is_falling or not is_parting:
        return None
    return Finding(
        f"The margin rises to {margin:.2f}, but the log-probability of the good replies fell by {-gain:.1f} nats, "
        f"from {known:.1f} to {known + gain:.1f}.",
        (HALVE, _with_imitation(history.plan)),
    )


def _gain(step: StepFinished, beta: float) -> float:
    return step.metrics.rewards_chosen / beta


def _with_imitation(plan: TrainingPlan) -> Remedy:
    if "sft" in plan.loss_type or plan.loss.takes_thumbs:
        return for_next_run("Raise beta in a new run", beta=min(1.0, 2 * plan.beta))
    return for_next_run(
        "Add chosen-text loss in a new run",
        loss_type=(*plan.loss_type, "sft"),
        loss_weights=(*(plan.loss_weights or (1.0,) * len(plan.loss_type)), _SFT_WEIGHT),
    )


ALARM = Alarm(
    name="likelihood_displacement",
    title="Good replies become less likely (likelihood displacement)",
    meaning="The model learns to avoid the bad replies more than to give the good ones; what it says instead may be "
    "neither.",
    advice="Lower the learning rate, or begin again with some chosen-text loss (sft) or a higher beta.",
    thresholds=(
        Threshold(
            f"chosen log-probability down by {FEWEST_NATS:g} nats and by {SHARE:.0%} of itself, and still falling",
            "Some fall is usual and harmless, since chosen and rejected replies share words (Razin et al. 2024, "
            "arXiv 2410.08847; Pal et al. 2024, arXiv 2402.13228). A tenth goes by the replies' own length; the 5 nats "
            "(150 times less likely) keep replies that the model is already sure of from raising it.",
        ),
        Threshold("margin above 0 and rising", "Otherwise it is divergence, and the remedy another one."),
    ),
    detect=detect,
)
