"""What a processor can show of the code that runs on CUDA: shapes without numbers, and the packed kernel by hand."""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import torch

from benchmarks.sides.random_model import SHAPES, llama_config
from engine.data.batch import MicroBatch, pack
from engine.data.tokenize import TokenizedPair
from engine.forecast.passes import training_pass
from engine.forecast.unloaded import unloaded_model
from engine.model.adapter import trainable_parameters
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan
from engine.preference.recomputed_path import path_of
from engine.preference.shared_prefix.packed_pairs import pack_row
from engine.preference.shared_prefix.path import SharedPrefixPath
from engine.preference.shared_prefix.segments import Attention, attend_segments
from engine.preference.shared_prefix.varlen import attend_varlen
from engine.training.token_budget import TOKEN_BUDGET


def exercise(models: Sequence[str], length: int) -> None:
    """Print what was found; raises AssertionError where the packed kernel's call would be wrong."""
    for window in (None, 5):
        print(
            f"packed attention as CUDA is called, window {window}: {attention_error(window):.1e} from plain attention"
        )
    print("\nOne micro-batch of CUDA's size there and back, by shapes alone:")
    print(f"{'':12}{'weights':>16}{'trained':>14}{'tokens':>8}{'weights GiB':>13}{'pass GiB':>10}{'recomputed':>12}")
    for name in models:
        print(_shapes(name, length), flush=True)


def attention_error(window: int | None) -> float:
    """The largest difference between the kernel's call, done by hand, and plain attention, in float64.

    Raises AssertionError where it is more than rounding.
    """
    pairs = pack_row(MicroBatch((pair(1, 9, 4, 7), pair(2, 3, 6, 2))), "cpu")
    tokens = pairs.input_ids_1T.shape[1]
    generator = torch.Generator().manual_seed(3)
    query, key, value = (
        torch.randn(1, heads, tokens, 8, generator=generator, dtype=torch.float64) for heads in (4, 2, 2)
    )
    attention = Attention(8**-0.5, window, None)
    plain = attend_segments(query, key, value, pairs, attention)
    with mock.patch("torch.nn.attention.varlen.varlen_attn", varlen_by_hand):
        called = attend_varlen(query, key, value, pairs, attention)
    difference = float((plain - called).abs().max())
    assert difference < 1e-12, difference
    return difference


def varlen_by_hand(
    query_THD: torch.Tensor,
    key_KHD: torch.Tensor,
    value_KHD: torch.Tensor,
    query_ends: torch.Tensor,
    key_ends: torch.Tensor,
    most_queries: int,
    most_keys: int,
    *,
    scale: float,
    window_size: tuple[int, int],
    enable_gqa: bool,
) -> torch.Tensor:
    """`torch.nn.attention.varlen.varlen_attn` as its documentation says, sequence by sequence, with a mask.

    A query at place i of n sees the key at place j of m when j <= i + m - n (a window's right end of 0: causal, both
    ends aligned), and at most the window's left part back.
    """
    assert enable_gqa
    assert most_queries == int(query_ends.diff().max())
    assert most_keys == int(key_ends.diff().max())
    assert window_size[1] == 0
    out: list[torch.Tensor] = []
    for number in range(len(query_ends) - 1):
        queries = query_THD[query_ends[number] : query_ends[number + 1]].transpose(0, 1)
        keys, values = (
            each[key_ends[number] : key_ends[number + 1]]
            .transpose(0, 1)
            .repeat_interleave(queries.shape[0] // each.shape[1], 0)
            for each in (key_KHD, value_KHD)
        )
        ends = torch.arange(queries.shape[1])[:, None] + keys.shape[1] - queries.shape[1]
        places = torch.arange(keys.shape[1])[None]
        seen = places <= ends
        if window_size[0] >= 0:
            seen &= places >= ends - window_size[0]
        scores = (scale * queries @ keys.transpose(1, 2)).masked_fill(~seen, -torch.inf)
        out.append((scores.softmax(-1) @ values).transpose(0, 1))
    return torch.cat(out)


def pair(row: int, prompt: int, chosen: int, rejected: int) -> TokenizedPair:
    """A pair of these lengths in tokens."""
    return TokenizedPair(row, _ids(prompt), _ids(chosen), _ids(rejected))


def _ids(length: int) -> array[int]:
    return array("i", [10 + number % 900 for number in range(length)])


def _shapes(name: str, length: int) -> str:
    parts = (length // 2, length // 5, length - length // 2 - length // 5)
    path: Any = SharedPrefixPath()
    budget = TOKEN_BUDGET["cuda"]
    several = [pair(row, *parts) for row in range(max(1, budget // length))]
    micro_batch = pack(several, budget, path.computed_tokens)[0]
    with tempfile.TemporaryDirectory(prefix="dpo-studio-bench-") as folder:
        Path(folder, "config.json").write_text(json.dumps(llama_config(SHAPES[name]).to_dict()), encoding="utf-8")
        plan = RunPlan(ModelPlan(path=folder), DataPlan(path="unused"), AdapterPlan(r=16, alpha=32.0))
        found = unloaded_model(plan, "bfloat16")
    loaded = found.loaded
    passes = [
        training_pass(loaded, found.shapes, micro_batch, path_of(path, loaded, gradient_checkpointing=again))
        for again in (False, True)
    ]
    trained = sum(each.numel() for each in trainable_parameters(loaded.model).values())
    weights = sum(each.numel() for each in loaded.model.parameters()) - trained
    tokens = path.computed_tokens(micro_batch.pairs)
    return (
        f"{name:12}{weights:>16,}{trained:>14,}{tokens:>8,}{2 * weights / 2**30:>13.1f}"
        f"{passes[0].total / 2**30:>10.1f}{passes[1].total / 2**30:>12.1f}"
    )
