"""How thumbs up and down weigh against each other in KTO, and what its authors advise."""

from __future__ import annotations

LEAST, MOST = 1.0, 4.0 / 3.0  # Ethayarajh et al. 2024, arXiv 2402.01306, section 4.2


def balance_advice(up: int, down: int, desirable_weight: float, undesirable_weight: float) -> str:
    """A sentence on weights with which thumbs up weigh 1 to 4/3 times as much as thumbs down; empty where they do.

    Also empty where all thumbs point one way, since no weight can balance that.
    """
    if not up or not down:
        return ""
    share = desirable_weight * up / (undesirable_weight * down)
    if LEAST <= share <= MOST:
        return ""
    if share < LEAST:
        name, at_rest = "desirable_weight", undesirable_weight * down / up
        low, high = at_rest * LEAST, at_rest * MOST
    else:
        name, at_rest = "undesirable_weight", desirable_weight * up / down
        low, high = at_rest / MOST, at_rest / LEAST
    return (
        f"{up:,} thumbs up weigh {share:.2f} times as much as {down:,} down; the authors of KTO advise 1 to 1.33 "
        f"times: {name} from {low:.2f} to {high:.2f}."
    )
