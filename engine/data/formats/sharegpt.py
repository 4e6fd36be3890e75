"""LLaMA-Factory's ShareGPT pairs: the conversation so far, and one turn on either side.

{"conversations": [{"from": "human", "value": ...}, ...], "chosen": {...}, "rejected": {...}, "system", "tools"}
The same with `messages` and role/content is Axolotl's chat_template shape.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.data.formats.format import Fields, Format, Outcome
from engine.data.formats.margin import read_margin
from engine.data.formats.messages import read_messages, read_reply, read_tools
from engine.data.formats.pair import make_pair, with_system


def confidence(fields: Fields) -> float:
    """A conversation beside two replies; replies that hold a conversation themselves are TRL's."""
    if "prompt" in fields or "chosen" not in fields or "rejected" not in fields:
        return 0.0
    if _is_conversation(fields["chosen"]) or _is_conversation(fields["rejected"]):
        return 0.0
    return 0.9 if isinstance(_conversation(fields), list) else 0.0


def convert(fields: Fields, row: int) -> Iterator[Outcome]:
    """One pair: the conversation, led by the `system` text if there is one, is the prompt."""
    prompt = read_messages(_conversation(fields), "prompt")
    yield make_pair(
        row,
        with_system(fields.get("system"), prompt),
        read_reply(fields.get("chosen"), "chosen"),
        read_reply(fields.get("rejected"), "rejected"),
        read_tools(fields.get("tools")),
        read_margin(fields),
    )


def _conversation(fields: Fields) -> object:
    return next((fields[key] for key in ("conversations", "messages", "trajectory") if key in fields), None)


def _is_conversation(reply: object) -> bool:
    """Whether a list of turns begins with somebody else than the assistant."""
    first = reply[0] if isinstance(reply, list) and reply else None
    if not isinstance(first, dict):
        return isinstance(reply, list)
    return str(first.get("role", first.get("from"))) not in ("assistant", "gpt", "model", "function_call")


SHAREGPT = Format("sharegpt", "ShareGPT pairs", confidence, convert)
