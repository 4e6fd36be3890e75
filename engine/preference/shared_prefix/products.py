"""Attention over packed pairs by plain matrix products, for the CPU, where they beat the fused kernel on short pairs.

Scores and softmax are in float32 as in the fused kernel; only the attention weights are kept for backward, in the
model's own number format. Their memory grows with the square of a pair's length, so long pairs go elsewhere.
"""

from __future__ import annotations

from typing import Any

import torch

from engine.preference.shared_prefix.packed_pairs import PackedPairs, Segment
from engine.preference.shared_prefix.segments import Attention

# Keys of the longest segment up to which products won over the fused kernel (`dev.py bench attention`).
LONGEST = {torch.bfloat16: 1024, torch.float32: 256}


def suits_products(query: torch.Tensor, pairs: PackedPairs, attention: Attention) -> bool:
    """Whether products are the faster way for these pairs, and all that the attention is made of is known to them."""
    if query.device.type != "cpu" or attention.softcap is not None or query.dtype not in LONGEST:
        return False
    return max(segment.shared + segment.length for segment in pairs.segments) <= LONGEST[query.dtype]


def attend_products(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, pairs: PackedPairs, attention: Attention
) -> torch.Tensor:
    """query [1, heads, T, D], key and value [1, key heads, T, D]; result [1, T, heads, D]."""
    result: torch.Tensor = _Products.apply(query[0], key[0], value[0], pairs, attention)  # pyright: ignore[reportAssignmentType]
    return result[None]


class _Products(torch.autograd.Function):
    """A segment's shapes: Q = group x length queries under each key head, S keys; weights [key heads, Q, S]."""

    @staticmethod
    def forward(
        ctx: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, pairs: PackedPairs, attention: Attention
    ) -> torch.Tensor:
        heads, tokens, _ = query.shape
        out = torch.empty(tokens, heads, value.shape[2], dtype=query.dtype)
        weights: list[torch.Tensor] = []
        for segment in pairs.segments:
            queries = _queries(query, segment, key.shape[0], torch.float32).mul_(attention.scale)
            scores = torch.bmm(queries, _keys(key, segment, torch.float32).transpose(1, 2))
            _hide(scores, segment, pairs, attention.window)
            part = scores.softmax(dim=2).to(query.dtype)
            seen = torch.bmm(part, _keys(value, segment, query.dtype))
            out[segment.start : segment.start + segment.length] = seen.view(heads, segment.length, -1).transpose(0, 1)
            weights.append(part)
        ctx.save_for_backward(query, key, value, *weights)
        ctx.pairs, ctx.scale = pairs, attention.scale
        return out

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        query, key, value, *weights = ctx.saved_tensors
        heads, tokens, size = query.shape
        # The gradients lie as the projections made their outputs: tokens first.
        grad_query = query.new_empty(tokens, heads, size)
        grad_key = key.new_zeros(tokens, key.shape[0], size)
        grad_value = value.new_zeros(tokens, key.shape[0], value.shape[2])
        for segment, part in zip(ctx.pairs.segments, weights, strict=True):
            place = slice(segment.start, segment.start + segment.length)
            grad = _queries(grad_outputs[0].transpose(0, 1), segment, key.shape[0], query.dtype)
            grad_weights = torch.bmm(grad, _keys(value, segment, query.dtype).transpose(1, 2))
            grad_scores = torch._softmax_backward_data(grad_weights, part, 2, part.dtype)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            grad_scores.mul_(ctx.scale)
            queries = _queries(query, segment, key.shape[0], query.dtype)
            keys = _keys(key, segment, query.dtype)
            grad_query[place] = torch.bmm(grad_scores, keys).view(heads, segment.length, size).transpose(0, 1)
            _add_keys(grad_key, torch.bmm(grad_scores.transpose(1, 2), queries), segment)
            _add_keys(grad_value, torch.bmm(part.transpose(1, 2), grad), segment)
        return grad_query.transpose(0, 1), grad_key.transpose(0, 1), grad_value.transpose(0, 1), None, None


def _queries(states: torch.Tensor, segment: Segment, key_heads: int, dtype: torch.dtype) -> torch.Tensor:
    """A copy of a segment's own states, [heads, T, D] to [key heads, group x length, D]."""
    own = states[:, segment.start : segment.start + segment.length]
    copy = torch.empty(own.shape, dtype=dtype).copy_(own)
    return copy.view(key_heads, -1, states.shape[2])


def _keys(states: torch.Tensor, segment: Segment, dtype: torch.dtype) -> torch.Tensor:
    """A copy of what a segment sees, [key heads, T, D] to [key heads, S, D]."""
    copy = torch.empty(states.shape[0], segment.shared + segment.length, states.shape[2], dtype=dtype)
    copy[:, : segment.shared] = states[:, segment.shared_start : segment.shared_start + segment.shared]
    copy[:, segment.shared :] = states[:, segment.start : segment.start + segment.length]
    return copy


def _add_keys(total: torch.Tensor, part: torch.Tensor, segment: Segment) -> None:
    """Add a segment's gradient [key heads, S, D] to that of all tokens, [T, key heads, D]."""
    part = part.transpose(0, 1)
    total[segment.shared_start : segment.shared_start + segment.shared] += part[: segment.shared]
    total[segment.start : segment.start + segment.length] += part[segment.shared :]


def _hide(scores: torch.Tensor, segment: Segment, pairs: PackedPairs, window: int | None) -> None:
    """Put minus infinity where a query must not see a key."""
    total = segment.shared + segment.length
    by_head = scores.view(-1, segment.length, total)
    if window is not None and window < total:
        by_head += _mask(segment.length, total, window, pairs)
    else:  # all of the prompt is seen: only the own part needs it
        by_head[:, :, segment.shared :] += _mask(segment.length, segment.length, None, pairs)


def _mask(length: int, total: int, window: int | None, pairs: PackedPairs) -> torch.Tensor:
    """0 or minus infinity, [length, total], causal at the ends."""
    name = ("products", length, total, window)
    if name not in pairs.kept:
        distance = torch.arange(total - length, total)[:, None] - torch.arange(total)[None]
        hidden = distance < 0 if window is None else (distance < 0) | (distance >= window)
        pairs.kept[name] = torch.zeros(length, total).masked_fill_(hidden, float("-inf"))
    return pairs.kept[name]
