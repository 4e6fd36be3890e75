"""Log-probabilities by decoder, chunks and head equal a plain log_softmax over the whole model's logits."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from engine.data.batch import MicroBatch
from engine.errors import EngineError
from engine.preference.logprobs import CompletionScorer, token_logps
from engine.preference.output_head import Head, resolve_decoder_and_head
from tests.engine.preference.micro_batches import random_micro_batch
from tests.engine.preference.models import CONFIGS, build


def _plain(model: Any, micro_batch: MicroBatch) -> torch.Tensor:
    """Row by row, no padding, full logits: the definition. [N], in the order of padded rows."""
    replies = [pair.chosen_ids for pair in micro_batch.pairs] + [pair.rejected_ids for pair in micro_batch.pairs]
    parts: list[torch.Tensor] = []
    for pair, reply in zip(micro_batch.pairs * 2, replies, strict=True):
        ids = torch.tensor([[*pair.prompt_ids, *reply]])
        logps = model(input_ids=ids).logits[0].float().log_softmax(dim=-1)
        start = len(pair.prompt_ids)
        parts.append(logps[range(start - 1, start - 1 + len(reply)), list(reply)])
    return torch.cat(parts)


@pytest.fixture(scope="module", params=sorted(CONFIGS))
def model(request: pytest.FixtureRequest) -> Any:
    return build(request.param)


def test_value_and_gradient_equal_plain_log_softmax_row_by_row(model: Any) -> None:
    micro_batch = random_micro_batch()
    embeddings = model.get_input_embeddings()
    weights = [parameter for name, parameter in model.named_parameters() if "norm" in name or "ln_" in name][:3]
    weights.append(embeddings.weight if not model.config.tie_word_embeddings else weights[0])
    for parameter in weights:
        parameter.requires_grad_()
    scorer = CompletionScorer.of(model)
    layout = scorer.lay_out(micro_batch, "cpu")
    factors = torch.linspace(-1, 2, len(layout.completions.targets_N))
    ours = scorer.token_logps(layout)
    plain = _plain(model, micro_batch)
    torch.testing.assert_close(ours, plain, rtol=1e-5, atol=2e-5)
    ours_gradients = torch.autograd.grad((ours * factors).sum(), weights)
    plain_gradients = torch.autograd.grad((plain * factors).sum(), weights)
    for parameter in weights:
        parameter.requires_grad_(False)
    for got, expected in zip(ours_gradients, plain_gradients, strict=True):
        assert expected.abs().max() > 0
        torch.testing.assert_close(got, expected, rtol=1e-3, atol=1e-4 * float(expected.abs().max()))


def test_any_chunk_gives_the_same() -> None:
    torch.manual_seed(1)
    head = torch.nn.Linear(8, 30).requires_grad_(False)
    hidden = torch.randn(11, 8, requires_grad=True)
    targets = torch.randint(0, 30, (11,))
    expected = head(hidden).log_softmax(dim=1)[torch.arange(11), targets]
    (expected_gradient,) = torch.autograd.grad(expected.square().sum(), hidden)
    for chunk in (1, 2, 10, 11, 500):
        ours = token_logps(hidden, targets, Head(head), chunk)
        (gradient,) = torch.autograd.grad(ours.square().sum(), hidden)
        torch.testing.assert_close(ours, expected)
        torch.testing.assert_close(gradient, expected_gradient)


def test_the_gradient_is_the_targets_row_minus_the_expected_one() -> None:
    """d log softmax(W h)[t] / d h = W[t] - sum over v of p(v) W[v]."""
    torch.manual_seed(2)
    weight, hidden = torch.randn(9, 4), torch.randn(5, 4, requires_grad=True)
    targets = torch.tensor([0, 8, 3, 3, 1])
    (gradient,) = torch.autograd.grad(token_logps(hidden, targets, Head(lambda part: part @ weight.T), 2).sum(), hidden)
    probabilities = (hidden @ weight.T).softmax(dim=1)
    torch.testing.assert_close(gradient, weight[targets] - probabilities @ weight, rtol=1e-5, atol=1e-6)


def test_without_gradients_nothing_is_kept() -> None:
    head = torch.nn.Linear(8, 30).requires_grad_(False)
    with torch.no_grad():
        logps = token_logps(torch.randn(5, 8), torch.tensor([1, 2, 3, 4, 5]), Head(head))
    assert not logps.requires_grad
    assert logps.grad_fn is None


def test_never_more_logits_than_a_chunk() -> None:
    seen: list[int] = []
    linear = torch.nn.Linear(8, 30).requires_grad_(False)

    def head(hidden: torch.Tensor) -> torch.Tensor:
        seen.append(len(hidden))
        return linear(hidden)

    token_logps(torch.randn(11, 8, requires_grad=True), torch.zeros(11, dtype=torch.long), Head(head), chunk=4)
    assert seen == [4, 4, 3]


def test_the_decoder_never_makes_logits_for_prompts() -> None:
    model = build("llama")
    scorer = CompletionScorer.of(model)
    seen: list[int] = []
    model.lm_head.register_forward_hook(lambda _module, inputs, _output: seen.append(inputs[0].shape[0]))
    layout = scorer.lay_out(random_micro_batch(), "cpu")
    scorer.token_logps(layout)
    assert sum(seen) == len(layout.completions.targets_N)


def test_a_model_with_logits_of_its_own_is_refused() -> None:
    model = build("llama")
    model.lm_head.register_forward_hook(lambda _module, _inputs, output: output * (1.01 if output.dim() == 3 else 1))
    with pytest.raises(EngineError, match="LlamaForCausalLM compute their logits in a way") as caught:
        resolve_decoder_and_head(model)
    assert caught.value.hint
