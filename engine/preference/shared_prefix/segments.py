"""Attention over packed pairs segment by segment, exact, on any device."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from engine.preference.shared_prefix.packed_pairs import PackedPairs, Segment, hidden_keys


@dataclass(frozen=True, slots=True)
class Attention:
    """What a layer's attention is made of: the scores' scale, how far back it sees, and where scores are capped."""

    scale: float
    window: int | None = None
    softcap: float | None = None


def attend_segments(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, pairs: PackedPairs, attention: Attention
) -> torch.Tensor:
    """query [1, heads, T, D], key and value [1, key heads, T, D]; result [1, T, heads, D]."""
    group = query.shape[1] // key.shape[1]
    key, value = (states.repeat_interleave(group, dim=1) if group > 1 else states for states in (key, value))
    parts = [_attend(query, key, value, segment, pairs, attention) for segment in pairs.segments]
    return torch.cat(parts, dim=2).transpose(1, 2)


def _attend(
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    segment: Segment,
    pairs: PackedPairs,
    attention: Attention,
) -> torch.Tensor:
    queries = query[:, :, segment.start : segment.start + segment.length]
    keys, values = _seen(key, segment), _seen(value, segment)
    windowed = attention.window is not None and attention.window < segment.total
    if attention.softcap is not None:
        return _capped(queries, keys, values, _mask(segment, pairs, attention.window, query), attention)
    if not windowed and not segment.shared:
        return torch.nn.functional.scaled_dot_product_attention(
            queries, keys, values, is_causal=True, scale=attention.scale
        )
    mask = _mask(segment, pairs, attention.window, query)
    return torch.nn.functional.scaled_dot_product_attention(
        queries, keys, values, attn_mask=mask, scale=attention.scale
    )


def _seen(states: torch.Tensor, segment: Segment) -> torch.Tensor:
    own = states[:, :, segment.start : segment.start + segment.length]
    if not segment.shared:
        return own
    return torch.cat([states[:, :, segment.shared_start : segment.shared_start + segment.shared], own], dim=2)


def _mask(segment: Segment, pairs: PackedPairs, window: int | None, like: torch.Tensor) -> torch.Tensor:
    """0 where a query sees a key and minus infinity elsewhere, [length, shared + length]."""
    name = (segment, window, like.dtype)
    if name not in pairs.kept:
        mask = torch.zeros(segment.length, segment.total, dtype=like.dtype)
        hidden = hidden_keys(segment.length, segment.total, window)
        pairs.kept[name] = mask.masked_fill_(hidden, float("-inf")).to(like.device)
    return pairs.kept[name]


def _capped(
    queries: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, mask: torch.Tensor, attention: Attention
) -> torch.Tensor:
    """Scores squeezed into (-softcap, softcap) before the softmax (Gemma 2, arXiv 2408.00118, section 2)."""
    assert attention.softcap is not None
    scores = (queries @ keys.transpose(2, 3)).float() * attention.scale
    scores = attention.softcap * torch.tanh(scores / attention.softcap) + mask
    return scores.softmax(dim=-1).to(values.dtype) @ values
