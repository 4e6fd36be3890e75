"""Noise contrastive alignment."""

from __future__ import annotations

import torch
from torch.nn import functional

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def nca_pair_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """-log sigmoid(r_w) - (log sigmoid(-r_w) + log sigmoid(-r_l)) / 2 with rewards r = beta log pi/ref, [P].

    Chen et al. 2024, arXiv 2402.05369, for two completions: it holds each reward near 0 by itself, so that the
    chosen reply's likelihood does not fall.
    """
    chosen, rejected = options.beta * logps.chosen_ratio, options.beta * logps.rejected_ratio
    noise = functional.logsigmoid(-chosen) + functional.logsigmoid(-rejected)
    return -functional.logsigmoid(chosen) - 0.5 * noise
