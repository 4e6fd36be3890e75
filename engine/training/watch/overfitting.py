"""Overfitting: held-back pairs get worse while those that are learnt get better."""

from __future__ import annotations

from engine.training.watch.alarm import HALVE, KEEP_BEST, Alarm, Finding, Threshold
from engine.training.watch.history import History

EVALUATIONS = 2
SHARE = 0.1
LEAST_FALL = 0.02


def detect(history: History) -> Finding | None:
    """Compare the last evaluations with the best one before them."""
    margins = [evaluation.metrics.rewards_margins for evaluation in history.evaluations]
    if len(margins) <= EVALUATIONS:
        return None
    earlier, later = margins[:-EVALUATIONS], margins[-EVALUATIONS:]
    best = max(range(len(earlier)), key=earlier.__getitem__)
    fall = max(LEAST_FALL, SHARE * abs(earlier[best]))
    is_falling = all(margin < earlier[best] - fall for margin in later) and later[-1] <= later[0]
    trained = history.margins_beside
    if not is_falling or trained[-1] <= trained[best]:
        return None
    return Finding(
        f"The margin of what is held back fell from {earlier[best]:.2f} after update "
        f"{history.evaluations[best].step:,} to {margins[-1]:.2f}, while that of training rose from "
        f"{trained[best]:.2f} to {trained[-1]:.2f}.",
        (KEEP_BEST, HALVE),
    )


ALARM = Alarm(
    name="overfitting",
    title="What is held back gets worse (overfitting)",
    meaning="The model learns these very replies by heart rather than what they have in common.",
    advice="Stop and keep the best checkpoint; next time take fewer passes, more data, or early_stopping_patience.",
    thresholds=(
        Threshold(
            f"{EVALUATIONS} evaluations in a row below the best one, by {SHARE:.0%} of it and {LEAST_FALL:g} at least, "
            "not rising",
            "One evaluation may be chance, above all with few pairs held back; two that fall are rarely.",
        ),
        Threshold(
            "the training margin above what it was at the best evaluation",
            "If both fall, it is divergence.",
        ),
    ),
    detect=detect,
)
