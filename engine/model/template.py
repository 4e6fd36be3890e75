"""A model's own chat template: how a conversation becomes the text that the model reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.data.preference_pair import Message, PreferencePair
from engine.errors import EngineError


def require_chat_template(tokenizer: Any, folder: Path) -> None:
    """Raise `EngineError` when the tokenizer brings no chat template."""
    if not getattr(tokenizer, "chat_template", None):
        raise EngineError(
            f"{folder.name} has no chat template, so it cannot tell a prompt from a reply.",
            "Choose one: on the Model page, as model.chat_template in a plan, or with --chat-template. The chat or "
            "instruct version of this model has its own.",
        )


def render_pair(tokenizer: Any, pair: PreferencePair) -> tuple[str, str, str]:
    """A pair's prompt, and its two whole conversations, with the tools and the template's settings of its row.

    The side that a reply with a thumb lacks is empty.
    """
    prompt = _render(tokenizer, pair.prompt, pair.tools, pair.template_options, generation_prompt=True)
    chosen, rejected = (
        _render(tokenizer, (*pair.prompt, *reply), pair.tools, pair.template_options, generation_prompt=False)
        if reply
        else ""
        for reply in (pair.chosen, pair.rejected)
    )
    return prompt, chosen, rejected


def render_prompt(tokenizer: Any, messages: Sequence[Message]) -> str:
    """The prompt as the model reads it, up to the place where its reply begins."""
    return _render(tokenizer, messages, (), {}, generation_prompt=True)


def _render(
    tokenizer: Any,
    messages: Sequence[Message],
    tools: Sequence[Mapping[str, Any]],
    options: Mapping[str, Any],
    *,
    generation_prompt: bool,
) -> str:
    # As in TRL, a row's own settings may even name other tools.
    settings = {"tools": [dict(tool) for tool in tools] or None, **options}
    try:
        return str(
            tokenizer.apply_chat_template(
                [message.as_dict() for message in messages],
                tokenize=False,
                add_generation_prompt=generation_prompt,
                **settings,
            )
        )
    except Exception as error:  # templates are programs of the model's author: anything may go wrong in them
        roles = ", ".join(message.role for message in messages)
        raise EngineError(
            f"The model's chat template refused a conversation of {roles}: {error}.",
            "Use a model whose template knows these roles, or leave these turns out.",
            repr(error),
        ) from error
