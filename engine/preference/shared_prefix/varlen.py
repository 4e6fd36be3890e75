"""Attention over packed pairs in one kernel call a layer, on CUDA (torch's variable-length attention)."""

from __future__ import annotations

from itertools import accumulate

import torch

from engine.preference.shared_prefix.packed_pairs import PackedPairs
from engine.preference.shared_prefix.segments import Attention


def suits_varlen(query: torch.Tensor, attention: Attention) -> bool:
    """Whether the kernel takes these queries: half precision on CUDA, heads that it knows, no capped scores."""
    half = query.dtype in (torch.bfloat16, torch.float16)
    return query.is_cuda and half and query.shape[-1] <= 256 and attention.softcap is None


def attend_varlen(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, pairs: PackedPairs, attention: Attention
) -> torch.Tensor:
    """query [1, heads, T, D], key and value [1, key heads, T, D], in half precision on CUDA; result [1, T, heads, D].

    The queries lie segment by segment already; each segment's keys are gathered behind one another. The kernel
    aligns causality at the ends, as a reply behind its prompt needs it.
    """
    from torch.nn.attention.varlen import varlen_attn  # a torch without CUDA may lack it

    places = gather_places(pairs, query.device)
    window = (-1, 0) if attention.window is None else (attention.window - 1, 0)
    out = varlen_attn(
        query[0].transpose(0, 1).contiguous(),
        key[0].transpose(0, 1)[places["keys"]],
        value[0].transpose(0, 1)[places["keys"]],
        places["query_ends"],
        places["key_ends"],
        max(segment.length for segment in pairs.segments),
        max(segment.total for segment in pairs.segments),
        scale=attention.scale,
        window_size=window,
        enable_gqa=True,
    )
    assert isinstance(out, torch.Tensor)
    return out[None]


def gather_places(pairs: PackedPairs, device: torch.device) -> dict[str, torch.Tensor]:
    """Where each segment's keys are, [K], and where each segment's queries and keys end, both [segments + 1].

    Worked out in the first layer, and kept for the others.
    """
    if "keys" not in pairs.kept:
        pairs.kept["keys"] = torch.cat([segment.keys for segment in pairs.segments]).to(device)
        for name, lengths in (
            ("query_ends", [segment.length for segment in pairs.segments]),
            ("key_ends", [segment.total for segment in pairs.segments]),
        ):
            pairs.kept[name] = torch.tensor([0, *accumulate(lengths)], dtype=torch.int32, device=device)
    return {str(name): pairs.kept[name] for name in ("keys", "query_ends", "key_ends")}
