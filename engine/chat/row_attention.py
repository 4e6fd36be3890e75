"""Attention for rows of different lengths without a mask: each row over its own keys, as if it stood alone.

A mask changes the order in which attention adds up, and in bfloat16 now and then the likeliest token with it. It is
transformers' own `sdpa` that runs, once a row, under transformers' public registration of attention functions by name.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from typing import Any

import torch
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward

from engine.preference.shared_prefix.attention import attention_of

_NAME = "dpo_studio_rows"


def can_attend_in_rows(causal_model: Any) -> bool:
    """Whether the model's attention is found by its name, and is the one that can be taken row by row."""
    is_found_by_name = getattr(causal_model, "_supports_attention_backend", False)
    return bool(is_found_by_name) and attention_of(causal_model) == "sdpa"


@contextlib.contextmanager
def attention_in_rows(causal_model: Any) -> Generator[None]:
    """Inside the block the model takes `row_starts`: where in the cache each row begins."""
    AttentionInterface.register(_NAME, _attend)
    AttentionMaskInterface.register(_NAME, _no_mask)
    # Its layers look here at every call. The public setter walks all modules, which takes a third of a token's time.
    config = causal_model.config.get_text_config()
    before = attention_of(causal_model)
    config._attn_implementation = _NAME  # noqa: SLF001
    try:
        yield
    finally:
        config._attn_implementation = before  # noqa: SLF001


def _attend(
    module: Any,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    _mask: torch.Tensor | None,
    *,
    row_starts: Sequence[int],
    **others: Any,
) -> tuple[torch.Tensor, None]:
    """One layer: query [R, heads, 1, D], key and value [R, key heads, T, D], result [R, 1, heads, D]."""
    rows = [
        sdpa_attention_forward(
            module, query[row : row + 1], key[row : row + 1, :, start:], value[row : row + 1, :, start:], None, **others
        )[0]
        for row, start in enumerate(row_starts)
    ]
    return torch.cat(rows), None


def _no_mask(*_: Any, **__: Any) -> None:
    """Each row sees all of its own keys."""
