"""Binary classifier optimization on pairs."""

from __future__ import annotations

import torch
from torch.nn import functional

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def bco_pair_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """-log sigmoid(r_w) - log sigmoid(-r_l) with rewards r = beta log pi/ref, [P].

    Jung et al. 2024, arXiv 2404.04656, with a reward shift of 0, as TRL has it.
    """
    chosen, rejected = options.beta * logps.chosen_ratio, options.beta * logps.rejected_ratio
    return -functional.logsigmoid(chosen) - functional.logsigmoid(-rejected)
