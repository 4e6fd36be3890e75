"""Other measures of distance than the reverse KL divergence (Wang et al. 2023, arXiv 2309.16240, table 1).

Under a divergence f the implicit reward of a completion is beta f'(u) with u = pi/ref, up to a term of the prompt
alone, which cancels between chosen and rejected.
"""

from __future__ import annotations

import math

import torch
from torch.nn import functional

from engine.preference.losses.options import LossOptions
from engine.preference.losses.step_logps import StepLogps

# Below it 1 - e^x would lose digits, for x is small then.
_NEARLY_NONE = 0.01


def f_score(ratio_P: torch.Tensor, options: LossOptions) -> torch.Tensor:
    """f'(u) of log u = `ratio_P`, up to a constant, [P]: log u for reverse_kl.

    forward_kl: -1/u; js_divergence: log(2u / (1 + u)); alpha_divergence: (1 - u^-(1 - alpha)) / (1 - alpha), whose
    limits are reverse_kl at alpha 1 and forward_kl at alpha 0.
    """
    match options.f_divergence_type:
        case "forward_kl":
            return _powered(ratio_P, 0.0)
        case "js_divergence":
            return math.log(2) + functional.logsigmoid(ratio_P)
        case "alpha_divergence":
            return _powered(ratio_P, options.f_alpha_divergence_coef)
        case _:
            return ratio_P


def score_difference(logps: StepLogps, options: LossOptions) -> torch.Tensor:
    """f'(u) of chosen less f'(u) of rejected, [P]: what beta multiplies to the implicit reward's margin."""
    return f_score(logps.chosen_ratio, options) - f_score(logps.rejected_ratio, options)


def _powered(ratio_P: torch.Tensor, alpha: float) -> torch.Tensor:
    # An exponential of 100 nats is no float32 any more, while the loss it leads to may well be.
    wide = ratio_P.double() if ratio_P.device.type != "mps" else ratio_P
    rest = 1.0 - alpha
    if rest == 0.0:
        return wide
    if rest < _NEARLY_NONE:
        return -torch.expm1(-rest * wide) / rest
    # torch takes expm1's slope from its value, which loses all of it where the exponential is small.
    return (1.0 - (-rest * wide).exp()) / rest
