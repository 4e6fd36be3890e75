"""Simple preference optimization: no reference, likelihood per token."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.sigmoid import smoothed_logistic
from engine.preference.losses.step_logps import StepLogps


def simpo_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """-log sigmoid(beta (mean logp of chosen - mean logp of rejected) - gamma), means over tokens, [P].

    Meng et al. 2024, arXiv 2405.14734, eq. 6. The paper takes beta from 2 to 10.
    """
    margin = options.beta * (logps.chosen_mean - logps.rejected_mean) - options.simpo_gamma
    return smoothed_logistic(margin, options.label_smoothing)
