"""Efficient exact optimization."""

from __future__ import annotations

import math

import torch
from torch.nn import functional

from engine.preference.losses.f_divergence import score_difference
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def exo_pair_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """The reverse KL divergence between sigmoid(margin) and a label of probability 1 - e, [P].

    Ji et al. 2024, arXiv 2402.00856, eq. 16 for two completions. e must be above 0; the paper takes 0.001.
    """
    margin = options.beta * score_difference(logps, options)
    smoothing = options.label_smoothing
    right = margin.sigmoid() * (functional.logsigmoid(margin) - math.log1p(-smoothing))
    wrong = (-margin).sigmoid() * (functional.logsigmoid(-margin) - math.log(smoothing))
    return right + wrong
