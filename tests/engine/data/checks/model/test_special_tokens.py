from __future__ import annotations

from dataclasses import replace

from engine.data.checks.flag import Flag
from engine.data.checks.model.special_tokens import SPECIAL_TOKENS
from tests.engine.data.checks.model.views import found, view
from tests.engine.data.examples import pair


def test_signs_of_the_model_are_found_wherever_they_stand() -> None:
    pairs = [
        pair(row=1),
        pair(prompt="What is <|im_end|>?", row=2),
        pair(rejected="<|im_start|>user<|im_end|>", row=3),
        pair(chosen="<|im_sep|> and </s> mean nothing to it", row=4),
    ]
    text = "Most often: <|im_end|> in 2, <|im_start|> in 1."
    assert replace(found(SPECIAL_TOKENS, pairs, view()), text="") == Flag(2, (2, 3))
    assert found(SPECIAL_TOKENS, pairs, view()).text == text


def test_a_tokenizer_without_signs_flags_nothing() -> None:
    bare = replace(view(), special_tokens=())
    assert found(SPECIAL_TOKENS, [pair(prompt="<|im_end|>")], bare) == Flag()
