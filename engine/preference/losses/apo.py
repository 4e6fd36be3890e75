"""Anchored preference optimization: says for each reply of a pair which way its likelihood should go."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def apo_zero_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """sigmoid(-r_w) + sigmoid(r_l) with rewards r = beta log pi/ref, [P]: chosen up, rejected down.

    D'Oosterlinck et al. 2024, arXiv 2408.06266, eq. 7; for chosen replies better than the model's own.
    """
    return (-options.beta * logps.chosen_ratio).sigmoid() + (options.beta * logps.rejected_ratio).sigmoid()


def apo_down_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """sigmoid(r_w) + sigmoid(r_l - r_w) with rewards r = beta log pi/ref, [P]: both down, rejected further.

    D'Oosterlinck et al. 2024, arXiv 2408.06266, eq. 8; for chosen replies worse than the model's own.
    """
    margin = options.beta * (logps.chosen_ratio - logps.rejected_ratio)
    return (options.beta * logps.chosen_ratio).sigmoid() + (-margin).sigmoid()
