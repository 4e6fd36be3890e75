"""Replies judged by themselves: a thumb up or down under one reply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.data.preference_pair import Message, PreferencePair


@dataclass(frozen=True, slots=True)
class LabelledReply:
    """A reply that somebody called good or bad, without comparing it with another.

    `row` is the row in the source file, counted from 1. Training on single labels needs a prompt, a reply and a label
    and nothing else (Ethayarajh et al., 2024, arXiv:2402.01306).
    """

    row: int
    prompt: tuple[Message, ...]
    reply: tuple[Message, ...]
    good: bool
    tools: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """A reply that was offered beside a labelled one and got no label itself."""

    row: int
    prompt: tuple[Message, ...]
    reply: tuple[Message, ...]


def as_thumb(reply: LabelledReply | Alternative) -> Iterator[PreferencePair]:
    """A labelled reply as a pair that lacks one side; nothing of a reply without a label."""
    if isinstance(reply, LabelledReply):
        sides = (reply.reply, ()) if reply.good else ((), reply.reply)
        yield PreferencePair(reply.row, reply.prompt, *sides, reply.tools)
