"""Stuck: the loss stays at ln 2, so the model does not tell the replies apart any better than at first."""

from __future__ import annotations

import math

from engine.events import Remedy
from engine.training.watch.alarm import Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import History, mean

MARGIN = 0.005
RAISE = 4.0


def detect(history: History) -> Finding | None:
    """Look at the margins of two whole windows after the warm-up; without a reference they need not begin at 0."""
    steps = [*history.before(), *history.last()]
    warmup = math.ceil(history.total_steps * history.plan.warmup_ratio)
    if len(steps) < 2 * history.window or steps[0].step <= warmup or not history.plan.loss.needs_reference:
        return None
    if all(step.grad_norm == 0.0 for step in history.last()):
        return None  # that is another alarm
    size = max(abs(mean(part, lambda step: step.metrics.rewards_margins)) for part in (steps, history.last()))
    if not size <= MARGIN:  # nor where there is no margin
        return None
    loss = mean(steps, lambda step: step.metrics.loss)
    return Finding(
        f"After {steps[-1].step:,} updates the loss is {loss:.4f} and the margin {size:.4f}, as at the start.",
        (
            Remedy(f"Learning rate × {RAISE:g}", learning_rate_factor=RAISE),
            for_next_run("New run at ten times the rate", learning_rate=10 * history.plan.learning_rate),
        ),
    )


ALARM = Alarm(
    name="stuck",
    title="Nothing is being learnt (stuck at 0.6931)",
    meaning="0.6931 is ln 2, the loss of a coin toss (kto's is half a thumb's weight): the model has not begun to "
    "tell good replies from bad ones.",
    advice="Raise the learning rate. If that does not help, look whether good and bad replies really differ.",
    thresholds=(
        Threshold(
            f"mean margin within {MARGIN:g} of 0 over two windows after the warm-up",
            "A margin of 0.005 is a loss of 0.6906 instead of 0.6931. Runs that learn pass it within the first updates "
            "after the warm-up.",
        ),
    ),
    detect=detect,
)
