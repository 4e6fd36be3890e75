"""The optimizer of the leading process: what it does to the weights, all others do to theirs."""

from __future__ import annotations

from collections.abc import Mapping

import torch

from engine.distributed.orders import MakeStep, PrepareOptimizer, TakeWeights
from engine.distributed.team import Team
from engine.plan import TrainingPlan
from engine.training.optimizer import AdapterOptimizer


class LeadingOptimizer(AdapterOptimizer):
    """Every process holds the same weights and moments, and the same gradients make the same update of them."""

    def __init__(self, parameters: Mapping[str, torch.nn.Parameter], plan: TrainingPlan, team: Team) -> None:
        super().__init__(parameters, plan)
        self._team = team
        if team.size > 1:
            # All weights are much to send, and all processes have read the same ones.
            team.lead(PrepareOptimizer(plan, {} if plan.is_full else self.weights()))

    def step(self, learning_rate: float) -> None:
        """One update with this learning rate, in all processes."""
        self._team.lead(MakeStep(learning_rate))
        super().step(learning_rate)

    def load(self, weights: Mapping[str, torch.Tensor], state: Mapping[str, torch.Tensor]) -> None:
        """Put weights and state back in all processes; raises `EngineError` when they belong to another adapter."""
        self.require_ours(weights)
        # The others first: where one of them is lost, these weights are still those of the last update.
        self._team.lead(TakeWeights(weights, state))
        super().load(weights, state)
