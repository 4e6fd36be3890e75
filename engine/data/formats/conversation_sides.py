"""Two whole conversations that part at the last reply.

LLaMA-Factory v1 (chosen_messages and rejected_messages, contents in parts) and torchtune's chosen_conversations and
rejected_conversations. Under the plain names `chosen` and `rejected` this is TRL's implicit prompt.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome
from engine.data.formats.margin import read_margin
from engine.data.formats.messages import read_reply, read_tools
from engine.data.formats.pair import make_pair, with_system
from engine.data.formats.shared_prompt import split_turns

_SIDES = (
    ("chosen_messages", "rejected_messages"),
    ("chosen_conversations", "rejected_conversations"),
    ("chosen_conversation", "rejected_conversation"),
)


def confidence(fields: Fields) -> float:
    """Both sides by their names."""
    return 0.9 if _sides(fields) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair: what the conversations share, up to the last question, is the prompt."""
    one, other = _sides(fields) or _SIDES[0]
    prompt, chosen, rejected = split_turns(
        read_reply(fields.get(one), "chosen"), read_reply(fields.get(other), "rejected")
    )
    whole = with_system(fields.get("system"), prompt)
    yield make_pair(row, whole, chosen, rejected, read_tools(fields.get("tools")), read_margin(fields))


def _sides(fields: Fields) -> tuple[str, str] | None:
    return next(((one, other) for one, other in _SIDES if one in fields and other in fields), None)


CONVERSATION_SIDES = Format("conversation_sides", "Two whole conversations", confidence, convert)
