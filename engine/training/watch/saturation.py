"""Saturation: every pair is right by far, and the margin grows all the same."""

from __future__ import annotations

from engine.training.watch.alarm import KEEP_BEST, Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import History, mean

MARGIN = 10.0
GROWTH = 1.2


def detect(history: History) -> Finding | None:
    """Look at the accuracy of two whole windows, and at how the margin grew from one to the other."""
    last, before = history.last(), history.before()
    if not last or not before or any(step.metrics.rewards_accuracies < 1.0 for step in (*before, *last)):
        return None
    margin, earlier = (mean(steps, lambda step: step.metrics.rewards_margins) for steps in (last, before))
    if not (margin >= MARGIN and margin >= GROWTH * earlier):  # nor where there is no margin
        return None
    return Finding(
        f"All was right in the last {2 * history.window} updates, and the margin grew from {earlier:.1f} to "
        f"{margin:.1f}.",
        (KEEP_BEST, for_next_run("Raise beta in a new run", beta=min(1.0, 3 * history.plan.beta))),
    )


ALARM = Alarm(
    name="saturation",
    title="Nothing left to learn (saturation)",
    meaning="The data is learnt; what goes on changing is only how far the model moves from the original.",
    advice="Stop and keep the best checkpoint. For a gentler result begin again with a higher beta or fewer passes.",
    thresholds=(
        Threshold(
            "accuracy 1 in every update of two windows",
            "One wrong pair among them is still something to learn.",
        ),
        Threshold(
            f"margin {MARGIN:g} or more, a fifth above the window before",
            "At a margin of 10 the sigmoid loss takes any pair for 99.995% certain, and its gradient is 22,000 times "
            "smaller than at the start. A run that ends there, its rate falling, does not grow by a fifth any more.",
        ),
    ),
    detect=detect,
)
