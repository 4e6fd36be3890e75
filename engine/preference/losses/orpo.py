"""Odds ratio preference optimization: no reference, imitation of the chosen replies and a penalty on the odds."""

from __future__ import annotations

import torch
from torch.nn import functional

from engine.preference.losses.options import LossOptions
from engine.preference.losses.sft import sft_loss
from engine.preference.losses.step_logps import StepLogps

# From here on log(e^y - 1) is y to the last bit of a float64, and e^y may overflow a float32.
_LARGE = 40.0


def orpo_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """Imitation of the chosen replies plus beta times the odds-ratio loss, [P].

    Hong et al. 2024, arXiv 2403.07691, eq. 6; beta is the paper's lambda. Imitation counts the reply's tokens only.
    """
    return sft_loss(logps, options) + options.beta * odds_ratio_loss(logps.chosen_mean, logps.rejected_mean)


def odds_ratio_loss(chosen_mean_P: torch.Tensor, rejected_mean_P: torch.Tensor) -> torch.Tensor:
    """-log sigmoid(log odds(chosen) - log odds(rejected)), [P], odds(y) = p / (1 - p) with log p the mean given.

    Hong et al. 2024, arXiv 2403.07691, eq. 4 and 7. Written as log(1 + w / l) with the inverse odds w of chosen and l
    of rejected, so that a chosen reply of probability 1 has the loss 0 and a finite gradient.
    """
    certain = -chosen_mean_P < _LARGE
    log_rejected = _log_inverse_odds(-rejected_mean_P)
    inverse_odds = torch.expm1(torch.where(certain, -chosen_mean_P, 1.0))
    likely = torch.log1p(inverse_odds * (-log_rejected).exp())
    unlikely = functional.softplus(torch.where(certain, 0.0, -chosen_mean_P) - log_rejected)
    return torch.where(certain, likely, unlikely)


def _log_inverse_odds(surprise_P: torch.Tensor) -> torch.Tensor:
    """log((1 - p) / p) = log(e^y - 1) for y = -log p >= 0."""
    small = surprise_P < _LARGE
    return torch.where(small, torch.expm1(torch.where(small, surprise_P, 1.0)).log(), surprise_P)
