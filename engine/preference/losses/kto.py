"""Kahneman-Tversky optimization: replies with a thumb up or down, none of them in pairs."""

from __future__ import annotations

import torch


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


def kl_estimate(mismatched_ratio_R: torch.Tensor) -> torch.Tensor:
    """max(0, mean log pi/ref of replies that belong to other prompts), a scalar without gradient (section 4.1)."""
    return mismatched_ratio_R.detach().mean().clamp_min(0.0)
