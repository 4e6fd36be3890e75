from __future__ import annotations

import json
from typing import Any

import pytest

from engine.data.formats.format import Format, UnusableRowError
from engine.data.formats.trl import TRL_CONVERSATIONAL, TRL_CONVERSATIONAL_IMPLICIT, TRL_IMPLICIT, TRL_STANDARD
from engine.data.preference_pair import Message
from tests.engine.data.examples import assistant, converted_pair, user

U, A, S = (
    {"role": "user", "content": "Why?"},
    {"role": "assistant", "content": "So."},
    {"role": "system", "content": "Be."},
)
B = {"role": "assistant", "content": "No."}
FIRST = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]
SYSTEM = (Message("system", "Be."),)
HISTORY = user("Hi") + assistant("Hello")


def test_text_is_kept_to_the_character() -> None:
    pair = converted_pair(TRL_STANDARD, {"prompt": "Flat is ", "chosen": " better.\n", "rejected": " worse."})
    assert (pair.prompt, pair.chosen, pair.rejected) == (
        user("Flat is "),
        assistant(" better.\n"),
        assistant(" worse."),
    )


@pytest.mark.parametrize(
    "prompt, chosen, rejected, expected",
    [
        ([U], [A], [B], user("Why?")),
        ("Why?", [A], [B], user("Why?")),
        ([S, U], "So.", "No.", SYSTEM + user("Why?")),
        ([U], A, B, user("Why?")),
        # The replies repeat the prompt, on both sides or on one.
        ([U], [U, A], [U, B], user("Why?")),
        ([U], [U, A], [B], user("Why?")),
        ([S, U], [S, U, A], [S, U, B], SYSTEM + user("Why?")),
        ("Why?", [U, A], [U, B], user("Why?")),
        # They repeat a part of it.
        ([S, U], [U, A], [U, B], SYSTEM + user("Why?")),
        ([S], [U, A], [U, B], SYSTEM + user("Why?")),
        ([U], [S, A], [S, B], SYSTEM + user("Why?")),
        # They hold more than it.
        ([U], [S, U, A], [S, U, B], SYSTEM + user("Why?")),
        ("Why?", [S, U, A], [S, U, B], SYSTEM + user("Why?")),
        ("Why?", [S, A], [S, B], SYSTEM + user("Why?")),
        ("A title", [*FIRST, U, A], [*FIRST, U, B], HISTORY + user("Why?")),
        ("Hi", [*FIRST, U, A], [*FIRST, U, B], HISTORY + user("Why?")),
        ([FIRST[0]], [*FIRST, U, A], [*FIRST, U, B], HISTORY + user("Why?")),
        ("", [U, A], [U, B], user("Why?")),
        (None, [U, A], [U, B], user("Why?")),
    ],
)
def test_every_way_to_place_the_prompt(prompt: Any, chosen: Any, rejected: Any, expected: tuple[Message, ...]) -> None:
    fields = {"prompt": prompt, "chosen": chosen, "rejected": rejected}
    pair = converted_pair(TRL_CONVERSATIONAL if TRL_CONVERSATIONAL.confidence(fields) else TRL_STANDARD, fields)
    assert (pair.prompt, pair.chosen, pair.rejected) == (expected, assistant("So."), assistant("No."))


