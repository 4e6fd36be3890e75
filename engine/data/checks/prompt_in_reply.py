"""A reply that repeats the prompt."""

from __future__ import annotations

from engine.data.checks.flag import Check, each_row
from engine.data.preference_pair import PreferencePair

_SHORTEST_PROMPT = 24  # characters; a shorter prompt can turn up in a reply by chance


def _repeats(pair: PreferencePair) -> bool:
    """Whether either reply holds the whole last turn of the user."""
    prompt = pair.prompt_text.strip()
    return len(prompt) >= _SHORTEST_PROMPT and (prompt in pair.chosen_text or prompt in pair.rejected_text)


PROMPT_IN_REPLY = Check(
    "prompt_in_reply",
    "Prompt inside a reply",
    "A reply that repeats its prompt is often a whole dialogue in the wrong field, and teaches the model to echo.",
    each_row(_repeats),
)
