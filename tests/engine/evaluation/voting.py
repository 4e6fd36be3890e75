"""A blind test and votes on it, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from engine.chat.generate import Sampling
from engine.data.preference_pair import Message
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.trial import BlindTest, Contestants, lay_out_test
from engine.evaluation.vote import Choice, Vote, cast_vote

WHO = Contestants("/models/tiny", "tiny", "/runs/one/adapter", "balanced-01")


def cases(count: int, group: str = "Tone") -> list[PromptCase]:
    return [PromptCase((Message("user", f"{group} {number}?"),), group) for number in range(count)]


def made_test(count: int = 12, seed: int = 3, prompts: Sequence[PromptCase] | None = None) -> BlindTest:
    return lay_out_test(prompts or cases(count), WHO, Sampling(), seed, "held back", count)


def vote_on(
    test: BlindTest, trial: int, choice: Choice, before: str = "Well, it depends.", after: str = "Yes."
) -> Vote:
    return cast_vote(test, trial, choice, before, after)


def vote_for(test: BlindTest, trial: int, winner: str, before: str = "It depends.", after: str = "Yes.") -> Vote:
    """A vote for "after" or "before", whatever side it stands on."""
    side = test.trials[trial].after_side
    other: Choice = "b" if side == "a" else "a"
    return cast_vote(test, trial, side if winner == "after" else other, before, after)
