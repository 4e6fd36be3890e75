"""Key-value caches of several replies as the rows of one, and a row's end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from transformers.cache_utils import DynamicLayer


def can_be_rows(cache: Any) -> bool:
    """Whether a cache holds plain keys and values for every position, so that others can stand beside them."""
    layers = getattr(cache, "layers", ())
    return bool(layers) and all(type(layer) is DynamicLayer for layer in layers)


def repeat_rows(cache: Any, times: int) -> None:
    """Make one row so many alike."""
    if times > 1:
        cache.batch_repeat_interleave(times)


def join_rows(caches: Sequence[Any]) -> Any:
    """The rows of all caches in the first one, right-aligned: shorter ones begin with zeros, which a mask has to hide.

    Each layer's keys and values are [rows, heads, positions, size].
    """
    first, *others = caches
    longest = max(cache.get_seq_length() for cache in caches)
    for index, layer in enumerate(first.layers):
        every = [layer, *(cache.layers[index] for cache in others)]
        if layer.is_initialized:
            layer.keys = torch.cat([_widened(each.keys, longest) for each in every])
            layer.values = torch.cat([_widened(each.values, longest) for each in every])
    return first


def keep_rows(cache: Any, rows: Sequence[int], positions: int) -> None:
    """Let the other rows go, and the positions before the last `positions`, which belonged to longer ones."""
    for layer in cache.layers:
        if layer.is_initialized:
            layer.keys = layer.keys[list(rows), :, -positions:].contiguous()
            layer.values = layer.values[list(rows), :, -positions:].contiguous()


def _widened(states: torch.Tensor, positions: int) -> torch.Tensor:
    return torch.nn.functional.pad(states, (0, 0, positions - states.shape[-2], 0))
