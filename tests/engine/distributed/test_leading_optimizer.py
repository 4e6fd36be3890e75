from __future__ import annotations

from typing import Any

import pytest
import torch

from engine.distributed.leading_optimizer import LeadingOptimizer
from engine.distributed.team import Alone, LostProcessError
from engine.errors import EngineError
from engine.plan import TrainingPlan


class Losing(Alone):
    """A team whose other process is gone by the time that it is told anything."""

    def lead(self, order: object) -> None:
        raise LostProcessError("A process was lost.", "Look above.")


@pytest.mark.parametrize("back", [{"a": torch.zeros(3)}, {"b": torch.zeros(3)}])
def test_weights_that_not_all_can_take_are_taken_by_none(back: dict[str, torch.Tensor]) -> None:
    """What is saved after a loss are the weights of the last update, and not those it was on its way back to."""
    weight = torch.nn.Parameter(torch.arange(3.0))
    team: Any = Losing()
    optimizer = LeadingOptimizer({"a": weight}, TrainingPlan(), team)
    with pytest.raises(LostProcessError if "a" in back else EngineError) as caught:
        optimizer.load(back, {})
    assert isinstance(caught.value, LostProcessError) == ("a" in back)
    assert weight.tolist() == [0.0, 1.0, 2.0]
