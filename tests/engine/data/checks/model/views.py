"""A model to check with: the tiny tokenizer, and what the checks know of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from engine.data.checks.flag import Flag
from engine.data.checks.model.model_check import ModelCheck, ModelView
from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import tokenize_pair
from tests.tiny_model import CHAT_TEMPLATE, SPECIAL_TOKENS, build_tiny_tokenizer

END = 2  # the id of <|im_end|>


@cache
def tokenizer(template: str = CHAT_TEMPLATE) -> Any:
    made = build_tiny_tokenizer()
    made.chat_template = template
    return made


def view(max_length: int = 1024, context: int = 512, template: str = CHAT_TEMPLATE) -> ModelView:
    return ModelView(tokenizer(template), SPECIAL_TOKENS, frozenset({END}), max_length, context)


def found(check: ModelCheck, pairs: Sequence[PreferencePair], model: ModelView) -> Flag:
    watcher = check.start(model)
    for pair in pairs:
        watcher.see(pair, tokenize_pair(model.tokenizer, pair, 1 << 30))
    return watcher.flag()
