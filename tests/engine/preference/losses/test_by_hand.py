"""Losses with numbers derived by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
import torch

from engine.preference.losses.functions import FUNCTIONS
from engine.preference.losses.ipo import ipo_loss
from engine.preference.losses.kto import kl_estimate, kto_loss
from engine.preference.losses.options import LossOptions
from engine.preference.losses.orpo import odds_ratio_loss
from engine.preference.losses.sft import sft_loss
from engine.preference.losses.sigmoid import sigmoid_loss
from engine.preference.losses.simpo import simpo_loss
from engine.preference.losses.step_logps import StepLogps
from tests.engine.preference.losses.steps import step_of

HALF = LossOptions(beta=0.5)


def learning(step: StepLogps) -> StepLogps:
    """The step with gradients on the policy's sums."""
    step.chosen.requires_grad_()
    step.rejected.requires_grad_()
    return step


def slopes(
    function: Callable[[StepLogps, LossOptions], torch.Tensor], options: LossOptions, step: StepLogps
) -> list[float]:
    loss = function(learning(step), options).sum()
    return [float(part) for part in torch.autograd.grad(loss, [step.chosen, step.rejected])]


def test_the_sigmoid_loss_of_one_pair() -> None:
    """The chosen reply rose from -12 to -10 nats, the rejected one fell from -14 to -15; beta is 0.5.

    margin = 0.5 ((-10 + 12) - (-15 + 14)) = 0.5 (2 + 1) = 1.5, -log sigmoid(1.5) = log(1 + exp(-1.5)) = log(1.22313016)
    = 0.20141328, and its slope along the chosen sum is -0.5 sigmoid(-1.5) = -0.5 x 0.18242552.
    """
    step = step_of([-10.0], [-15.0], [-12.0], [-14.0])
    assert sigmoid_loss(step, HALF).item() == pytest.approx(0.20141328, rel=1e-6)
    assert slopes(sigmoid_loss, HALF, step) == pytest.approx([-0.09121276, 0.09121276], rel=1e-6)


def test_the_conservative_sigmoid_loss_of_one_pair() -> None:
    """One label in four wrong: 0.75 x 0.20141328 + 0.25 x (0.20141328 + 1.5), since l(-m) = l(m) + m."""
    step = step_of([-10.0], [-15.0], [-12.0], [-14.0])
    options = replace(HALF, label_smoothing=0.25)
    assert sigmoid_loss(step, options).item() == pytest.approx(0.57641328, rel=1e-6)
    # 0.75 x -0.09121276 + 0.25 x 0.5 x 0.81757448
    assert slopes(sigmoid_loss, options, step) == pytest.approx([0.03378724, -0.03378724], rel=1e-5)


def test_equal_models_lose_log_two() -> None:
    loss = sigmoid_loss(step_of([-3.0], [-7.0], [-3.0], [-7.0]), LossOptions(beta=0.1))
    assert loss.item() == pytest.approx(math.log(2), rel=1e-7)


def test_a_pair_the_wrong_way_round_loses_the_margin_more() -> None:
    """log(1 + exp(m)) - log(1 + exp(-m)) = m."""
    right, wrong = step_of([-1.0], [-4.0]), step_of([-4.0], [-1.0])
    options = LossOptions(beta=0.3)
    assert (sigmoid_loss(wrong, options) - sigmoid_loss(right, options)).item() == pytest.approx(0.9, rel=1e-5)


def test_the_ipo_loss_of_one_pair() -> None:
    """Ratios 2 over 4 tokens and -1 over 2: 0.5 - (-0.5) = 1, aimed at 1 / (2 x 0.25) = 2, so (1 - 2)^2 = 1.

    Its slope along the chosen sum is 2 (1 - 2) / 4 = -0.5, along the rejected one -2 (1 - 2) / 2 = 1.
    """
    step = step_of([-10.0], [-15.0], [-12.0], [-14.0], [4.0], [2.0])
    options = LossOptions(beta=0.25)
    assert ipo_loss(step, options).item() == pytest.approx(1.0)
    assert slopes(ipo_loss, options, step) == pytest.approx([-0.5, 1.0])


