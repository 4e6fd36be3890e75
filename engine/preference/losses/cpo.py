"""Contrastive preference optimization: no reference, and imitation of the chosen replies."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.sft import sft_loss
from engine.preference.losses.sigmoid import smoothed_logistic
from engine.preference.losses.step_logps import StepLogps


def cpo_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """-log sigmoid(beta (logp of chosen - logp of rejected)) + cpo_alpha times the imitation loss, [P].

    Xu et al. 2024, arXiv 2401.08417, eq. 3 for the first part.
    """
    preference = smoothed_logistic(options.beta * (logps.chosen - logps.rejected), options.label_smoothing)
    return preference + options.cpo_alpha * sft_loss(logps, options)
