from __future__ import annotations

import pytest

from engine.chat.prompt_text import prompt_text
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.model.load import LoadedModel

CHAT = [Message("system", "Be brief."), Message("user", "Why?"), Message("assistant", "So."), Message("user", "Hm?")]


def test_the_text_is_the_templates_up_to_the_reply(plain: LoadedModel) -> None:
    shown = prompt_text(plain, CHAT)
    theirs = plain.tokenizer.apply_chat_template(
        [m.as_dict() for m in CHAT], tokenize=False, add_generation_prompt=True
    )
    assert shown.text == theirs
    assert shown.tokens == len(plain.tokenizer(theirs, add_special_tokens=False)["input_ids"])
    assert shown.context == 512


def test_a_prompt_that_is_too_long_is_told(plain: LoadedModel) -> None:
    with pytest.raises(EngineError, match="The prompt has"):
        prompt_text(plain, [Message("user", "Why? " * 2000)])
