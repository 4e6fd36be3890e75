"""One vote with everything that is needed to judge it later, or to ask the same again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import uuid4

from engine.chat.generate import Sampling
from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message
from engine.evaluation.trial import BlindTest, Contestants, Pane

Choice = Literal["a", "b", "same", "both_bad", "skip"]
Winner = Literal["after", "before", ""]

REASONS = ("Friendlier", "More correct", "Shorter", "On task")  # offered; any other words are as good
LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Vote:
    """What a person said about two replies to one prompt, which were shown without their names.

    `choice` is what was pressed, `winner` whom that means: "after" for the trained model, "before" for the original,
    empty for a tie, for two bad replies, and for a prompt that was passed over. `reasons` say why the winner is better.
    """

    id: str
    test: str
    trial: int
    time: str
    choice: Choice
    winner: Winner
    prompt: tuple[Message, ...]
    before: str
    after: str
    after_side: Pane
    group: str
    sampling: Sampling
    contestants: Contestants
    reasons: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, str]:
        """The replies as they stood, A and B."""
        return (self.after, self.before) if self.after_side == "a" else (self.before, self.after)

    @property
    def prompt_text(self) -> str:
        """The last user turn."""
        return next((message.content for message in reversed(self.prompt) if message.role == "user"), "")


def cast_vote(
    test: BlindTest, trial: int, choice: Choice, before: str, after: str, reasons: Sequence[str] = ()
) -> Vote:
    """The vote on one trial of a test, as of now; reasons count only where one reply is better."""
    asked = test.trials[trial]
    winner: Winner = ""
    if choice in ("a", "b"):
        winner = "after" if choice == asked.after_side else "before"
    return Vote(
        id=uuid4().hex[:16],
        test=test.id,
        trial=trial,
        time=datetime.now().astimezone().isoformat(timespec="seconds"),
        choice=choice,
        winner=winner,
        prompt=asked.messages,
        before=before,
        after=after,
        after_side=asked.after_side,
        group=asked.group,
        sampling=replace(test.sampling, seed=asked.seed),
        contestants=test.contestants,
        reasons=tuple(without_half_characters(reason) for reason in reasons) if winner else (),
    )
