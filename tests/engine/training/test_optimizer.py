"""AdamW by hand, clipping, and a state that can be taken out and put back."""

from __future__ import annotations

from copy import deepcopy

import pytest
import torch

from engine.errors import EngineError
from engine.plan import TrainingPlan
from engine.training.optimizer import AdapterOptimizer


def _with_gradient(gradient: list[float], **plan: float) -> tuple[torch.nn.Parameter, AdapterOptimizer]:
    parameter = torch.nn.Parameter(torch.tensor([1.0, -2.0]))
    parameter.grad = torch.tensor(gradient)
    return parameter, AdapterOptimizer({"p": parameter}, TrainingPlan(**plan))  # pyright: ignore[reportArgumentType]


def test_the_first_update_moves_by_the_learning_rate() -> None:
    """Adam's first step is g / |g|; decoupled decay takes learning_rate x weight_decay x weight first."""
    parameter, optimizer = _with_gradient([0.3, -5.0], weight_decay=0.1)
    optimizer.step(0.01)
    assert parameter.tolist() == pytest.approx([1.0 * (1 - 0.001) - 0.01, -2.0 * (1 - 0.001) + 0.01], rel=1e-6)
    assert parameter.grad is None


@pytest.mark.parametrize("limit,expected", [(1.0, [0.6, 0.8]), (0.0, [3.0, 4.0]), (10.0, [3.0, 4.0])])
def test_clipping_shortens_to_the_limit_and_tells_the_length_before(limit: float, expected: list[float]) -> None:
    parameter, optimizer = _with_gradient([3.0, 4.0], max_grad_norm=limit)
    assert float(optimizer.clip()) == pytest.approx(5.0)
    assert parameter.grad is not None
    assert parameter.grad.tolist() == pytest.approx(expected, rel=1e-5)


def test_state_taken_out_and_put_back_goes_on_bit_for_bit() -> None:
    gradients = torch.randn(6, 2, generator=torch.Generator().manual_seed(1))
    parameter, optimizer = _with_gradient([0.0, 0.0])
    halfway = None
    for step, gradient in enumerate(gradients):
        if step == 3:
            halfway = deepcopy((optimizer.weights(), optimizer.state()))
        parameter.grad = gradient.clone()
        optimizer.step(0.1 / (step + 1))
    assert halfway is not None
    other, resumed = _with_gradient([9.0, 9.0])
    resumed.zero_grad()
    resumed.load(*halfway)
    for step, gradient in enumerate(gradients[3:], start=3):
        other.grad = gradient.clone()
        resumed.step(0.1 / (step + 1))
    assert torch.equal(parameter, other)
    assert all(torch.equal(value, resumed.state()[name]) for name, value in optimizer.state().items())


@pytest.mark.parametrize(
    "weights, first", [({"q": [0.0, 0.0]}, "p"), ({"p": [0.0] * 3}, "p"), ({"p": [0.0] * 2, "q": [0.0]}, "q")]
)
def test_another_adapter_s_weights_are_refused_before_any_is_put_back(
    weights: dict[str, list[float]], first: str
) -> None:
    parameter, optimizer = _with_gradient([0.0, 0.0])
    with pytest.raises(EngineError, match="another adapter") as caught:
        optimizer.load({name: torch.tensor(values) for name, values in weights.items()}, {})
    assert caught.value.details.endswith(f"the first is {first}")
    assert parameter.tolist() == [1.0, -2.0]


def test_bfloat16_weights_are_changed_in_a_float32_copy() -> None:
    """In bfloat16 1 + 0.001 is 1: what single updates are too small for adds up only in more digits."""
    parameter = torch.nn.Parameter(torch.ones(1, dtype=torch.bfloat16))
    parameter.grad_dtype = torch.float32
    optimizer = AdapterOptimizer({"p": parameter}, TrainingPlan())
    for _ in range(8):
        parameter.grad = torch.tensor([-1.0])
        optimizer.step(0.001)
    assert optimizer.weights()["p"].tolist() == pytest.approx([1.008], rel=1e-5)
    assert parameter.tolist() == [1.0078125]
    other = torch.nn.Parameter(torch.zeros(1, dtype=torch.bfloat16))
    AdapterOptimizer({"p": other}, TrainingPlan()).load(optimizer.weights(), optimizer.state())
    assert other.tolist() == [1.0078125]
