"""Steps of pairs for tests, from sums alone."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from engine.preference.losses.step_logps import StepLogps

Column = Sequence[float] | torch.Tensor


def step_of(
    chosen: Column,
    rejected: Column,
    reference_chosen: Column | None = None,
    reference_rejected: Column | None = None,
    chosen_tokens: Column | None = None,
    rejected_tokens: Column | None = None,
) -> StepLogps:
    """A whole step of these pairs; references are 0 and replies one token long unless said otherwise."""
    pairs = len(chosen)

    def column(values: Column | None, filling: float) -> torch.Tensor:
        return torch.as_tensor([filling] * pairs if values is None else values)

    policy, tokens = column(chosen, 0.0), column(chosen_tokens, 1.0)
    return StepLogps(
        chosen=policy,
        rejected=column(rejected, 0.0),
        reference_chosen=column(reference_chosen, 0.0),
        reference_rejected=column(reference_rejected, 0.0),
        chosen_plain=policy,
        chosen_tokens=tokens,
        rejected_tokens=column(rejected_tokens, 1.0),
        mean_chosen_tokens=float(tokens.mean()),
    )
