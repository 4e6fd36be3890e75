"""Whole dialogues as text on both sides, as in Anthropic's HH data: "\\n\\nHuman: ...\\n\\nAssistant: ...".

The reply begins after the last "Assistant:" of each side, so replies that begin alike are not cut (hh-rlhf's README).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome, UnusableRowError
from engine.data.formats.messages import not_text, read_messages
from engine.data.formats.pair import make_pair
from engine.data.formats.shared_prompt import split_turns
from engine.data.preference_pair import Message

_SPEAKER = re.compile(r"(?:^|\n\n)(Human|Assistant):")
_ROLES = {"Human": "user", "Assistant": "assistant"}


def confidence(fields: Fields) -> float:
    """Two texts that begin with a human's turn and hold a reply, and no prompt beside them."""
    sides = fields.get("chosen"), fields.get("rejected")
    spoken = all(isinstance(side, str) and side.lstrip().startswith("Human:") for side in sides)
    return 0.9 if spoken and "prompt" not in fields else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair, its dialogue read into turns."""
    chosen, rejected = _turns(fields.get("chosen"), "chosen"), _turns(fields.get("rejected"), "rejected")
    yield make_pair(row, *split_turns(chosen, rejected))


def read_prompt(value: object) -> tuple[Message, ...]:
    """A prompt in turns or in text; a text that is written as a dialogue up to "Assistant:" is read as one."""
    if isinstance(value, str) and value.rstrip().endswith("\n\nAssistant:"):
        return read_question(value)
    return read_messages(value, "prompt")


def read_question(text: str) -> tuple[Message, ...]:
    """A prompt in text: its dialogue in turns if it is written as one, else one turn of the user."""
    pieces = _SPEAKER.split(text.strip())
    if pieces[0].strip() or len(pieces) < 3 or pieces[1] != "Human":
        return (Message("user", text),)
    turns = [Message(_ROLES[name], said.strip()) for name, said in zip(pieces[1::2], pieces[2::2], strict=True)]
    return tuple(turns[:-1] if turns[-1] == Message("assistant", "") else turns)


def _turns(text: object, side: str) -> tuple[Message, ...]:
    if not isinstance(text, str):
        raise not_text(text, f"{side} reply", "reply_not_text")
    before, *pieces = _SPEAKER.split(text.strip())
    if before.strip() or not pieces:
        raise UnusableRowError(f"The {side} side does not begin with a speaker.")
    names, texts = pieces[::2], pieces[1::2]
    if names[-1] != "Assistant":
        raise UnusableRowError(f"The {side} side ends without a reply.", "empty_reply")
    return tuple(Message(_ROLES[name], said.strip()) for name, said in zip(names, texts, strict=True))


TRANSCRIPT = Format("transcript", "Human and Assistant transcripts", confidence, convert)
