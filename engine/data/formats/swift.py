"""ms-swift: a conversation that ends in the chosen reply, and what to reject instead.

{"messages": [..., {"role": "assistant", ...}], "rejected_response": "..." or [...]} or "rejected_messages": [...]
Source: ms-swift's guide to custom data sets.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome, UnusableRowError
from engine.data.formats.margin import read_margin
from engine.data.formats.messages import read_messages, read_reply, read_tools
from engine.data.formats.pair import make_pair, with_system
from engine.data.formats.shared_prompt import split_turns
from engine.data.preference_pair import Message


def confidence(fields: Fields) -> float:
    """A conversation beside a rejected reply, and no chosen one: that ends the conversation."""
    rejected = "rejected_response" in fields or "rejected_messages" in fields
    return 0.9 if rejected and isinstance(fields.get("messages"), list) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair for each rejected reply."""
    tools, margin = read_tools(fields.get("tools")), read_margin(fields)
    for prompt, chosen, rejected in _sides(fields):
        yield make_pair(row, with_system(fields.get("system"), prompt), chosen, rejected, tools, margin)


def _sides(fields: Fields) -> Iterator[tuple[tuple[Message, ...], tuple[Message, ...], tuple[Message, ...]]]:
    whole = read_messages(fields.get("messages"), "prompt")
    if fields.get("rejected_messages") is not None:
        yield split_turns(whole, read_reply(fields["rejected_messages"], "rejected"))
        return
    if not whole or whole[-1].role != "assistant":
        raise UnusableRowError("The conversation does not end with a reply to choose.", "empty_reply")
    given = fields.get("rejected_response")
    for reply in given if isinstance(given, list) and given else [given]:
        yield whole[:-1], whole[-1:], read_reply(reply, "rejected")


SWIFT = Format("swift", "ms-swift pairs", confidence, convert)
