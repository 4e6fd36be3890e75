"""Self-play preference optimization with certain labels."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def sppo_hard_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """(log pi/ref of chosen - 1/(2 beta))^2 + (log pi/ref of rejected + 1/(2 beta))^2, [P].

    Wu et al. 2024, arXiv 2405.00675, eq. 4.7 where the winner wins with probability 1; beta is 1/eta.
    """
    target = 0.5 / options.beta
    return (logps.chosen_ratio - target).square() + (logps.rejected_ratio + target).square()
