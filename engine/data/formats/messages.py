"""Turns of a conversation as files write them, read into `Message`.

Knows OpenAI's spelling (role, content, tool_calls, content in parts) and ShareGPT's (from, value, function_call).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.data import json_text
from engine.data.formats.format import Problem, UnusableRowError
from engine.data.preference_pair import Message

_ROLES = {
    "user": "user",
    "human": "user",
    "assistant": "assistant",
    "gpt": "assistant",
    "model": "assistant",
    "bot": "assistant",
    "function_call": "assistant",
    "system": "system",
    "developer": "system",
    "tool": "tool",
    "function": "tool",
    "observation": "tool",
}
# What chat templates may read besides role and content.
_EXTRA_KEYS = ("name", "tool_calls", "tool_call_id", "reasoning_content", "thinking")


def read_messages(value: object, where: str) -> tuple[Message, ...]:
    """A list of turns, a single turn, or plain text, which is one user turn. `where` names the place in reasons."""
    if isinstance(value, str):
        return (Message("user", value),)
    if isinstance(value, dict):
        return (read_message(value, where),)
    if isinstance(value, list):
        return tuple(read_message(turn, where) for turn in value)
    raise not_text(value, where)


def read_reply(value: object, side: str) -> tuple[Message, ...]:
    """A reply: plain text, a turn, or a list of turns. `side` is "chosen" or "rejected"."""
    if isinstance(value, str):
        return (Message("assistant", value),)
    if isinstance(value, (dict, list)):
        return read_messages(value, f"{side} reply")
    raise not_text(value, f"{side} reply", "reply_not_text")


def read_message(value: object, where: str) -> Message:
    """One turn, with its role in the spelling of chat templates. Raises UnusableRowError when it is no turn of text."""
    if not isinstance(value, dict):
        raise UnusableRowError(f"The {where} holds {describe(value)} where a turn belongs.")
    name = value.get("role", value.get("from"))
    role = _ROLES.get(name.lower()) if isinstance(name, str) else None
    if role is None:
        what = "without a role" if name is None else f"with the unknown role {str(name)[:40]!r}"
        raise UnusableRowError(f"The {where} holds a turn {what}.")
    content = read_content(value.get("content", value.get("value")), where)
    extra = {key: value[key] for key in _EXTRA_KEYS if value.get(key)}
    if "tool_calls" in extra:
        extra["tool_calls"] = _read_tool_calls(extra["tool_calls"], where)
    if name == "function_call":
        call = parsed_json(content)
        if isinstance(call, dict):
            return Message(role, "", {"tool_calls": [{"type": "function", "function": call}]})
    return Message(role, content, extra)


def read_content(value: object, where: str) -> str:
    """A turn's text, given as text or in parts; nothing, as beside tool calls, is empty text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list):
        return "".join(_read_part(part, where) for part in value)
    raise UnusableRowError(f"The {where} holds a turn whose content is {describe(value)}, not text.", "reply_not_text")


def read_history(value: object) -> Iterator[Message]:
    """Earlier rounds, each [question, answer], as LLaMA-Factory and ms-swift write them."""
    rounds = value if isinstance(value, list) else []
    for turns in rounds:
        if not isinstance(turns, list) or len(turns) != 2 or not all(isinstance(turn, str) for turn in turns):
            raise UnusableRowError("The history is not a list of questions with their answers.")
        yield Message("user", turns[0])
        yield Message("assistant", turns[1])


def read_tools(value: object) -> tuple[dict[str, Any], ...]:
    """The functions offered to the model, given as a list or as JSON text, each in OpenAI's wrapping."""
    tools = parsed_json(value.strip() or "null") if isinstance(value, str) else value
    if tools in (None, [], {}):
        return ()
    if not isinstance(tools, list) or not all(isinstance(tool, dict) for tool in tools):
        raise UnusableRowError("The tools are not a list of functions.")
    return tuple(tool if "function" in tool else {"type": "function", "function": tool} for tool in tools)


def parsed_json(text: str) -> object:
    """What the text says if it is JSON, else the text itself."""
    try:
        return json_text.decode(text)
    except (json_text.DecodeError, RecursionError):
        return text


def not_text(value: object, where: str, problem: Problem = "") -> UnusableRowError:
    """The refusal of a value that stands where text or turns belong."""
    what = "missing" if value is None else f"{describe(value)}, not text"
    return UnusableRowError(f"The {where} is {what}.", problem)


def describe(value: object) -> str:
    """A JSON value in plain words, for reasons."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"the JSON value {str(value).lower()}"
    kinds: dict[type, str] = {int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return kinds.get(type(value), "something else")


def _read_part(part: object, where: str) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, dict):
        text = part.get("text", part.get("value"))
        if part.get("type", "text") == "text" and isinstance(text, str):
            return text
        raise UnusableRowError(
            f"The {where} holds a part of type {str(part.get('type'))[:40]!r}, and only text is read."
        )
    raise UnusableRowError(f"The {where} holds a part that is {describe(part)}, not text.")


def _read_tool_calls(value: object, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(call, dict) for call in value):
        raise UnusableRowError(f"The {where} holds tool calls that are not a list of calls.")
    return [_with_parsed_arguments(call) for call in value]


def _with_parsed_arguments(call: dict[str, Any]) -> dict[str, Any]:
    # OpenAI writes the arguments as JSON text; chat templates write JSON from them, so text would be quoted twice.
    call = _without_gaps(call)
    function = call.get("function")
    if not isinstance(function, dict):
        return call
    function = _without_gaps(function)
    if isinstance(function.get("arguments"), str):
        function["arguments"] = parsed_json(function["arguments"])
    return {**call, "function": function}


def _without_gaps(fields: dict[str, Any]) -> dict[str, Any]:
    """A table's row has every field that any row has; what this one lacks is None there."""
    return {key: value for key, value in fields.items() if value is not None}
