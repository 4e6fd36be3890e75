"""A head that is trained gets the gradient that plain log_softmax over whole logits gives it, tied or not."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from engine.preference.logprobs import CompletionScorer, token_logps
from engine.preference.output_head import Head
from engine.preference.padded_rows import PaddedPath
from engine.preference.path import Path
from engine.preference.shared_prefix.path import SharedPrefixPath
from tests.engine.preference.micro_batches import random_micro_batch
from tests.engine.preference.models import CONFIGS, build

CHUNK = 4


def plain_logps(model: Any, pairs: Any) -> torch.Tensor:
    """Row by row, no padding, full logits: the definition."""
    parts: list[torch.Tensor] = []
    for side in ("chosen_ids", "rejected_ids"):
        for pair in pairs:
            reply = list(getattr(pair, side))
            logps = model(input_ids=torch.tensor([[*pair.prompt_ids, *reply]])).logits[0].log_softmax(dim=-1)
            start = len(pair.prompt_ids)
            parts.append(logps[range(start - 1, start - 1 + len(reply)), reply])
    return torch.cat(parts)


@pytest.mark.parametrize("path", [PaddedPath(), SharedPrefixPath()], ids=["two rows", "shared prefix"])
@pytest.mark.parametrize("family", sorted(CONFIGS))
def test_every_weight_of_every_family_gets_the_plain_gradient(family: str, path: Path) -> None:
    model = build(family)
    model.requires_grad_(True)
    weights = {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}
    micro_batch = random_micro_batch()
    scorer = CompletionScorer.of(model, path)
    layout = scorer.lay_out(micro_batch, "cpu")
    factors = torch.linspace(-1, 2, len(layout.completions.targets_N))
    hidden = path.hidden(scorer.decoder, layout)
    ours = token_logps(hidden, layout.completions.targets_N, scorer.head, CHUNK)
    plain = plain_logps(model, micro_batch.pairs)
    torch.testing.assert_close(ours, plain, rtol=1e-5, atol=5e-5)
    found = torch.autograd.grad((ours * factors).sum(), list(weights.values()), allow_unused=True)
    expected = torch.autograd.grad((plain * factors).sum(), list(weights.values()), allow_unused=True)
    for name, got, wanted in zip(weights, found, expected, strict=True):
        if wanted is None:  # pyright: ignore[reportUnnecessaryComparison]  # an expert that no token went to
            assert got is None, name
            continue
        torch.testing.assert_close(got, wanted, rtol=2e-3, atol=2e-4 * float(wanted.abs().max()) + 1e-7, msg=name)


def test_any_chunk_gives_weight_and_bias_the_same() -> None:
    torch.manual_seed(1)
    head = torch.nn.Linear(8, 30)
    hidden = torch.randn(11, 8, requires_grad=True)
    targets = torch.randint(0, 30, (11,))
    inputs = [hidden, head.weight, head.bias]
    plain = head(hidden).log_softmax(dim=1)[torch.arange(11), targets]
    expected = torch.autograd.grad(plain.square().sum(), inputs)
    for chunk in (1, 2, 10, 11, 500):
        ours = token_logps(hidden, targets, Head(head), chunk)
        torch.testing.assert_close(ours, plain)
        for got, wanted in zip(torch.autograd.grad(ours.square().sum(), inputs), expected, strict=True):
            torch.testing.assert_close(got, wanted)


def test_bfloat16_weights_gather_their_gradient_in_float32() -> None:
    """Of many chunks; added up in bfloat16 the sum would lose what each adds to it."""
    torch.manual_seed(2)
    head = torch.nn.Linear(8, 30, bias=False).bfloat16()
    head.weight.grad_dtype = torch.float32
    hidden = torch.randn(2000, 8).bfloat16()
    targets = torch.randint(0, 30, (2000,))
    token_logps(hidden.requires_grad_(), targets, Head(head), chunk=2).sum().backward()
    assert head.weight.grad is not None
    assert head.weight.grad.dtype == torch.float32
    weight = head.weight.detach().double().requires_grad_()
    plain = (hidden.detach().double() @ weight.t()).log_softmax(dim=1)[torch.arange(2000), targets]
    (expected,) = torch.autograd.grad(plain.sum(), weight)
    error = float((head.weight.grad - expected).norm() / expected.norm())
    assert error < 4e-3


def test_never_more_logits_than_a_chunk_either_way() -> None:
    seen: list[int] = []
    head = torch.nn.Linear(8, 30)
    head.register_forward_hook(lambda _module, inputs, _output: seen.append(len(inputs[0])))
    hidden = torch.randn(11, 8, requires_grad=True)
    token_logps(hidden, torch.zeros(11, dtype=torch.long), Head(head), chunk=4).sum().backward()
    assert seen == [4, 4, 3] * 2


def test_the_weighting_of_pairs_sees_the_same_probabilities() -> None:
    model = build("llama, tied")
    scorer = CompletionScorer.of(model)
    layout = scorer.lay_out(random_micro_batch(), "cpu")
    model.requires_grad_(False)
    frozen = scorer.token_scores(layout)
    model.requires_grad_(True)
    trained = scorer.token_scores(layout)
    assert frozen.log_sum_squares_N is not None
    assert trained.log_sum_squares_N is not None
    torch.testing.assert_close(trained.log_sum_squares_N, frozen.log_sum_squares_N)
    assert not trained.log_sum_squares_N.requires_grad
