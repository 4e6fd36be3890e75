"""What is tried, in which order, and what a run remembers of it."""

from __future__ import annotations

import pytest

from engine.errors import EngineError
from engine.plan import TrainingPlan
from engine.training.fit import Fit, fits_to_try, recorded_fit

AUTO = TrainingPlan()


def test_portions_are_halved_down_to_the_longest_pair_before_layers_are_computed_again() -> None:
    tokens = [1024, 512, 256]
    assert fits_to_try(AUTO, "cpu", 300, may_recompute=True) == tuple(
        Fit(each, again) for again in (False, True) for each in tokens
    )
    assert fits_to_try(AUTO, "cpu", 300, may_recompute=False) == tuple(Fit(each) for each in tokens)
    assert fits_to_try(AUTO, "cpu", 5000, may_recompute=False) == (Fit(1024),)


def test_the_plan_has_the_first_word() -> None:
    assert fits_to_try(TrainingPlan(micro_batch_tokens=400), "cuda", 300, may_recompute=False) == (Fit(400), Fit(200))
    again = TrainingPlan(gradient_checkpointing="on")
    assert all(fit.gradient_checkpointing for fit in fits_to_try(again, "cpu", 300, may_recompute=True))
    never = TrainingPlan(gradient_checkpointing="off")
    assert not any(fit.gradient_checkpointing for fit in fits_to_try(never, "cpu", 300, may_recompute=True))
    with pytest.raises(EngineError, match="gradient_checkpointing"):
        fits_to_try(again, "cpu", 300, may_recompute=False)


def test_a_run_goes_on_as_it_began() -> None:
    assert recorded_fit({}) is None
    assert recorded_fit({"fit": {"micro_batch_tokens": 300, "gradient_checkpointing": True}}) == Fit(300, True)
    assert recorded_fit({"micro_batch_tokens": 1024}) == Fit(1024)  # from before there was a choice
