"""Alignment by optimal transport: the step's distributions of ratios are compared, not its single pairs."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.sigmoid import smoothed_logistic
from engine.preference.losses.step_logps import StepLogps


def aot_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """The logistic loss of the sorted policy gaps less the sorted reference gaps, [P] by rank, not by pair.

    A gap is log of chosen less log of rejected. Melnyk et al. 2024, arXiv 2406.05882 (paired).
    """
    policy = (logps.chosen - logps.rejected).sort().values
    reference = (logps.reference_chosen - logps.reference_rejected).sort().values
    return smoothed_logistic(options.beta * (policy - reference), options.label_smoothing)


def aot_unpaired_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """The logistic loss of the sorted ratios of chosen less the sorted ratios of rejected replies, [P] by rank.

    Melnyk et al. 2024, arXiv 2406.05882 (unpaired).
    """
    chosen, rejected = logps.chosen_ratio.sort().values, logps.rejected_ratio.sort().values
    return smoothed_logistic(options.beta * (chosen - rejected), options.label_smoothing)
