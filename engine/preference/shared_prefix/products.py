"""Attention over packed pairs by plain matrix products, for the CPU, where they beat the fused kernel on short pairs.

Scores and softmax are in float32 as in the fused kernel; only the attention weights are kept for backward, in the
model's own number format. Their memory grows with the square of a pair's length, so long pairs go elsewhere.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from typing import Any

import torch

from engine.preference.shared_prefix.bundles import Bundle, bundle_segments
from engine.preference.shared_prefix.packed_pairs import PackedPairs
from engine.preference.shared_prefix.segments import Attention

# Keys of the longest segment up to which products won over the fused kernel (docs/decisions.md).
LONGEST = {torch.bfloat16: 512, torch.float32: 256}


def suits_products(query: torch.Tensor, pairs: PackedPairs, attention: Attention) -> bool:
    """Whether products are the faster way for these pairs, and all that the attention is made of is known to them."""
    if query.device.type != "cpu" or attention.softcap is not None or query.dtype not in LONGEST:
        return False
    return max(segment.total for segment in pairs.segments) <= LONGEST[query.dtype]


def attend_products(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, pairs: PackedPairs, attention: Attention
) -> torch.Tensor:
    """query [1, heads, T, D], key and value [1, key heads, T, D]; result [1, T, heads, D]."""
    longest = max(segment.total for segment in pairs.segments)
    window = attention.window if attention.window is not None and attention.window < longest else None
    # In all layers the same, but for their windows.
    name = ("bundles", window)
    if name not in pairs.kept:
        pairs.kept[name] = bundle_segments(pairs.segments, window)
    result: torch.Tensor = _Products.apply(  # pyright: ignore[reportAssignmentType]
        *(states[0].transpose(0, 1) for states in (query, key, value)), pairs.kept[name], attention.scale
    )
    return result[None]


class _Products(torch.autograd.Function):
    """query [T, heads, D], key and value [T, key heads, D]; result [T, heads, D].

    Inside, a bundle's queries are [B x key heads, group x Q, D] and its keys [B x key heads, S, D].
    """

    @staticmethod
    def forward(
        ctx: Any,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        bundles: tuple[Bundle, ...],
        scale: float,
    ) -> torch.Tensor:
        out = torch.empty(query.shape[0], query.shape[1], value.shape[2], dtype=query.dtype)
        key_heads = key.shape[1]
        weights: list[torch.Tensor] = []
        for bundle in bundles:
            queries = _by_head(query, bundle.queries_M, bundle, key_heads, torch.float32)
            keys = _by_head(key, bundle.keys_M, bundle, key_heads, torch.float32)
            with _exact_inputs(query.dtype):
                scores = torch.bmm(queries, keys.transpose(1, 2)).mul_(scale)
            _hide(scores, bundle)
            part = scores.softmax(dim=2).to(query.dtype)
            seen = torch.bmm(part, _by_head(value, bundle.keys_M, bundle, key_heads, query.dtype))
            out[bundle.queries_M[bundle.real_M]] = _by_token(seen, bundle, query.shape[1])[bundle.real_M]
            weights.append(part)
        ctx.save_for_backward(query, key, value, *weights)
        ctx.bundles, ctx.scale = bundles, scale
        return out

    @staticmethod
    def backward(ctx: Any, *grad_outputs: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        query, key, value, *weights = ctx.saved_tensors
        heads, key_heads = query.shape[1], key.shape[1]
        grad_query = torch.empty(query.shape, dtype=query.dtype)
        grad_key, grad_value = (torch.zeros(states.shape, dtype=states.dtype) for states in (key, value))
        for bundle, part in zip(ctx.bundles, weights, strict=True):
            grad = _by_head(grad_outputs[0], bundle.queries_M, bundle, key_heads, query.dtype, bundle.padding_M)
            values = _by_head(value, bundle.keys_M, bundle, key_heads, query.dtype)
            grad_weights = torch.bmm(grad, values.transpose(1, 2))
            slope = torch._softmax_backward_data(grad_weights, part, 2, part.dtype)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            queries = _by_head(query, bundle.queries_M, bundle, key_heads, query.dtype).mul_(ctx.scale)
            keys = _by_head(key, bundle.keys_M, bundle, key_heads, query.dtype).mul_(ctx.scale)
            own = _by_token(torch.bmm(slope, keys), bundle, heads)[bundle.real_M]
            grad_query[bundle.queries_M[bundle.real_M]] = own
            grad_key.index_add_(
                0, bundle.keys_M, _by_token(torch.bmm(slope.transpose(1, 2), queries), bundle, key_heads)
            )
            grad_value.index_add_(0, bundle.keys_M, _by_token(torch.bmm(part.transpose(1, 2), grad), bundle, key_heads))
        return grad_query, grad_key, grad_value, None, None


@contextlib.contextmanager
def _exact_inputs(dtype: torch.dtype) -> Generator[None]:
    """Float32 products of numbers that are `dtype` in truth.

    bfloat16 units take them without loss and add up in float32: three times as fast, and the same numbers.
    """
    settings = torch.backends.mkldnn.matmul  # pyright: ignore[reportAttributeAccessIssue]
    before = settings.fp32_precision
    if dtype == torch.bfloat16:
        settings.fp32_precision = "bf16"
    try:
        yield
    finally:
        settings.fp32_precision = before


def _by_head(
    states: torch.Tensor,
    places: torch.Tensor,
    bundle: Bundle,
    key_heads: int,
    dtype: torch.dtype,
    zero: torch.Tensor | None = None,
) -> torch.Tensor:
    """Tokens [T, heads, D] at some places as [B x key heads, group x length, D]; those at `zero` as zeros."""
    taken = states[places]
    if zero is not None:
        taken[zero] = 0
    size = states.shape[2]
    parted = taken.view(bundle.size, -1, key_heads, states.shape[1] // key_heads, size).permute(0, 2, 3, 1, 4)
    copy = torch.empty(parted.shape, dtype=dtype).copy_(parted)
    return copy.view(bundle.size * key_heads, -1, size)


def _by_token(states: torch.Tensor, bundle: Bundle, heads: int) -> torch.Tensor:
    """[B x key heads, group x length, D] as [B x length, heads, D]."""
    parted = states.view(bundle.size, heads, -1, states.shape[2])
    return parted.transpose(1, 2).reshape(-1, heads, states.shape[2])


def _hide(scores: torch.Tensor, bundle: Bundle) -> None:
    """Put minus infinity where a query must not see a key."""
    _, queries, keys = bundle.mask_BQS.shape
    by_segment = scores.view(bundle.size, -1, queries, keys)[..., bundle.first_masked :]
    by_segment += bundle.mask_BQS[:, None, :, bundle.first_masked :]
