"""Attention over rows of packed pairs, under transformers' public registration of attention functions by name.

A model that was set to this name hands each layer's queries, keys and values to `attend`, together with the layout
that its decoder was called with. What a model adds that is not known here is refused, never ignored.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from typing import Any

import torch
from transformers import AttentionInterface, AttentionMaskInterface

from engine.preference.shared_prefix.packed_pairs import PackedPairs
from engine.preference.shared_prefix.products import attend_products, suits_products
from engine.preference.shared_prefix.segments import Attention, attend_segments
from engine.preference.shared_prefix.varlen import attend_varlen, suits_varlen

ATTENTION_NAME = "dpo_studio_shared_prefix"
Kernel = Callable[[torch.Tensor, torch.Tensor, torch.Tensor, PackedPairs, Attention], torch.Tensor]


class UnknownAttentionError(Exception):
    """The model's attention has a part that packed pairs do not know."""


@contextlib.contextmanager
def packed_attention(decoder: Any) -> Generator[None]:
    """The decoder computes attention over packed pairs inside the block, and as before after it."""
    AttentionInterface.register(ATTENTION_NAME, attend)
    AttentionMaskInterface.register(ATTENTION_NAME, _no_mask)
    with with_attention(decoder, ATTENTION_NAME):
        yield


@contextlib.contextmanager
def with_attention(decoder: Any, name: str) -> Generator[None]:
    """The decoder takes the attention function of this name inside the block.

    Raises `UnknownAttentionError` when the model's code does not look for functions by name.
    """
    before = attention_of(decoder)
    decoder.set_attn_implementation(name)
    try:
        if attention_of(decoder) != name:
            raise UnknownAttentionError("its code has no place for another attention function")
        yield
    finally:
        decoder.set_attn_implementation(before)


def attention_of(decoder: Any) -> str:
    """The name of the attention function that the decoder takes now."""
    return decoder.config._attn_implementation  # noqa: SLF001  # what a public setter sets has no public getter


def attend(
    module: Any,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float | None = None,
    dropout: float = 0.0,
    *,
    packed_pairs: PackedPairs | None = None,
    sliding_window: int | None = None,
    softcap: float | None = None,
    **others: Any,
) -> tuple[torch.Tensor, None]:
    """One layer's attention: query [1, heads, T, D], key and value [1, key heads, T, D], result [1, T, heads, D].

    Raises `UnknownAttentionError` when the layer wants something else than causal attention, windowed or capped.
    """
    if packed_pairs is None:
        raise UnknownAttentionError("its layers are not told how the pairs lie")
    if attention_mask is not None:
        raise UnknownAttentionError("it makes an attention mask of its own")
    if dropout:
        raise UnknownAttentionError("it drops attention weights at random")
    if not getattr(module, "is_causal", True) or others.get("is_causal") is False:
        raise UnknownAttentionError("its attention is not causal")
    for name in ("s_aux", "position_bias", "head_mask", "cache"):
        if others.get(name) is not None:
            raise UnknownAttentionError(f"its attention has a part named {name}")
    scale = query.shape[-1] ** -0.5 if scaling is None else scaling
    attention = Attention(scale, sliding_window or None, softcap or None)
    return _kernel(query, packed_pairs, attention)(query, key, value, packed_pairs, attention), None


def _kernel(query: torch.Tensor, pairs: PackedPairs, attention: Attention) -> Kernel:
    """The fastest exact way for the device, the number format and the lengths at hand."""
    if suits_varlen(query, attention):
        return attend_varlen
    return attend_products if suits_products(query, pairs, attention) else attend_segments


def _no_mask(*_: Any, **__: Any) -> None:
    """Who sees whom follows from the layout."""
