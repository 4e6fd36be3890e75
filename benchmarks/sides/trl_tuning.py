"""Which of TRL's settings are its best: each tried on the same few pairs, given up once it cannot be among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

# The usual winners first, since what comes later is measured against them.
SETTINGS = tuple(
    f"{size}{reference}{checkpointing}"
    for checkpointing in ("", "c")
    for size in (2, 4, 1, 8)
    for reference in ("", "p")
)

Trials = dict[str, dict[str, Any]]


def tune(
    trials: Trials,
    settings: Sequence[str],
    slack: float,
    measure: Callable[[str, float], dict[str, Any]],
    save: Callable[[], None],
) -> None:
    """Try what `trials` lacks, or what failed there, and save after each.

    `measure(setting, limit)` gives up when an epoch will take more than `limit` seconds (0: never): `slack` times what
    the second best took so far.
    """
    for setting in settings:
        if setting in trials and "failed" not in trials[setting]:
            continue
        trials[setting] = measure(setting, slack * second_best_seconds(trials))
        save()


def second_best_seconds(trials: Mapping[str, Mapping[str, Any]]) -> float:
    """What the second best of the settings that came to their end took; 0 while there are fewer."""
    seconds = sorted(each["pairs"] / each["first_epoch"] for each in trials.values() if _is_whole(each))
    return seconds[1] if len(seconds) > 1 else 0.0


def best_settings(trials: Mapping[str, Mapping[str, Any]], count: int = 2) -> list[str]:
    """The fastest of those that came to their end."""
    whole = [setting for setting, each in trials.items() if _is_whole(each)]
    return sorted(whole, key=lambda setting: -trials[setting]["first_epoch"])[:count]


def _is_whole(trial: Mapping[str, Any]) -> bool:
    return "failed" not in trial and "stopped_after_pairs" not in trial
