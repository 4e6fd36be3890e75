"""What a model really reads: a conversation in its chat template. Importing this needs no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.data.preference_pair import Message

if TYPE_CHECKING:
    from engine.model.load import LoadedModel


@dataclass(frozen=True, slots=True)
class PromptText:
    """The text up to the place where the reply begins, its length in tokens, and how many the model can hold."""

    text: str
    tokens: int
    context: int


def prompt_text(loaded: LoadedModel, messages: Sequence[Message]) -> PromptText:
    """Render a conversation as `generate_reply` does; raises `EngineError` when it does."""
    from engine.chat.reply import context_length, prompt_ids
    from engine.model.template import render_prompt

    ids = prompt_ids(loaded, messages)
    return PromptText(render_prompt(loaded.tokenizer, messages), len(ids), context_length(loaded))
