"""What a person said about two replies to one prompt, with everything that is needed to judge it later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.chat.generate import Sampling
from engine.data.preference_pair import Message

PickChoice = Literal["a", "b", "own", "same", "both_bad", "skip"]


@dataclass(frozen=True, slots=True)
class ArenaPrompt:
    """Something to ask. `topic` is what the file, the suite or the person calls it; `seed` decides its draws."""

    messages: tuple[Message, ...]
    topic: str
    seed: int


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a reply: a model's folder, the adapter's (empty for the model as it is), and a name for people."""

    model: str
    adapter: str
    name: str


@dataclass(frozen=True, slots=True)
class DrawnReply:
    """A whole reply; `was_cut` when the longest length ended it and not the model."""

    text: str
    author: Author
    sampling: Sampling
    was_cut: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """`written` is the better reply as the person edited it, or with the choice "own" a reply of their own.

    `number` is the prompt's among all of the project's; `replies` stand as they stood, A and B, and are missing where a
    prompt was passed over before they came.
    """

    id: str
    number: int
    time: str
    choice: PickChoice
    messages: tuple[Message, ...]
    topic: str
    replies: tuple[DrawnReply, DrawnReply] | None = None
    written: str = ""