@pytest.mark.parametrize(
    "form, fields, reason",
    [
        (TRL_STANDARD, {"prompt": None, "chosen": "a", "rejected": "b"}, "The prompt is missing."),
        (TRL_STANDARD, {"prompt": " ", "chosen": "a", "rejected": "b"}, "The prompt is empty."),
        (TRL_STANDARD, {"prompt": 3, "chosen": "a", "rejected": "b"}, "The prompt is a number, not text."),
        (
            TRL_STANDARD,
            {"prompt": "a", "chosen": True, "rejected": "b"},
            "The chosen reply is the JSON value true, not text.",
        ),
        (TRL_STANDARD, {"prompt": "a", "chosen": "a", "rejected": None}, "The rejected reply is missing."),
        (TRL_STANDARD, {"prompt": "a", "chosen": "a", "rejected": "\n"}, "The rejected reply is empty."),
        (TRL_CONVERSATIONAL, {"prompt": [U, A], "chosen": [A], "rejected": [B]}, "The prompt ends with a reply"),
        (TRL_CONVERSATIONAL, {"prompt": [S], "chosen": [A], "rejected": [B]}, "no turn of the user"),
        (
            TRL_CONVERSATIONAL,
            {"prompt": [U], "chosen": [A, U, A], "rejected": [B]},
            "chosen reply holds a turn of the user",
        ),
        (TRL_CONVERSATIONAL, {"prompt": [U], "chosen": [U, A], "rejected": [S, B]}, "different prompts"),
        (TRL_CONVERSATIONAL, {"prompt": [U], "chosen": [], "rejected": [B]}, "The chosen reply is empty."),
        (TRL_IMPLICIT, {"chosen": "same", "rejected": "same"}, "Both sides are the same text"),
        (TRL_IMPLICIT, {"chosen": "", "rejected": "b"}, "The chosen reply is empty."),
        (TRL_IMPLICIT, {"chosen": 1, "rejected": "b"}, "The chosen reply is a number, not text."),
        (TRL_CONVERSATIONAL_IMPLICIT, {"chosen": [U, A], "rejected": "b"}, "One side is text"),
    ],
)
def test_rows_that_cannot_be_trained_say_why(form: Any, fields: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnusableRowError) as caught:
        converted_pair(form, fields)
    assert reason in caught.value.reason


def test_implicit_text_becomes_one_question() -> None:
    pair = converted_pair(TRL_IMPLICIT, {"chosen": "What is 2+2? Four.", "rejected": "What is 2+2? Five."})
    assert (pair.prompt, pair.chosen, pair.rejected) == (user("What is 2+2?"), assistant("Four."), assistant("Five."))


def test_tools_and_system_are_kept() -> None:
    tool = {"type": "function", "function": {"name": "look", "parameters": {}}}
    fields = {"prompt": [U], "chosen": [A], "rejected": [B], "system": "Be."}
    for tools in ([tool], json.dumps([tool]), [tool["function"]]):
        pair = converted_pair(TRL_CONVERSATIONAL, {**fields, "tools": tools})
        assert pair.tools == (tool,)
        assert pair.prompt == SYSTEM + user("Why?")


@pytest.mark.parametrize("field", ["question", "instruction", "input", "query", "conversations"])
def test_replies_beside_an_unknown_prompt_are_not_taken_for_whole_texts(field: str) -> None:
    fields = {field: "Why?", "chosen": "It is so.", "rejected": "It is not."}
    assert TRL_IMPLICIT.confidence(fields) == TRL_STANDARD.confidence(fields) == 0.0


@pytest.mark.parametrize("form", [TRL_CONVERSATIONAL, TRL_CONVERSATIONAL_IMPLICIT])
@pytest.mark.parametrize(
    "given, expected",
    [
        ({"enable_thinking": False, "budget": None}, {"enable_thinking": False, "budget": None}),
        ('{"enable_thinking": false}', {"enable_thinking": False}),
        ({}, {}),
        (None, {}),
        ("", {}),
    ],
)
def test_settings_for_the_chat_template_are_kept(form: Format, given: Any, expected: dict[str, Any]) -> None:
    row = {"chosen": [U, A], "rejected": [U, B], "chat_template_kwargs": given}
    prompt = {"prompt": [U]} if form is TRL_CONVERSATIONAL else {}
    assert converted_pair(form, {**row, **prompt}).template_options == expected


@pytest.mark.parametrize("given", ["enable_thinking", ["enable_thinking"], True])
def test_settings_for_the_chat_template_that_are_none_are_refused(given: Any) -> None:
    with pytest.raises(UnusableRowError, match="chat_template_kwargs"):
        converted_pair(
            TRL_CONVERSATIONAL, {"prompt": [U], "chosen": [A], "rejected": [B], "chat_template_kwargs": given}
        )
