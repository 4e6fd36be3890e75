"""The margin loss of support vector machines."""

from __future__ import annotations

import torch

from engine.preference.losses.f_divergence import score_difference
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def hinge_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """max(0, 1 - margin), [P] (Zhao et al. 2023, SLiC, arXiv 2305.10425; on rewards as in RSO, arXiv 2309.06657)."""
    return torch.relu(1.0 - options.beta * score_difference(logps, options))
