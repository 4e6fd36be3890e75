"""Lean layers equal transformers' own in value and gradient, whatever adapter is on them, and leave the model alone."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model

from engine.model import lean_layers as module
from engine.model.lean_layers import lean_layers, suits
from engine.preference.shared_prefix.attention import with_attention
from tests.engine.preference.models import CONFIGS, build

IDS = torch.tensor([[5, 9, 11, 40, 7, 3, 60, 61, 2, 19, 23, 4], [8, 8, 2, 60, 1, 90, 14, 15, 16, 3, 7, 1]])
LEAN = ("llama", "mistral, sliding", "qwen2")


def adapted(name: str, dtype: torch.dtype = torch.float32, **settings: Any) -> Any:
    """A small model whose adapter already does something, unless `init_lora_weights` says otherwise."""
    torch.manual_seed(7)
    settings = {"target_modules": "all-linear", "init_lora_weights": False, **settings}
    model = get_peft_model(build(name), LoraConfig(r=4, task_type="CAUSAL_LM", **settings)).eval()
    for parameter in model.parameters():
        if not parameter.requires_grad:
            parameter.data = parameter.data.to(dtype)
    return model


def hidden_states(model: Any, *, lean: bool) -> torch.Tensor:
    """The decoder's last hidden states of two rows."""
    decoder = model.get_base_model().get_decoder()
    if not lean:
        return decoder(input_ids=IDS, use_cache=False).last_hidden_state
    with with_attention(decoder, "sdpa"), lean_layers(decoder):
        return decoder(input_ids=IDS, use_cache=False).last_hidden_state


@pytest.mark.parametrize("name", LEAN)
@pytest.mark.parametrize(
    "settings",
    [{}, {"use_dora": True}, {"target_modules": ["q_proj", "down_proj"]}, {"rank_pattern": {"up_proj": 2}}],
    ids=["lora", "dora", "some layers", "ranks"],
)
def test_values_and_gradients_equal_transformers(name: str, settings: dict[str, Any]) -> None:
    model = adapted(name, **settings)
    assert all(suits(layer) for layer in model.get_base_model().get_decoder().layers)
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    expected = hidden_states(model, lean=False)
    # Not a sum of squares: that of a norm's result is the same whatever goes in.
    factors = torch.linspace(-1, 2, expected.numel()).view_as(expected)
    wanted = torch.autograd.grad((expected * factors).sum(), parameters)
    ours = hidden_states(model, lean=True)
    assert ours.grad_fn is not None
    torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-5)
    for gradient, other in zip(torch.autograd.grad((ours * factors).sum(), parameters), wanted, strict=True):
        assert float((gradient - other).norm()) <= 1e-5 * float(other.norm())


@pytest.mark.parametrize("settings", [{}, {"use_dora": True}, {"lora_dropout": 0.5}], ids=["lora", "dora", "dropout"])
def test_a_fresh_adapter_changes_no_bit(settings: dict[str, Any]) -> None:
    """In bfloat16 the reference, with the adapter off, has to equal the policy before its first step."""
    model = adapted("llama", torch.bfloat16, init_lora_weights=True, **settings)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        policy = hidden_states(model, lean=True)
        with model.disable_adapter():
            reference = hidden_states(model, lean=True)
    if settings.get("use_dora"):  # peft divides by a norm and multiplies by it
        torch.testing.assert_close(policy, reference, rtol=0.05, atol=0.05)
    else:
        assert torch.equal(policy, reference)


def test_in_bfloat16_lean_layers_are_no_further_from_the_truth() -> None:
    torch.manual_seed(1)
    exact = hidden_states(adapted("llama"), lean=False).detach().double()
    model = adapted("llama", torch.bfloat16)
    with torch.autocast("cpu", torch.bfloat16):
        errors = [float((hidden_states(model, lean=lean).detach().double() - exact).norm()) for lean in (True, False)]
    assert errors[0] <= 1.2 * errors[1]


@pytest.mark.parametrize("name", sorted(set(CONFIGS) - {*LEAN, "llama, tied"}))
def test_other_families_keep_their_own_layers(name: str) -> None:
    decoder = build(name).get_decoder()
    assert not any(suits(layer) for layer in getattr(decoder, "layers", ()))


def test_the_layers_are_as_before_when_the_block_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    model = adapted("llama")
    before = hidden_states(model, lean=False)

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(module, "_forward", fail)
    with pytest.raises(RuntimeError, match="out of memory"):
        hidden_states(model, lean=True)
    assert torch.equal(hidden_states(model, lean=False), before)
    assert all("forward" not in vars(layer) for layer in model.get_base_model().get_decoder().layers)
