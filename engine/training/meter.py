"""The one place where tensors become numbers."""

from __future__ import annotations

from collections.abc import Callable

import torch

from engine.events import PairMetrics
from engine.preference.losses.step_logps import StepLogps

Rewards = Callable[[StepLogps], tuple[torch.Tensor, torch.Tensor]]


class PairMeter:
    """Sums over pairs, kept on the device; reading them costs one transfer.

    `rewards` says what the rewards of chosen and rejected completions are, both [P].
    """

    def __init__(self, rewards: Rewards) -> None:
        self._rewards = rewards
        self._sums: torch.Tensor | None = None
        self._pairs = 0

    def add(self, losses_P: torch.Tensor, logps: StepLogps) -> None:
        """Count some pairs with their losses and summed log-probabilities, all [P]."""
        with torch.no_grad():
            chosen_P, rejected_P = self._rewards(logps)
            margins_P = chosen_P - rejected_P
            rows = torch.stack(
                [
                    losses_P.to(margins_P.dtype),
                    chosen_P,
                    rejected_P,
                    margins_P,
                    (margins_P > 0).to(margins_P.dtype),
                    logps.chosen,
                    logps.rejected,
                ]
            )
            sums = rows.detach().double().sum(dim=1) if rows.device.type != "mps" else rows.detach().sum(dim=1)
            self._sums = sums if self._sums is None else self._sums + sums
            self._pairs += losses_P.shape[0]

    def read(self) -> PairMetrics:
        """Means over the pairs counted so far."""
        if self._sums is None:
            raise ValueError("no pairs were counted")
        return PairMetrics(*(self._sums / self._pairs).tolist())
