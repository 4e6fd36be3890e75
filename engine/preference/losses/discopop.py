"""The loss that a language model discovered."""

from __future__ import annotations

import torch
from torch.nn import functional

from engine.preference.losses.f_divergence import score_difference
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def discopop_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """(1 - k) log(1 + e^-m) + k e^-m with margin m and blend k = sigmoid(m / tau), [P].

    Lu et al. 2024, arXiv 2406.08414, eq. 5 (log-ratio modulated loss). Its second part is taken as one exponential,
    since e^-m alone overflows where k makes it vanish.
    """
    margin = options.beta * score_difference(logps, options)
    tempered = margin / options.discopop_tau
    logistic = -functional.logsigmoid(margin) * (-tempered).sigmoid()
    return logistic + (functional.logsigmoid(tempered) - margin).exp()
