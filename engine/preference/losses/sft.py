"""Supervised fine-tuning on the chosen replies, as an addition to another loss or by itself."""

from __future__ import annotations

import torch

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def sft_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:  # noqa: ARG001  # it reads none
    """Each pair's share of the mean negative log-probability of the step's chosen tokens, [P].

    Only the mean over all pairs of a step has a meaning: every token weighs the same there, whoever's reply it is in.
    It is the second term of RPO (Pang et al. 2024, arXiv 2404.19733, eq. 1, which divides by each reply's own length).
    """
    return -logps.chosen_plain / logps.mean_chosen_tokens
