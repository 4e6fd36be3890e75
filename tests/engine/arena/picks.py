"""Picks of an Arena, for tests."""

from __future__ import annotations

from engine.arena.pick import Author, DrawnReply, Pick, PickChoice
from engine.chat.generate import Sampling
from engine.data.preference_pair import Message

AUTHOR = Author("/models/tiny", "", "tiny")


def reply(text: str, seed: int = 1) -> DrawnReply:
    return DrawnReply(text, AUTHOR, Sampling(temperature=1.0, seed=seed))


def pick(
    choice: PickChoice = "a",
    a: str = "Yes.",
    b: str = "Well, it depends.",
    written: str = "",
    *,
    number: int = 0,
    prompt: str = "Are you open?",
    topic: str = "Hours",
) -> Pick:
    return Pick(
        f"id-{number}-{choice}",
        number,
        "2026-11-30T12:00:00+00:00",
        choice,
        (Message("user", prompt),),
        topic,
        (reply(a), reply(b, 2)),
        written,
    )
