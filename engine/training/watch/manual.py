"""docs/alarms.md, written from the registry: `python -m engine.training.watch.manual docs/alarms.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from engine.training.watch.alarm import Alarm
from engine.training.watch.history import LONGEST_WINDOW, SHORTEST_WINDOW
from engine.training.watch.registry import ALARMS

_INTRODUCTION = (
    "A run watches itself. What looks wrong is said at once: as a banner on the Train page with one-click remedies, as "
    "a sentence on the command line, as an `alarm_raised` line with `--json`, and in the run's `log.txt`. An alarm is "
    "raised once, and again only after the run was changed. None but a loss or gradient that is no number stops a run."
)
_WINDOW = (
    f"A *window* is a tenth of the run, at least {SHORTEST_WINDOW} and at most {LONGEST_WINDOW} updates: what a single "
    "batch does says little. Rewards, margins and log-probabilities are the means that the metrics name; a nat is the "
    "unit of the natural logarithm. Good replies are the chosen ones of pairs, or those with a thumb up, bad ones the "
    "others."
)
_REMEDIES = (
    "A remedy for a run under way counts from its next update on. It is written into the run's "
    "[`amendments.jsonl`](run-folder.md) before it does, so a run that is interrupted and resumed replays it and ends "
    "in the same weights. *Go back* takes up the newest checkpoint from before the loss rose; what came after it is "
    "undone and no part of the run any more. *Stop, keep the best* ends the run with the weights of the best "
    "evaluation, by `training.metric_for_best_model`, whose checkpoint is there. A run that was stopped or failed goes "
    "on from its last checkpoint with the remedy; on the command line, `resume RUN --learning-rate-factor 0.5` does "
    "that. The other remedies open the settings of a new run with the change made."
)


def manual() -> str:
    """The page as Markdown."""
    parts = ["# Alarms", _INTRODUCTION, _WINDOW, *map(_alarm, ALARMS.values()), "## Remedies", _REMEDIES]
    return "\n\n".join(parts) + "\n"


def _alarm(alarm: Alarm) -> str:
    thresholds = "\n".join(f"- **{_first_upper(threshold.text)}.** {threshold.why}" for threshold in alarm.thresholds)
    return f"## `{alarm.name}`: {alarm.title}\n\n{alarm.meaning} {alarm.advice}\n\n{thresholds}"


def _first_upper(text: str) -> str:
    return text[0].upper() + text[1:]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
