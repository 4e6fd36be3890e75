"""The logistic losses of a pair's margin."""

from __future__ import annotations

import torch
from torch.nn import functional

from engine.preference.losses.f_divergence import f_score, score_difference
from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps


def sigmoid_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """-log sigmoid(margin), [P]: Direct Preference Optimization (Rafailov et al. 2023, arXiv 2305.18290, eq. 7).

    With label smoothing e it is cDPO (Mitchell 2023): -(1 - e) log sigmoid(margin) - e log sigmoid(-margin).
    """
    return smoothed_logistic(options.beta * score_difference(logps, options), options.label_smoothing)


def sigmoid_norm_loss(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """-log sigmoid of the margin of scores per token, [P] (Lambert et al. 2024, Tulu 3, arXiv 2411.15124)."""
    chosen = f_score(logps.chosen_ratio, options) / logps.chosen_tokens
    rejected = f_score(logps.rejected_ratio, options) / logps.rejected_tokens
    return -functional.logsigmoid(options.beta * (chosen - rejected))


def smoothed_logistic(margin_P: torch.Tensor, label_smoothing: float) -> torch.Tensor:
    """The cross-entropy between sigmoid(margin) and a label that is right with probability 1 - e, [P]."""
    right = -functional.logsigmoid(margin_P)
    if not label_smoothing:
        return right
    return (1.0 - label_smoothing) * right - label_smoothing * functional.logsigmoid(-margin_P)
