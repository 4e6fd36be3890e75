"""How one pair looks to a model: its template's real text, and which part of it is scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.data.preference_pair import PreferencePair
from engine.data.tokenize import common_prefix_length
from engine.model.template import render_pair


@dataclass(frozen=True, slots=True)
class TemplatePreview:
    """`prompt` is read by the model, `chosen` and `rejected` are scored, end token included.

    `end_tokens` counts the tokens in the chosen text that stop generation: exactly one is right. A reply with a thumb
    has no other: the text of the side that it lacks is empty, and its own end tokens are counted.
    """

    row: int
    prompt: str
    chosen: str
    rejected: str
    end_tokens: int
    same_prompt: bool


def preview_pair(tokenizer: Any, pair: PreferencePair) -> TemplatePreview:
    """Render a pair; raises `EngineError` when the template refuses it."""
    prompt, chosen, rejected = render_pair(tokenizer, pair)
    boundary = min(_shared(prompt, text) for text in (chosen, rejected) if text)
    ids = tokenizer((chosen or rejected)[boundary:], add_special_tokens=False)["input_ids"]
    return TemplatePreview(
        row=pair.row,
        prompt=prompt[:boundary],
        chosen=chosen[boundary:],
        rejected=rejected[boundary:],
        end_tokens=sum(token == tokenizer.eos_token_id for token in ids),
        same_prompt=boundary == len(prompt),
    )


def _shared(first: str, second: str) -> int:
    return common_prefix_length([ord(sign) for sign in first], [ord(sign) for sign in second])
