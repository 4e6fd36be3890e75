from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from engine.distributed.team import LostProcessError
from engine.events import CheckpointSaved, Event, PairMetrics, RunAmended, StepFinished
from engine.storage.checkpoint import Counters
from engine.training.loop import Ending
from engine.training.rescue import saved_when_lost


def step(number: int) -> StepFinished:
    return StepFinished(
        number, 9, 0.1, PairMetrics(*(0.0,) * 7), 1.0, 1e-3, 100 * number, 1.0, 1.0, 1, 0.0, 2.0 * number
    )


def training(*events: Event, is_lost: bool = True) -> Generator[Event, None, Ending]:
    yield from events
    if is_lost:
        raise LostProcessError("A process was lost.", "Look above.")
    return Ending(Counters(1, 100, 2.0), 1, is_over=True, why="")


def run(events: Generator[Event, None, Ending]) -> tuple[list[Counters], list[Event], Exception | None]:
    saved: list[Counters] = []
    seen: list[Event] = []

    def save(counters: Counters) -> CheckpointSaved:
        saved.append(counters)
        return CheckpointSaved(counters.step, f"step-{counters.step}")

    try:
        seen.extend(saved_when_lost(events, save, Path("run")))
    except LostProcessError as error:
        return saved, seen, error
    return saved, seen, None


def test_what_was_learnt_since_the_last_checkpoint_is_saved() -> None:
    saved, seen, error = run(training(step(1), CheckpointSaved(1, "step-1"), step(2), step(3)))
    assert saved == [Counters(3, 300, 6.0)]
    assert seen[-1] == CheckpointSaved(3, "step-3")
    assert "saved in step-3" in str(error)
    assert "resume run" in str(error)


@pytest.mark.parametrize(
    "events",
    [
        (step(1), CheckpointSaved(1, "step-1")),
        (CheckpointSaved(1, "step-1"), step(2), RunAmended(1, "Went back.", 0.5, undone_to=2)),
    ],
)
def test_a_step_that_is_saved_or_undone_is_not_saved_again(events: Any) -> None:
    saved, _, error = run(training(*events))
    assert not saved
    assert "saved in step-1" in str(error)


def test_without_any_update_there_is_nothing_to_save() -> None:
    saved, _, error = run(training())
    assert not saved
    assert "No update was made yet." in str(error)


def test_training_that_ends_well_goes_through_unchanged() -> None:
    assert run(training(step(1), is_lost=False)) == ([], [step(1)], None)
