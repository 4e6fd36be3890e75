"""Every kernel gives what attention over each whole sequence gives, windowed and with grouped heads, too."""

from __future__ import annotations

import random
from array import array

import pytest
import torch

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from engine.preference.shared_prefix.attention import Kernel, UnknownAttentionError, attend
from engine.preference.shared_prefix.packed_pairs import PackedPairs, pack_row
from engine.preference.shared_prefix.products import attend_products, suits_products
from engine.preference.shared_prefix.segments import Attention, attend_segments
from engine.preference.shared_prefix.varlen import gather_places, suits_varlen

HEADS, KEY_HEADS, SIZE = 6, 2, 8


def packed(seed: int = 1) -> PackedPairs:
    """Three pairs; one reply is a single token, which leaves nothing of it to compute."""
    chance = random.Random(seed)

    def ids(length: int) -> array[int]:
        return array("i", chance.choices(range(50), k=length))

    pairs = [TokenizedPair(1, ids(5), ids(9), ids(4)), TokenizedPair(2, ids(1), ids(1), ids(7))]
    return pack_row(MicroBatch((*pairs, TokenizedPair(3, ids(11), ids(3), ids(12)))), "cpu")


def states(pairs: PackedPairs, dtype: torch.dtype = torch.float32) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Queries, keys and values as a model hands them over, heads and tokens swapped in memory."""
    generator = torch.Generator().manual_seed(3)
    tokens = pairs.input_ids_1T.shape[1]
    drawn = [torch.randn(1, tokens, heads, SIZE, generator=generator) for heads in (HEADS, KEY_HEADS, KEY_HEADS)]
    query, key, value = (2 * one.to(dtype).transpose(1, 2) for one in drawn)
    return query.requires_grad_(), key.requires_grad_(), value.requires_grad_()


def by_definition(
    query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, pairs: PackedPairs, attention: Attention
) -> torch.Tensor:
    """One query and one head at a time, in loops."""
    rows: dict[int, torch.Tensor] = {}
    for segment in pairs.segments:
        prompt = list(range(segment.shared_start, segment.shared_start + segment.shared))
        for place in range(segment.start, segment.start + segment.length):
            seen = (prompt + list(range(segment.start, place + 1)))[-(attention.window or 10**9) :]
            heads: list[torch.Tensor] = []
            for head in range(HEADS):
                shared_head = head // (HEADS // KEY_HEADS)
                scores = (key[0, shared_head, seen] @ query[0, head, place]) * attention.scale
                if attention.softcap:
                    scores = attention.softcap * torch.tanh(scores / attention.softcap)
                heads.append(scores.softmax(0) @ value[0, shared_head, seen])
            rows[place] = torch.stack(heads)
    return torch.stack([rows[place] for place in sorted(rows)])[None]


def _doubled(inputs: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    query, key, value = (one.detach().double() for one in inputs)
    return query, key, value


@pytest.mark.parametrize("window", [None, 1, 4, 100])
@pytest.mark.parametrize("kernel", [attend_segments, attend_products])
def test_values_and_gradients_equal_the_definition(kernel: Kernel, window: int | None) -> None:
    pairs, attention = packed(), Attention(0.4, window)
    inputs = states(pairs)
    expected, ours = by_definition(*inputs, pairs, attention), kernel(*inputs, pairs, attention)
    torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-5)
    factors = torch.linspace(-1, 1, expected.numel()).view_as(expected)
    expected_gradients = torch.autograd.grad((expected * factors).sum(), inputs)
    for gradient, wanted in zip(torch.autograd.grad((ours * factors).sum(), inputs), expected_gradients, strict=True):
        torch.testing.assert_close(gradient, wanted, rtol=1e-4, atol=1e-5)


def test_capped_scores_equal_the_definition() -> None:
    pairs, attention = packed(), Attention(0.4, 6, softcap=1.5)
    inputs = states(pairs)
    torch.testing.assert_close(attend_segments(*inputs, pairs, attention), by_definition(*inputs, pairs, attention))


def test_in_bfloat16_products_are_about_as_near_to_the_truth_as_the_fused_kernel() -> None:
    """Scores rounded to bfloat16 before the softmax would be several times as far off."""
    pairs, attention = packed(), Attention(0.4)
    exact = by_definition(*_doubled(states(pairs, torch.bfloat16)), pairs, attention)

    def error(kernel: Kernel) -> float:
        ours = kernel(*states(pairs, torch.bfloat16), pairs, attention)
        return ((ours.double() - exact).norm() / exact.norm()).item()

    assert error(attend_products) < 2 * error(attend_segments)


def test_the_places_that_the_cuda_kernel_gathers_are_those_of_the_segments() -> None:
    """The kernel itself needs a card; with its places, plain attention gives the same on the CPU."""
    pairs = packed()
    query, key, value = (one.detach() for one in states(pairs))
    places = gather_places(pairs, query.device)
    keys, values = key[0][:, places["keys"]], value[0][:, places["keys"]]
    parts: list[torch.Tensor] = []
    for index in range(len(pairs.segments)):
        queries = query[0, :, int(places["query_ends"][index]) : int(places["query_ends"][index + 1])]
        seen = slice(int(places["key_ends"][index]), int(places["key_ends"][index + 1]))
        length, total = queries.shape[1], keys[:, seen].shape[1]
        mask = torch.ones(length, total, dtype=torch.bool).tril(total - length)
        parts.append(
            torch.nn.functional.scaled_dot_product_attention(
                queries[None], keys[None, :, seen], values[None, :, seen], attn_mask=mask, scale=0.4, enable_gqa=True
            )
        )
    expected = attend_segments(query, key, value, pairs, Attention(0.4))
    torch.testing.assert_close(torch.cat(parts, dim=2).transpose(1, 2), expected)


def test_which_kernel_takes_what() -> None:
    pairs = packed()
    query, _, _ = states(pairs)
    assert suits_products(query, pairs, Attention(1.0))
    assert not suits_products(query, pairs, Attention(1.0, softcap=30.0))
    assert not suits_products(query.double(), pairs, Attention(1.0))
    assert not suits_varlen(query, Attention(1.0))
    long = pack_row(MicroBatch((TokenizedPair(1, array("i", [1] * 300), array("i", [2]), array("i", [3])),)), "cpu")
    assert not suits_products(query, long, Attention(1.0))
    assert suits_products(query.bfloat16(), long, Attention(1.0))


class _Layer(torch.nn.Module):
    is_causal = True


@pytest.mark.parametrize(
    "extra",
    [
        {"packed_pairs": None},
        {"attention_mask": torch.zeros(1)},
        {"dropout": 0.1},
        {"s_aux": torch.zeros(HEADS)},
        {"position_bias": torch.zeros(1)},
        {"is_causal": False},
    ],
)
def test_what_attention_does_not_know_is_refused(extra: dict[str, object]) -> None:
    pairs = packed()
    arguments: dict[str, object] = {"attention_mask": None, "packed_pairs": pairs, **extra}
    with pytest.raises(UnknownAttentionError):
        attend(_Layer(), *states(pairs), **arguments)  # pyright: ignore[reportArgumentType]
