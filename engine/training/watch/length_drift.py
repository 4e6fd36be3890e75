"""Length drift: the samples get much longer or shorter than both the model was and the data asks for."""

from __future__ import annotations

from collections.abc import Iterable

from engine.events import Remedy
from engine.plan import TrainingPlan
from engine.preference.losses.catalogue import LOSSES
from engine.training.watch.alarm import HALVE, Alarm, Finding, Threshold, for_next_run
from engine.training.watch.history import History

FACTOR = 1.5
FEWEST_TOKENS = 10.0
_LD_ALPHA = 0.5


def detect(history: History) -> Finding | None:
    """Compare the newest samples with the first ones and with the preferred replies to the same prompts."""
    if len(history.samples) < 2:
        return None
    first, newest = history.samples
    then, now = (_mean(sample.tokens for sample in written.samples) for written in (first, newest))
    preferred = _mean(sample.preferred_tokens for sample in newest.samples)
    longest, shortest = max(then, preferred), min(then, preferred)
    if now > max(FACTOR * longest, longest + FEWEST_TOKENS):
        word = "longer"
    elif now < min(shortest / FACTOR, shortest - FEWEST_TOKENS):
        word = "shorter"
    else:
        return None
    return Finding(
        f"The samples have {now:.0f} tokens on average: {word} than before training ({then:.0f}), and {word} than the "
        f"preferred replies ({preferred:.0f}).",
        (HALVE, *_less_by_length(history.plan)),
    )


def _mean(lengths: Iterable[int]) -> float:
    values = list(lengths)
    return sum(values) / max(1, len(values))


def _less_by_length(plan: TrainingPlan) -> tuple[Remedy, ...]:
    """Only where every loss can do without the tokens beyond the shorter reply's length."""
    can = all("ld_alpha" in LOSSES[name].reads or name == "sft" for name in plan.loss_type)
    if not can or plan.ld_alpha <= _LD_ALPHA or not plan.loss.needs_reference:
        return ()
    return (for_next_run("Length-desensitised in a new run", ld_alpha=_LD_ALPHA),)


ALARM = Alarm(
    name="length_drift",
    title="Replies change their length (length drift)",
    meaning="DPO sums over tokens, so it is easily drawn to length itself rather than to what makes a reply better.",
    advice="Read the samples. If they are padded or broken off, lower the rate, or begin again with ld_alpha below 1.",
    thresholds=(
        Threshold(
            f"samples {FACTOR:g} times as long, or as short, as both before training and the preferred replies, and "
            f"by {FEWEST_TOKENS:g} tokens",
            "Pairs that prefer brief replies should make replies brief: only what neither the model nor the data does "
            "is drift (Park et al. 2024, arXiv 2403.19159). Ten tokens, because few prompts are asked.",
        ),
    ),
    detect=detect,
)
