from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.chat.sample import penalize_repetition, pick_token

# Probabilities 0.2, 0.5 and 0.3 of the tokens 0, 1 and 2.
LOGITS_V = torch.tensor([math.log(0.2), math.log(0.5), math.log(0.3)])


def test_temperature_zero_takes_the_largest_logit() -> None:
    assert pick_token(LOGITS_V, temperature=0.0, top_p=0.1, uniform=0.99) == 1


@pytest.mark.parametrize("uniform,token", [(0.0, 1), (0.49, 1), (0.51, 2), (0.79, 2), (0.81, 0), (0.999999, 0)])
def test_the_random_number_walks_down_the_likeliest_first(uniform: float, token: int) -> None:
    assert pick_token(LOGITS_V, temperature=1.0, top_p=1.0, uniform=uniform) == token


@pytest.mark.parametrize("uniform,token", [(0.624, 1), (0.626, 2), (0.999999, 2)])
def test_the_token_that_crosses_top_p_is_kept_and_the_rest_is_left_out(uniform: float, token: int) -> None:
    assert pick_token(LOGITS_V, temperature=1.0, top_p=0.7, uniform=uniform) == token


def test_temperature_sharpens() -> None:
    # At temperature 0.5 the probabilities are squared: 0.04, 0.25, 0.09 of 0.38; the first has 0.6579.
    assert pick_token(LOGITS_V, temperature=0.5, top_p=1.0, uniform=0.65) == 1
    assert pick_token(LOGITS_V, temperature=0.5, top_p=1.0, uniform=0.66) == 2


@given(
    logits=st.lists(st.floats(-1000, 1000), min_size=1, max_size=40),
    temperature=st.floats(0.01, 10),
    top_p=st.floats(1e-6, 1),
    uniform=st.floats(0, 1, exclude_max=True),
)
def test_any_logits_give_a_token_that_is_possible(
    logits: list[float], temperature: float, top_p: float, uniform: float
) -> None:
    logits_V = torch.tensor(logits)
    token = pick_token(logits_V, temperature, top_p, uniform)
    assert 0 <= token < len(logits)
    assert torch.softmax(logits_V / temperature, 0)[token] > 0


def test_frequencies_follow_the_probabilities() -> None:
    draws = 2000
    picked = [pick_token(LOGITS_V, 1.0, 1.0, (index + 0.5) / draws) for index in range(draws)]
    assert [picked.count(token) for token in range(3)] == pytest.approx([400, 1000, 600], abs=1)


def test_top_k_leaves_only_the_likeliest() -> None:
    # 0.5 and 0.3 are left, so the first has five eighths.
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.624, top_k=2) == 1
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.999999, top_k=2) == 2
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.999999, top_k=1) == 1
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.999999, top_k=50) == 0


def test_min_p_is_a_share_of_the_likeliest() -> None:
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.999999, min_p=0.39) == 0
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.999999, min_p=0.41) == 2
    assert pick_token(LOGITS_V, 1.0, 1.0, 0.999999, min_p=1.0) == 1


@pytest.mark.parametrize("temperature,top_k,top_p,min_p", [(0.7, 5, 0.8, 0.0), (1.3, 0, 0.9, 0.2), (1.0, 7, 1.0, 0.05)])
def test_what_is_left_is_what_transformers_leaves(temperature: float, top_k: int, top_p: float, min_p: float) -> None:
    from transformers import LogitsProcessorList, MinPLogitsWarper, TopKLogitsWarper, TopPLogitsWarper

    logits_V = torch.randn(20, generator=torch.Generator().manual_seed(3)) * 2
    warpers = LogitsProcessorList([TopKLogitsWarper(top_k)] if top_k else [])
    warpers.extend([TopPLogitsWarper(top_p), *([MinPLogitsWarper(min_p)] if min_p else [])])
    scores: torch.Tensor = warpers(torch.tensor([[0]]), logits_V[None] / temperature)  # pyright: ignore[reportArgumentType]
    theirs = set(torch.isfinite(scores[0]).nonzero()[:, 0].tolist())
    draws = [pick_token(logits_V, temperature, top_p, n / 4000, top_k=top_k, min_p=min_p) for n in range(4000)]
    assert set(draws) == theirs
    assert len(theirs) < 20


def test_the_penalty_is_that_of_transformers() -> None:
    from transformers import RepetitionPenaltyLogitsProcessor

    logits_V = torch.tensor([2.0, -1.0, 0.5, 0.0, -3.0])
    seen = [0, 4, 4]
    theirs = RepetitionPenaltyLogitsProcessor(1.3)(torch.tensor([seen]), logits_V[None].clone())  # pyright: ignore[reportArgumentType]
    assert torch.equal(penalize_repetition(logits_V, seen, 1.3), theirs[0])
    assert penalize_repetition(logits_V, seen, 1.0) is logits_V
