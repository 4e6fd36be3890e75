"""A learning rate far off what a model of this size usually wants: known before the first update."""

from __future__ import annotations

from engine.events import Remedy
from engine.plan import Tuning
from engine.training.watch.alarm import Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import History

FACTOR = 10.0
FULL_SHARE = 0.1
_USUAL_AT_A_BILLION = 5e-5
_EXPONENT = -0.25


def usual_learning_rate(parameters: int, tuning: Tuning = "lora") -> float:
    """What an adapter on a model of so many weights, or all of these, usually wants, in DPO, to one digit."""
    share = FULL_SHARE if tuning == "full" else 1.0
    return float(f"{share * _USUAL_AT_A_BILLION * (parameters / 1e9) ** _EXPONENT:.0e}")


def detect(history: History) -> Finding | None:
    """Compare the plan's rate with the usual one."""
    if not history.parameters or history.first_step > 1 or history.step > 0:
        return None
    usual, rate = usual_learning_rate(history.parameters, history.plan.tuning), history.plan.learning_rate
    if usual / FACTOR <= rate <= usual * FACTOR:
        return None
    word = "above" if rate > usual else "below"
    what = "all weights of a model" if history.plan.is_full else "an adapter on a model"
    return Finding(
        f"The learning rate is {rate:g}, far {word} the {usual:g} that is usual for {what} of "
        f"{_size(history.parameters)} weights.",
        (
            Remedy(f"Go on with {usual:g}", learning_rate_factor=usual / rate),
            for_next_run(f"New run with {usual:g}", learning_rate=usual),
        ),
    )


def _size(parameters: int) -> str:
    for unit, word in ((10**9, "billion"), (10**6, "million")):
        if parameters >= unit:
            return f"{parameters / unit:.0f} {word}"
    return f"{parameters:,}"


ALARM = Alarm(
    name="learning_rate",
    title="The learning rate is unusual",
    meaning="Much above it replies turn bad within a few updates, much below it nothing is learnt.",
    advice="Take the usual one unless you know better. Rates from recipes for full fine-tuning are ten times lower.",
    thresholds=(
        Threshold(
            f"{FACTOR:g} times above or below 5e-5 × (billions of weights) ^ -0.25",
            "5e-5 for an adapter on a billion weights, 3e-5 on seven and 8e-5 on 135 million lie within what published "
            "DPO recipes for adapters use (5e-6 to 2e-4), and larger models want less. The exponent is a rule of "
            "thumb, so only a factor of ten is called far.",
        ),
        Threshold(
            "a tenth of that for full fine-tuning",
            "published DPO recipes that train all weights use 5e-7 to 5e-6, about a tenth of those for adapters.",
        ),
    ),
    detect=detect,
)
