"""The last gate before a row becomes a pair: what every format's pairs must have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.data.formats.format import UnusableRowError
from engine.data.preference_pair import Message, PreferencePair


def make_pair(
    row: int,
    prompt: tuple[Message, ...],
    chosen: tuple[Message, ...],
    rejected: tuple[Message, ...],
    tools: tuple[Mapping[str, Any], ...] = (),
    margin: float | None = None,
) -> PreferencePair:
    """A pair that can be trained on.

    The prompt has a user's turn and does not end in a reply; both replies begin with the assistant, hold no turn of
    the user, and are not empty. Raises UnusableRowError otherwise.
    """
    check_prompt(prompt)
    check_reply(chosen, "chosen")
    check_reply(rejected, "rejected")
    return PreferencePair(row, prompt, chosen, rejected, tools, margin)


def both_ways(
    row: int,
    prompt: tuple[Message, ...],
    first: tuple[Message, ...],
    second: tuple[Message, ...],
    tools: tuple[Mapping[str, Any], ...] = (),
) -> tuple[PreferencePair, PreferencePair]:
    """A tie as two pairs, one either way round. Raises UnusableRowError as `make_pair` does."""
    check_prompt(prompt)
    check_reply(first, "first")
    check_reply(second, "second")
    return (
        PreferencePair(row, prompt, first, second, tools, tied=True),
        PreferencePair(row, prompt, second, first, tools, tied=True),
    )


def with_system(system: object, prompt: tuple[Message, ...]) -> tuple[Message, ...]:
    """The prompt led by the text of a `system` field, unless that is empty or the prompt has a system turn already."""
    if not isinstance(system, str) or not system.strip() or any(message.role == "system" for message in prompt):
        return prompt
    return (Message("system", system), *prompt)


def check_prompt(prompt: tuple[Message, ...]) -> None:
    """Raise UnusableRowError unless the prompt asks something."""
    if not any(message.content.strip() for message in prompt):
        raise UnusableRowError("The prompt is empty.", "empty_prompt")
    if not any(message.role == "user" for message in prompt):
        raise UnusableRowError("The prompt has no turn of the user.")
    if prompt[-1].role == "assistant":
        raise UnusableRowError("The prompt ends with a reply, so nothing is left to answer.")
    if prompt[-1].role == "user" and not prompt[-1].content.strip():
        raise UnusableRowError("The prompt's last turn is empty.", "empty_prompt")


def check_reply(reply: tuple[Message, ...], side: str) -> None:
    """Raise UnusableRowError unless this is a reply of the assistant that says something."""
    stranger = next((message.role for message in reply if message.role not in ("assistant", "tool")), "")
    if stranger:
        raise UnusableRowError(f"The {side} reply holds a turn of the {stranger}.")
    said = (message.content.strip() or message.extra.get("tool_calls") for message in reply if message.role != "tool")
    if not any(said):
        raise UnusableRowError(f"The {side} reply is empty.", "empty_reply")
    if reply[0].role != "assistant":
        raise UnusableRowError(f"The {side} reply begins with a tool's turn.")
