"""The one place where tensors become numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import torch

from engine.events import PairMetrics
from engine.preference.losses.step_logps import StepLogps

Rewards = Callable[[StepLogps], tuple[torch.Tensor, torch.Tensor]]


class Meter(Protocol):
    """Counts what the pairs of a step came to."""

    def add(self, losses_P: torch.Tensor, logps: StepLogps) -> None:
        """Count some pairs with their losses, [P]."""
        ...

    def read(self) -> PairMetrics:
        """What those counted so far came to."""
        ...

    def rewards_of_pairs(self) -> tuple[list[float], list[float]]:
        """The rewards of each pair's chosen and rejected completion, in the order in which they were counted."""
        ...


class PairMeter:
    """Sums over pairs and each pair's own rewards, kept on the device; reading all of it costs one transfer.

    `rewards` says what the rewards of chosen and rejected completions are, both [P].
    """

    def __init__(self, rewards: Rewards) -> None:
        self._rewards = rewards
        self._sums: torch.Tensor | None = None
        self._rewards_of_pairs: list[torch.Tensor] = []
        self._pairs = 0
        self._numbers: list[float] | None = None

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
            self._rewards_of_pairs.append(torch.stack((chosen_P, rejected_P)).to(sums.dtype))
            self._pairs += losses_P.shape[0]
            self._numbers = None

    def read(self) -> PairMetrics:
        """Means over the pairs counted so far."""
        return PairMetrics(*self._read()[: -2 * self._pairs])

    def rewards_of_pairs(self) -> tuple[list[float], list[float]]:
        """The rewards of each pair's chosen and rejected completion, in the order in which they were counted."""
        numbers = self._read()
        return numbers[-2 * self._pairs : -self._pairs], numbers[-self._pairs :]

    def _read(self) -> list[float]:
        if self._sums is None:
            raise ValueError("no pairs were counted")
        if self._numbers is None:
            rewards = torch.cat(self._rewards_of_pairs, dim=1).flatten()
            self._numbers = torch.cat((self._sums / self._pairs, rewards)).tolist()
        return self._numbers
