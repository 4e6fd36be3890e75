"""What to change, by hand: the cheapest first, with what each saves."""

from __future__ import annotations

from dataclasses import replace

from engine.forecast.fixes import Fix, Knobs, cheapest_fixes
from engine.forecast.memory import MemoryParts

PARTS = MemoryParts(
    program=100, weights=1000, adapter=100, gradients=100, optimizer=200, activations=600, output_head=50, allocator=200
)
KNOBS = Knobs(max_length=1024, rank=16, gradient_checkpointing="off")


def test_time_comes_before_long_replies_and_those_before_what_can_be_learnt() -> None:
    assert cheapest_fixes(PARTS, KNOBS, layers=10) == (
        Fix("training.gradient_checkpointing", "auto", 640),
        Fix("data.max_length", 512, 400),
    )
    # Where layers are computed twice anyway if need be, the next ones come.
    auto = replace(KNOBS, gradient_checkpointing="auto")
    assert cheapest_fixes(PARTS, auto, layers=10) == (Fix("data.max_length", 512, 400), Fix("adapter.r", 8, 200))


def test_what_would_hurt_or_save_nothing_is_not_offered() -> None:
    small = Knobs(max_length=256, rank=4, gradient_checkpointing="auto")
    assert cheapest_fixes(PARTS, small, layers=10) == ()
    huge = replace(PARTS, weights=10**6)
    assert cheapest_fixes(huge, KNOBS, layers=10) == ()


def test_a_whole_model_that_is_too_large_may_train_an_adapter_instead() -> None:
    whole = replace(KNOBS, trains_all=True, gradient_checkpointing="auto")
    assert cheapest_fixes(PARTS, whole, layers=10) == (
        Fix("training.tuning", "lora", 400),
        Fix("data.max_length", 512, 400),
    )
