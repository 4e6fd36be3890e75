"""Kahneman-Tversky optimization: replies with a thumb up or down, none of them in pairs."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def kto_loss(
    ratio_R: torch.Tensor,
    is_desirable_R: torch.Tensor,
    mismatched_ratio_R: torch.Tensor,
    beta: float,
    desirable_weight: float = 1.0,
    undesirable_weight: float = 1.0,
) -> torch.Tensor:
    """w (1 - sigmoid(beta (ratio - z))) of desirable replies, w (1 - sigmoid(beta (z - ratio))) of others, [R].

    R replies; `ratio_R` is log pi/ref of each, `is_desirable_R` its thumb, and z the divergence of policy and
    reference, estimated as `kl_estimate` says from replies put to other prompts. Ethayarajh et al. 2024, arXiv
    2402.01306, eq. 8.
    """
    gain = beta * (ratio_R - kl_estimate(mismatched_ratio_R))
    signed = torch.where(is_desirable_R, gain, -gain)
    return torch.where(is_desirable_R, desirable_weight, undesirable_weight) * (-signed).sigmoid()


def kto_step_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """The same of a step whose replies have thumbs, [P]: up where the chosen side has tokens."""
    return kto_loss(
        logps.chosen_ratio + logps.rejected_ratio,  # one of the two is 0
        thumbs_up(logps),
        known_ratio(logps),
        options.beta,
        options.desirable_weight,
        options.undesirable_weight,
    )


def thumbs_up(logps: StepLogps) -> torch.Tensor:
    """Which replies of a step have a thumb up, [P]."""
    return logps.chosen_tokens > 0


def known_ratio(logps: StepLogps) -> torch.Tensor:
    """log pi/ref of the step's mismatched replies, [M]; a single 0 where there is no other prompt to put one to."""
    return logps.chosen.new_zeros(1) if logps.mismatched_ratio is None else logps.mismatched_ratio


def kl_estimate(mismatched_ratio_R: torch.Tensor) -> torch.Tensor:
    """max(0, mean log pi/ref of replies that belong to other prompts), a scalar without gradient (section 4.1)."""
    return mismatched_ratio_R.detach().mean().clamp_min(0.0)
