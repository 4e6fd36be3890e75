"""A prompt that already holds the reply."""

from __future__ import annotations

from engine.data.checks.flag import Check, each_row
from engine.data.preference_pair import PreferencePair

_SHORTEST_REPLY = 24  # characters; a shorter reply may be quoted by chance, or be asked for


def _holds_reply(pair: PreferencePair) -> bool:
    """Whether a turn before the reply holds the whole of either reply."""
    replies = [reply.strip() for reply in (pair.chosen_text, pair.rejected_text)]
    long = [reply for reply in replies if len(reply) >= _SHORTEST_REPLY]
    return any(reply in message.content for reply in long for message in pair.prompt)


REPLY_IN_PROMPT = Check(
    "reply_in_prompt",
    "Reply inside the prompt",
    "Where the prompt already holds the reply, the model learns to copy; often the two fields were joined by mistake.",
    each_row(_holds_reply),
)
