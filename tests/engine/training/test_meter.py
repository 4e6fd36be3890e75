"""Where tensors become numbers."""

from __future__ import annotations

import pytest
import torch

from engine.preference.losses.step_logps import StepLogps
from engine.training.meter import PairMeter
from tests.engine.preference.losses.steps import step_of


def halved(logps: StepLogps) -> tuple[torch.Tensor, torch.Tensor]:
    return 0.5 * logps.chosen_ratio, 0.5 * logps.rejected_ratio


def test_means_over_pairs_by_hand() -> None:
    """Margins 0.5 (2 + 1) = 1.5, 0.5 (0 - 0) = 0 and 0.5 (-1 - 1) = -1: one of three is strictly positive."""
    meter = PairMeter(halved)
    columns = ([-10.0, -3.0], [-15.0, -4.0], [-12.0, -3.0], [-14.0, -4.0])
    first = step_of(*columns)
    meter.add(torch.tensor([0.2, 0.7]), first)
    second = step_of([-5.0], [-6.0], [-4.0], [-7.0])
    meter.add(torch.tensor([1.5]), second)
    metrics = meter.read()
    assert metrics.loss == pytest.approx(0.8)
    assert metrics.rewards_chosen == pytest.approx((1.0 + 0.0 - 0.5) / 3)
    assert metrics.rewards_rejected == pytest.approx((-0.5 + 0.0 + 0.5) / 3)
    assert metrics.rewards_margins == pytest.approx(0.5 / 3)
    assert metrics.rewards_accuracies == pytest.approx(1 / 3)
    assert metrics.logps_chosen == pytest.approx(-6.0)
    assert metrics.logps_rejected == pytest.approx(-25 / 3)
    assert meter.rewards_of_pairs() == ([1.0, 0.0, -0.5], [-0.5, 0.0, 0.5])


def test_it_keeps_no_graph() -> None:
    logps = torch.tensor([-1.0], requires_grad=True)
    meter = PairMeter(halved)
    meter.add(logps * 2, step_of(logps, logps, logps, logps))
    assert isinstance(meter.read().loss, float)


def test_nothing_counted_is_no_mean() -> None:
    with pytest.raises(ValueError, match="no pairs"):
        PairMeter(halved).read()
