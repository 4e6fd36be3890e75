"""The lean product equals peft's own forward in value and gradient, and steps aside wherever it would not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from peft.tuners.lora.layer import Linear as LoraLinear

from engine.model.lean_lora import LeanProducts, is_exact
from tests.engine.preference.models import build

IDS = torch.tensor([[5, 9, 11, 40, 7, 3], [8, 8, 2, 60, 1, 90]])


def adapted(name: str = "llama", **settings: Any) -> Any:
    """A small model with an adapter that already does something."""
    torch.manual_seed(7)
    config = LoraConfig(r=4, target_modules="all-linear", task_type="CAUSAL_LM", init_lora_weights=False, **settings)
    return get_peft_model(build(name), config).eval()


def layers(model: Any) -> list[Any]:
    """The model's LoRA layers."""
    return [module for module in model.modules() if isinstance(module, LoraLinear)]


def logits_and_gradients(model: Any) -> tuple[torch.Tensor, list[torch.Tensor]]:
    """The model's logits, and the adapter's gradients of a sum of their squares."""
    logits = model(input_ids=IDS, use_cache=False).logits
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return logits.detach(), list(torch.autograd.grad(logits.square().sum(), parameters))


@pytest.mark.parametrize("name", ["llama", "qwen2", "phi3", "gemma2"])
def test_values_and_gradients_equal_pefts(name: str) -> None:
    model = adapted(name, use_rslora=True)
    expected, expected_gradients = logits_and_gradients(model)
    lean = LeanProducts(model)
    assert all(is_exact(layer) for layer in layers(model))
    with lean.in_use():
        ours, gradients = logits_and_gradients(model)
    with model.disable_adapter():
        assert not torch.allclose(ours, model(input_ids=IDS).logits, atol=1e-2), "the adapter does nothing"
    torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-5)
    for gradient, wanted in zip(gradients, expected_gradients, strict=True):
        assert float((gradient - wanted).norm()) <= 1e-5 * float(wanted.norm())


def test_in_bfloat16_it_is_no_further_from_the_truth_than_peft() -> None:
    """Float32 adapter weights on a bfloat16 layer, as training has them; gradients come back in float32."""
    torch.manual_seed(3)
    holder = torch.nn.ModuleDict({"part": torch.nn.Linear(64, 48, bias=False)})
    model: Any = get_peft_model(holder, LoraConfig(r=4, target_modules=["part"], init_lora_weights=False))  # pyright: ignore[reportArgumentType]
    layer = layers(model)[0]
    x = torch.randn(30, 64).bfloat16()
    weights: list[torch.Tensor] = [layer.lora_A["default"].weight, layer.lora_B["default"].weight]
    layer.base_layer.bfloat16()

    def result(dtype: torch.dtype, forward: Callable[[torch.Tensor], torch.Tensor]) -> list[torch.Tensor]:
        y = forward(x.to(dtype)).double()
        return [y.detach(), *(one.double() for one in torch.autograd.grad(y.square().sum(), weights))]

    def errors(found: list[torch.Tensor]) -> list[float]:
        return [float((one - truth).norm() / truth.norm()) for one, truth in zip(found, exact, strict=True)]

    def exactly(inputs: torch.Tensor) -> torch.Tensor:
        down, up = (weight.double() for weight in weights)
        return inputs @ layer.base_layer.weight.double().t() + layer.scaling["default"] * (inputs @ down.t()) @ up.t()

    exact = result(torch.float64, exactly)
    with torch.autocast("cpu", torch.bfloat16):
        theirs = errors(result(torch.bfloat16, layer))
        with LeanProducts(model).in_use():
            ours = errors(result(torch.bfloat16, layer))
    assert all(one <= 1.5 * other + 1e-3 for one, other in zip(ours, theirs, strict=True))
    assert all(weight.dtype == torch.float32 for weight in weights)


def test_a_fresh_adapter_changes_no_bit() -> None:
    model: Any = get_peft_model(build("llama"), LoraConfig(r=4, target_modules="all-linear", task_type="CAUSAL_LM"))
    lean = LeanProducts(model.eval())
    with lean.in_use():
        ours = model(input_ids=IDS).logits
        with model.disable_adapter():
            assert torch.equal(ours, model(input_ids=IDS).logits)


def _with_dropout(model: Any) -> None:
    model.train()


def _with_a_second_adapter(model: Any) -> None:
    model.add_adapter("other", LoraConfig(r=2, target_modules="all-linear", task_type="CAUSAL_LM"))
    model.base_model.set_adapter(["default", "other"])


def _merged(model: Any) -> None:
    model.merge_adapter()


def _off(model: Any) -> None:
    model.base_model.disable_adapter_layers()


@pytest.mark.filterwarnings("ignore:`lora_bias=True`")
@pytest.mark.parametrize(
    "settings, change",
    [
        ({"lora_dropout": 0.1}, _with_dropout),
        ({"use_dora": True}, None),
        ({"lora_bias": True}, None),
        ({}, _with_a_second_adapter),
        ({}, _merged),
        ({}, _off),
    ],
    ids=["dropout", "DoRA", "bias", "two adapters", "merged", "off"],
)
def test_where_it_would_not_be_exact_pefts_own_forward_runs(
    settings: dict[str, Any], change: Callable[[Any], None] | None
) -> None:
    model = adapted(**settings)
    if change is not None:
        change(model)
    assert not any(is_exact(layer) for layer in layers(model))
    torch.manual_seed(1)
    expected = model(input_ids=IDS).logits
    torch.manual_seed(1)
    with LeanProducts(model).in_use():
        assert torch.equal(model(input_ids=IDS).logits, expected)


def test_outside_the_block_peft_runs() -> None:
    model = adapted()
    expected = model(input_ids=IDS).logits
    lean = LeanProducts(model)
    with lean.in_use():
        model(input_ids=IDS)
    assert torch.equal(model(input_ids=IDS).logits, expected)