def test_the_kto_loss_of_three_replies() -> None:
    """Mismatched ratios 1, -2 and 4 have the mean z = 1. beta is 0.5.

    Up, ratio 3: 1 - sigmoid(0.5 (3 - 1)) = sigmoid(-1) = 0.26894142, weighed with 2.
    Down, ratio -1: 1 - sigmoid(0.5 (1 + 1)) = 0.26894142, weighed with 0.5; down, ratio 1: sigmoid(0) = 0.5, likewise.
    Slope of the first: -2 x 0.5 x sigmoid'(1) = -0.19661193; of the second 0.5 x 0.5 x 0.19661193.
    """
    ratios = torch.tensor([3.0, -1.0, 1.0], requires_grad=True)
    mismatched = torch.tensor([1.0, -2.0, 4.0], requires_grad=True)
    thumbs = torch.tensor([True, False, False])
    losses = kto_loss(ratios, thumbs, mismatched, 0.5, desirable_weight=2.0, undesirable_weight=0.5)
    assert losses.tolist() == pytest.approx([0.53788284, 0.13447071, 0.25], rel=1e-6)
    losses.sum().backward()
    assert ratios.grad is not None
    assert ratios.grad.tolist() == pytest.approx([-0.19661193, 0.04915298, 0.0625], rel=1e-6)
    assert mismatched.grad is None, "the divergence is an estimate, not something to learn"


def test_the_divergence_of_kto_is_never_below_zero() -> None:
    assert kl_estimate(torch.tensor([-1.0, -3.0, 1.0])).item() == 0.0
    assert kl_estimate(torch.tensor([-1.0, 4.0])).item() == 1.5


def test_imitation_counts_every_token_of_the_step_alike() -> None:
    """-6 nats over 2 tokens and -3 over 1: 9 nats over 3 tokens, though the replies' own means are 3 and 3."""
    step = step_of([-6.0, -1.0], [0.0, 0.0], chosen_tokens=[2.0, 4.0])
    assert sft_loss(step, HALF).mean().item() == pytest.approx(7 / 6)


def test_simpo_by_hand() -> None:
    """Means -1 and -3, beta 2, target 1: -log sigmoid(2 x 2 - 1) = log(1 + exp(-3)) = 0.04858735."""
    step = step_of([-4.0], [-6.0], chosen_tokens=[4.0], rejected_tokens=[2.0])
    options = LossOptions(beta=2.0, simpo_gamma=1.0)
    assert simpo_loss(step, options).item() == pytest.approx(0.04858735, rel=1e-5)


def test_orpo_s_odds_by_hand() -> None:
    """p = 3/4 has odds 3, p = 1/3 has odds 1/2: -log(6 / 7)."""
    chosen, rejected = torch.tensor([0.75]).log(), torch.tensor([1 / 3]).log()
    assert odds_ratio_loss(chosen, rejected).item() == pytest.approx(math.log(7 / 6), rel=1e-5)


@pytest.mark.parametrize("surprise", [0.0, 1e-12, 1.0, 39.0, 41.0, 700.0])
def test_orpo_is_finite_wherever_the_rejected_reply_is_not_certain(surprise: float) -> None:
    for other in (1e-6, 1.0, 39.0, 41.0, 700.0):
        chosen = torch.tensor([-surprise], dtype=torch.float64, requires_grad=True)
        rejected = torch.tensor([-other], dtype=torch.float64, requires_grad=True)
        loss = odds_ratio_loss(chosen, rejected)
        gradients = torch.autograd.grad(loss.sum(), [chosen, rejected])
        assert all(math.isfinite(value.item()) for value in (loss, *gradients)), (surprise, other)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_losses_neither_change_nor_remember_what_they_are_given(name: str) -> None:
    step = step_of([-10.0, -3.0], [-15.0, -4.0], [-12.0, -3.5], [-14.0, -4.0], [4.0, 1.0], [2.0, 3.0])
    before = [column.clone() for column in (step.chosen, step.rejected, step.reference_chosen)]
    options = LossOptions(beta=0.5, label_smoothing=0.1)
    assert torch.equal(FUNCTIONS[name](step, options), FUNCTIONS[name](step, options))
    after = (step.chosen, step.rejected, step.reference_chosen)
    assert all(torch.equal(one, two) for one, two in zip(before, after, strict=True))
