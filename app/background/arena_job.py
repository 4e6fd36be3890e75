"""Let the model answer a prompt twice, each time in its own way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.background.subject import ChatSubject
from app.language.translate import mark
from engine.chat.generate import ReplyFinished, Sampling, Side, generate_reply
from engine.control import RunControl
from engine.data.preference_pair import Message

if TYPE_CHECKING:
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel


@dataclass(eq=False, slots=True)
class ArenaJob:
    """Answer with both voices of the subject, "before" in pane A and "after" in B; reports only the whole replies.

    The model may be on loan from a paused run; then the voices are that run's own.
    """

    subject: ChatSubject
    messages: Sequence[Message]
    samplings: tuple[Sampling, Sampling]
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = mark("Preparing the replies")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        return self._answer(self.subject.load(keeper), self.stopped.is_set)

    def events_with(self, loaded: LoadedModel, control: RunControl) -> Iterator[object]:
        return self._answer(loaded, lambda: self.stopped.is_set() or not control.pause_requested)

    def _answer(self, loaded: LoadedModel, should_stop: Callable[[], bool]) -> Iterator[object]:
        sides: tuple[Side, Side] = ("before", "after")
        # One after the other: nobody watches, and voices whose weights are exchanged need not take turns.
        for side, sampling, voice in zip(sides, self.samplings, self.subject.voices, strict=True):
            for event in generate_reply(loaded, self.messages, sampling, should_stop, side, voice):
                if isinstance(event, ReplyFinished):
                    yield event

    def stop(self) -> None:
        self.stopped.set()
