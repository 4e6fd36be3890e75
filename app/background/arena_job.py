"""Let the model answer a prompt twice, each time in its own way."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.background.subject import ChatSubject
from engine.chat.generate import ReplyFinished, Sampling, Side, generate_reply
from engine.data.preference_pair import Message

if TYPE_CHECKING:
    from engine.model.keeper import ModelKeeper


@dataclass(eq=False, slots=True)
class ArenaJob:
    """Answer with both voices of the subject, "before" in pane A and "after" in B; reports only the whole replies.

    It borrows no model from a paused run: that would be another one than was chosen.
    """

    subject: ChatSubject
    messages: Sequence[Message]
    samplings: tuple[Sampling, Sampling]
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = "Preparing the replies"

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        subject = self.subject
        loaded = subject.load(keeper)
        sides: tuple[Side, Side] = ("before", "after")
        # One after the other: nobody watches, and voices whose weights are exchanged need not take turns.
        for side, sampling, voice in zip(sides, self.samplings, subject.voices, strict=True):
            for event in generate_reply(loaded, self.messages, sampling, self.stopped.is_set, side, voice):
                if isinstance(event, ReplyFinished):
                    yield event

    def stop(self) -> None:
        self.stopped.set()
