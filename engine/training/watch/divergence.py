"""Divergence: the loss explodes, or is no number any more."""

from __future__ import annotations

from engine.events import AlarmRaised, Remedy, StepFinished
from engine.training.watch.alarm import HALVE, Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import SHORTEST_WINDOW, History, mean

LEAST_RISE = 0.5
OPENING = 2
_GO_BACK = Remedy("Go back, halve learning rate", learning_rate_factor=0.5, goes_back=True)


def detect(history: History) -> Finding | None:
    """Compare the loss of the last updates with that of the first ones."""
    last, opening = history.recent(SHORTEST_WINDOW), history.opening[:OPENING]
    if not last or last[0].step <= opening[-1].step:
        return None
    loss, at_first = _loss(last), _loss(opening)
    if not has_risen(loss, at_first):
        return None
    return Finding(f"The loss has risen from {at_first:.3f} to {loss:.3f}.", (_GO_BACK, HALVE))


def has_risen(loss: float, at_first: float) -> bool:
    """Whether a loss is far above what the run began with."""
    return loss - at_first > max(LEAST_RISE, abs(at_first))


def not_finite(step: int, what: str, last_good_step: int, learning_rate: float) -> AlarmRaised:
    """The alarm for an update that was not made, and a run that ends therefore."""
    if last_good_step:
        remedy = Remedy(f"Go on from step {last_good_step:,} at half the rate", learning_rate_factor=0.5)
    else:
        remedy = for_next_run("Halve learning rate in a new run", learning_rate=learning_rate / 2)
    where = f" The run is back at the checkpoint of step {last_good_step:,}." if last_good_step else ""
    return ALARM.raised(
        step, Finding(f"{what} became infinite or no number. That update was not made.{where}", (remedy,))
    )


def _loss(steps: list[StepFinished]) -> float:
    return mean(steps, lambda step: step.metrics.loss)


ALARM = Alarm(
    name="divergence",
    title="Training falls apart (divergence)",
    meaning="The updates overshoot and undo what was learnt; replies from here on are likely to be gibberish.",
    advice="Go back to the last good checkpoint and go on with a lower learning rate.",
    thresholds=(
        Threshold(
            f"mean loss of {SHORTEST_WINDOW} updates above twice that of the first {OPENING}, and {LEAST_RISE:g} above "
            "it at least",
            "DPO begins at 0.693, so this is 1.39: the model then prefers the rejected replies about as clearly as it "
            f"should prefer the chosen ones. A single bad batch moves the mean of {SHORTEST_WINDOW} by less. Nearly "
            f"nothing is learnt in the first {OPENING} updates, so they say where the loss begins.",
        ),
        Threshold(
            "loss or gradient infinite or no number, at once",
            "The optimizer would carry it into every weight. The update is not made, and the run ends where its last "
            "good checkpoint was: finite weights, and no such loss around it.",
        ),
    ),
    detect=detect,
)
