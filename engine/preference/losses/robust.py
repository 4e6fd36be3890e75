"""A loss that is unbiased when a known share of the labels is wrong."""

from __future__ import annotations

import torch
from torch.nn import functional

from engine.preference.losses.f_divergence import score_difference
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def robust_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """((1 - e) l(margin) - e l(-margin)) / (1 - 2e) with l = -log sigmoid and e < 1/2 the share of wrong labels, [P].

    Chowdhury et al. 2024, rDPO, arXiv 2403.00409, section 3. It has no lower bound for e > 0.
    """
    margin = options.beta * score_difference(logps, options)
    smoothing = options.label_smoothing
    right, wrong = -functional.logsigmoid(margin), -functional.logsigmoid(-margin)
    return ((1.0 - smoothing) * right - smoothing * wrong) / (1.0 - 2.0 * smoothing)
