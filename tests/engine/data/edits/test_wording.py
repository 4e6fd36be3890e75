from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data.edits.edit import NewText, rewrite
from engine.data.edits.wording import Wording, new_texts, wording_of
from engine.data.preference_pair import Message
from engine.errors import EngineError
from tests.engine.data import examples

PAIR = examples.pair("Why?", "Because.", "No idea.")
CALL = {"tool_calls": [{"function": {"name": "look_up", "arguments": {}}}]}


def test_what_is_not_changed_is_no_edit() -> None:
    assert wording_of(PAIR) == Wording("Why?", "Because.", "No idea.")
    assert new_texts(PAIR, wording_of(PAIR)) == ()


def test_the_last_question_is_the_one_that_is_written_anew() -> None:
    prompt = (*examples.user("Hello."), *examples.assistant("Hi."), *examples.user("Why?"), Message("tool", "42"))
    pair = replace(PAIR, prompt=prompt)
    (new,) = new_texts(pair, replace(wording_of(pair), prompt="How?"))
    assert new == NewText("prompt", 2, "How?")
    assert wording_of(rewrite(pair, (new,))).prompt == "How?"


def test_a_reply_of_several_turns_cannot_be_written_as_one() -> None:
    reply = (Message("assistant", "Wait.", CALL), Message("tool", "42"), Message("assistant", "It is 42."))
    pair = replace(PAIR, chosen=reply, prompt=(Message("system", "Be brief."),))
    assert wording_of(pair) == Wording(None, None, "No idea.")
    assert new_texts(pair, Wording("x", "y", "z")) == (NewText("rejected", 0, "z"),)


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(EngineError, match="The rejected reply is empty"):
        new_texts(PAIR, Wording("Why?", "Because.", " \n"))


def test_half_a_character_is_replaced() -> None:
    (new,) = new_texts(PAIR, Wording("Why?", "So\ud83d.", "No idea."))
    assert new.text == "So\ufffd."
    (whole,) = new_texts(PAIR, Wording("Why?", "So😀.", "No idea."))
    assert whole.text == "So😀."
