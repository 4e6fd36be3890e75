"""TRL's paired shapes: `prompt`, `chosen` and `rejected` as text or turns, or without a prompt of its own.

Shapes: https://huggingface.co/docs/trl/dataset_formats. Files mix them, so every row is read by its own shape: a text
prompt beside replies in turns, and replies that repeat the prompt's turns, are read as what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from engine.data.formats.format import Fields, Format, Outcome, UnusableRowError
from engine.data.formats.margin import read_margin
from engine.data.formats.messages import parsed_json, read_reply, read_tools
from engine.data.formats.pair import make_pair, with_system
from engine.data.formats.shared_prompt import split_texts, split_turns
from engine.data.formats.transcript import read_prompt
from engine.data.preference_pair import Message

# Beside one of these, `chosen` and `rejected` are replies only, even without a field called `prompt`.
_HOLDS_PROMPT = ("prompt", "instruction", "question", "query", "input", "context", "conversations", "messages")


def convert_with_prompt(fields: Fields, row: int) -> Iterator[Outcome]:
    """A row that names its prompt; replies in turns may repeat it, or hold it in full."""
    chosen, rejected = read_reply(fields.get("chosen"), "chosen"), read_reply(fields.get("rejected"), "rejected")
    given = fields.get("prompt")
    prompt = () if given is None else read_prompt(given)
    chosen, rejected = _after(prompt, chosen), _after(prompt, rejected)
    if any(reply and reply[0].role in ("user", "system") for reply in (chosen, rejected)):
        repeated, chosen, rejected = split_turns(chosen, rejected)
        prompt = _whole_prompt(prompt, repeated, is_text=isinstance(given, str))
    if given is None and not prompt:
        raise UnusableRowError("The prompt is missing.", "empty_prompt")
    whole = with_system(fields.get("system"), prompt)
    pair = make_pair(row, whole, chosen, rejected, read_tools(fields.get("tools")), read_margin(fields))
    yield replace(pair, template_options=_template_options(fields.get("chat_template_kwargs")))


def convert_without_prompt(fields: Fields, row: int) -> Iterator[Outcome]:
    """A row whose two sides both hold the prompt and their reply, as text or as turns."""
    one, other = fields.get("chosen"), fields.get("rejected")
    if isinstance(one, str) and isinstance(other, str):
        prompt, chosen, rejected = _split_texts(one, other)
    else:
        chosen, rejected = read_reply(one, "chosen"), read_reply(other, "rejected")
        if isinstance(one, str) or isinstance(other, str):
            raise UnusableRowError("One side is text and the other holds turns, so they share no prompt.")
        prompt, chosen, rejected = split_turns(chosen, rejected)
    whole = with_system(fields.get("system"), prompt)
    pair = make_pair(row, whole, chosen, rejected, read_tools(fields.get("tools")), read_margin(fields))
    yield replace(pair, template_options=_template_options(fields.get("chat_template_kwargs")))


def _template_options(value: object) -> dict[str, Any]:
    """A row's own settings for the chat template, as an object or as JSON text."""
    options = parsed_json(value.strip() or "null") if isinstance(value, str) else value
    if options is None:
        return {}
    if not isinstance(options, dict):
        raise UnusableRowError("The chat_template_kwargs are not an object with settings for the chat template.")
    return options


def _split_texts(one: str, other: str) -> tuple[tuple[Message, ...], tuple[Message, ...], tuple[Message, ...]]:
    for side, text in (("chosen", one), ("rejected", other)):
        if not text.strip():
            raise UnusableRowError(f"The {side} reply is empty.", "empty_reply")
    prompt, chosen, rejected = split_texts(one, other)
    return (Message("user", prompt),), (Message("assistant", chosen),), (Message("assistant", rejected),)


def _after(prompt: tuple[Message, ...], reply: tuple[Message, ...]) -> tuple[Message, ...]:
    """The reply without the prompt's turns, where it repeats just them; a longer conversation is left whole."""
    rest = reply[len(prompt) :]
    repeats = reply[: len(prompt)] == prompt and not any(message.role == "user" for message in rest)
    return rest if repeats else reply


def _whole_prompt(prompt: tuple[Message, ...], repeated: tuple[Message, ...], is_text: bool) -> tuple[Message, ...]:
    """One prompt from the field's turns and from those that both replies begin with.

    Where the replies hold a user's turn, a prompt in text is only its title or copy, as TRL reads it.
    """
    if prompt[-len(repeated) :] == repeated:
        return prompt
    if all(turn in repeated for turn in prompt) or (is_text and any(turn.role == "user" for turn in repeated)):
        return repeated
    return (*repeated, *prompt) if repeated[-1].role == "system" else (*prompt, *repeated)


def _has_replies(fields: Fields) -> bool:
    return "chosen" in fields and "rejected" in fields


def _in_turns(fields: Fields) -> bool:
    return any(isinstance(fields.get(key), list) for key in ("prompt", "chosen", "rejected"))


def _names_prompt(fields: Fields) -> bool:
    return any(key in fields for key in _HOLDS_PROMPT)


TRL_STANDARD = Format(
    "trl",
    "TRL pairs",
    lambda fields: 0.8 if _has_replies(fields) and "prompt" in fields and not _in_turns(fields) else 0.0,
    convert_with_prompt,
)
TRL_CONVERSATIONAL = Format(
    "trl_conversational",
    "TRL pairs in turns",
    lambda fields: 0.8 if _has_replies(fields) and "prompt" in fields and _in_turns(fields) else 0.0,
    convert_with_prompt,
)
TRL_IMPLICIT = Format(
    "trl_implicit",
    "TRL pairs without a prompt field",
    lambda fields: 0.5 if _has_replies(fields) and not _names_prompt(fields) and not _in_turns(fields) else 0.0,
    convert_without_prompt,
)
TRL_CONVERSATIONAL_IMPLICIT = Format(
    "trl_conversational_implicit",
    "TRL pairs in turns without a prompt field",
    lambda fields: 0.5 if _has_replies(fields) and "prompt" not in fields and _in_turns(fields) else 0.0,
    convert_without_prompt,
)
