"""Identity preference optimization."""

from __future__ import annotations

import torch

from engine.preference.losses.f_divergence import f_score
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def ipo_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """(difference of scores per token - 1 / (2 beta))^2, [P] (Azar et al. 2023, arXiv 2310.12036, eq. 17).

    beta is the paper's tau. Dividing by the completions' lengths is not in the paper; its authors did so.
    """
    chosen = f_score(logps.chosen_ratio, options) / logps.chosen_tokens
    rejected = f_score(logps.rejected_ratio, options) / logps.rejected_tokens
    return (chosen - rejected - 1.0 / (2.0 * options.beta)).square()
