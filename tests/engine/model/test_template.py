"""A model's own chat template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError
from engine.model.template import render_pair, render_prompt, require_chat_template
from tests.tiny_model import build_tiny_tokenizer

_TURNS = (Message("system", "short"), Message("user", "why?"))


@pytest.fixture
def tokenizer() -> Any:
    return build_tiny_tokenizer()


def test_a_prompt_ends_where_the_reply_begins(tokenizer: Any) -> None:
    prompt = render_prompt(tokenizer, _TURNS)
    assert prompt.endswith("<|im_start|>user\nwhy?<|im_end|>\n<|im_start|>assistant\n")
    pair = PreferencePair(1, _TURNS, (Message("assistant", "red"),), (Message("assistant", "blue"),))
    assert render_pair(tokenizer, pair) == (prompt, prompt + "red<|im_end|>\n", prompt + "blue<|im_end|>\n")


def test_tools_and_extra_fields_reach_the_template(tokenizer: Any) -> None:
    tokenizer.chat_template = "{{ tools[0]['name'] }} {{ messages[0]['name'] }}"
    turns = (Message("user", "x", {"name": "Ada"}),)
    reply = (Message("assistant", "red"),)
    assert render_pair(tokenizer, PreferencePair(1, turns, reply, reply, ({"name": "clock"},))) == ("clock Ada",) * 3
    tokenizer.chat_template = "{% if tools is none or not tools %}without{% endif %}"
    assert render_prompt(tokenizer, _TURNS) == "without"


def test_a_row_s_own_settings_reach_the_template(tokenizer: Any) -> None:
    reply = (Message("assistant", "red"),)
    pair = PreferencePair(1, _TURNS, reply, reply, template_options={"enable_thinking": False})
    tokenizer.chat_template = "{{ 'defined' if enable_thinking is defined }} {{ enable_thinking }}"
    assert render_pair(tokenizer, pair) == ("defined False",) * 3
    assert render_prompt(tokenizer, _TURNS) == " "


@pytest.mark.parametrize("name", ["tokenize", "add_generation_prompt"])
def test_settings_that_are_not_the_template_s_are_refused(tokenizer: Any, name: str) -> None:
    reply = (Message("assistant", "red"),)
    with pytest.raises(EngineError, match=name):
        render_pair(tokenizer, PreferencePair(1, _TURNS, reply, reply, template_options={name: True}))


def test_what_a_template_refuses_is_told_with_the_roles(tokenizer: Any) -> None:
    tokenizer.chat_template = "{{ raise_exception('no system role') }}"
    with pytest.raises(EngineError, match=r"of system, user: no system role") as caught:
        render_prompt(tokenizer, _TURNS)
    assert caught.value.hint


@pytest.mark.parametrize("template", [None, ""])
def test_a_model_without_a_template_is_refused(tokenizer: Any, template: str | None) -> None:
    tokenizer.chat_template = template
    with pytest.raises(EngineError, match="base-model has no chat template") as caught:
        require_chat_template(tokenizer, Path("/models/base-model"))
    assert "instruct" in caught.value.hint
