"""Packed pairs give what two padded rows give, in value and gradient, in every family that they are used for."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model

from engine.preference.logprobs import CompletionScorer
from engine.preference.path import Path
from engine.preference.shared_prefix.path import SharedPrefixPath
from tests.engine.preference.micro_batches import random_micro_batch
from tests.engine.preference.models import CONFIGS, build

VALUE_TOLERANCE = 1e-5
GRADIENT_TOLERANCE = 1e-5


def adapted(name: str) -> Any:
    """A model of the family with an adapter that already does something."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        model = build(name)
        experts = any("expert" in part for part, _ in model.named_modules())
        config = LoraConfig(
            r=4,
            target_modules=["q_proj", "k_proj", "v_proj", "o_proj"] if experts else "all-linear",
            fan_in_fan_out=name == "gpt2",
            task_type="CAUSAL_LM",
            init_lora_weights=False,
        )
        return get_peft_model(model, config).eval()


def logps_and_gradients(model: Any, path: Path | None) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """The log-probabilities of a micro-batch's tokens, and the adapter's gradients of a weighted sum of them."""
    scorer = CompletionScorer.of(model.get_base_model(), path)
    layout = scorer.lay_out(random_micro_batch(pairs=4, longest=30), "cpu")
    logps = scorer.token_logps(layout)
    factors = torch.linspace(-1, 2, len(logps))
    parameters = {name: value for name, value in model.named_parameters() if value.requires_grad}
    gradients = torch.autograd.grad((logps * factors).sum(), list(parameters.values()))
    return logps.detach(), dict(zip(parameters, gradients, strict=True))


@pytest.mark.parametrize("name", sorted(CONFIGS))
def test_values_and_adapter_gradients_equal_those_of_padded_rows(name: str) -> None:
    model = adapted(name)
    expected, expected_gradients = logps_and_gradients(model, None)
    ours, gradients = logps_and_gradients(model, SharedPrefixPath())
    assert float((ours - expected).abs().max()) <= VALUE_TOLERANCE
    for parameter, gradient in gradients.items():
        norm = float(expected_gradients[parameter].norm())
        assert norm > 0, parameter
        assert float((gradient - expected_gradients[parameter]).norm()) <= GRADIENT_TOLERANCE * norm, parameter


def test_the_model_computes_as_before_when_the_packed_pairs_are_through() -> None:
    model = build("gemma2")
    scorer = CompletionScorer.of(model, SharedPrefixPath())
    before = model.config._attn_implementation  # there is no public getter
    scorer.token_logps(scorer.lay_out(random_micro_batch(), "cpu"))
    assert model.config._attn_implementation == before
