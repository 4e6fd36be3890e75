"""Gradients zero: the loss says that there is nothing to correct, or nothing it says reaches the weights."""

from __future__ import annotations

from engine.preference.losses.options import OPTIONS
from engine.training.watch.alarm import KEEP_BEST, Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import SHORTEST_WINDOW, History

SMALLEST = 1e-8
_PLAIN_DPO = {
    "loss_type": ("sigmoid",),
    "loss_weights": (),
    **{name: option.default for name, option in OPTIONS.items()},
}


def detect(history: History) -> Finding | None:
    """Look at the last few gradients' norms."""
    last = history.recent(SHORTEST_WINDOW)
    if not last or any(step.grad_norm > SMALLEST for step in last):
        return None
    return Finding(
        f"The gradient's norm was {last[-1].grad_norm:.1g} in the last {len(last)} updates, at a margin of "
        f"{last[-1].metrics.rewards_margins:.2f}.",
        (KEEP_BEST, for_next_run("New run with the DPO loss", **_PLAIN_DPO)),
    )


ALARM = Alarm(
    name="zero_gradients",
    title="The gradient is zero",
    meaning="The weights no longer change. With a large margin the loss is satisfied (hinge stops at 1); with a small "
    "one, the loss does not reach the adapter.",
    advice="With a large margin stop, since the rest changes nothing. Else check the loss and the adapter's layers.",
    thresholds=(
        Threshold(
            f"norm of at most {SMALLEST:g} in {SHORTEST_WINDOW} updates in a row",
            "A run that still learns has gradients above 1e-4. One update of easy pairs can be zero with hinge; five "
            "in a row are as good as all.",
        ),
    ),
    detect=detect,
)
