"""A run in words: its state in one, its result in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, assert_never

from app.language.translate import tr
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.words import about

Tone = Literal["neutral", "accent", "warn", "danger", "ok"]


@dataclass(frozen=True, slots=True)
class StateWord:
    """The word on the badge, and its tone."""

    text: str
    tone: Tone


def state_word(run: RunModel) -> StateWord:  # one word for each state
    """What the run is doing, in one word."""
    match run.state:
        case RunState.IDLE:
            return StateWord(tr("Not started"), "neutral")
        case RunState.PREPARING:
            return StateWord(tr("Pausing") if run.is_pausing else tr("Preparing"), "accent")
        case RunState.RUNNING:
            return StateWord(tr("Pausing") if run.is_pausing else tr("Training"), "accent")
        case RunState.PAUSED:
            return StateWord(tr("Paused"), "warn")
        case RunState.STOPPING:
            return StateWord(tr("Saving"), "accent")
        case RunState.FINISHED:
            return StateWord(tr("Done"), "ok") if not was_stopped(run) else StateWord(tr("Stopped"), "neutral")
        case RunState.FAILED:
            return StateWord(tr("Failed"), "danger")
        case _:
            assert_never(run.state)


def was_stopped(run: RunModel) -> bool:
    """Whether the run ended before its last step, on request."""
    return run.finished is not None and run.finished.outcome == "stopped"


def time_words(run: RunModel) -> str:
    """What there is to say about time: what is left, or what it took."""
    match run.state:
        case RunState.PREPARING | RunState.IDLE:
            return run.phase.text
        case RunState.RUNNING if run.seconds_left is not None:
            return tr("{about} left", about=about(run.seconds_left))
        case RunState.RUNNING:
            return tr("time left is known after the first steps")
        case RunState.PAUSED:
            return tr("paused between two steps") if run.started else tr("paused in its warm-up")
        case RunState.STOPPING:
            return tr("saving after this step") if run.started else tr("stopping")
        case RunState.FINISHED:
            if was_stopped(run):
                return tr("saved on request") if run.started else tr("saved in its warm-up")
            return tr("all steps done") if run.step == run.total_steps else tr("ended early")
        case RunState.FAILED:
            return tr("stopped by an error")
        case _:
            assert_never(run.state)
