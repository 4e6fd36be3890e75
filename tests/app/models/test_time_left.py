from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.models.time_left import RunLength, TimeLeft


class SimulatedRun:
    """A run on a simulated clock: steps, evaluations and checkpoints take their time."""

    def __init__(self, length: RunLength, step_seconds: float, evaluation_seconds: float, spread: float = 0.0) -> None:
        self.length = length
        self.chance = random.Random(5)
        self.step_seconds, self.evaluation_seconds, self.spread = step_seconds, evaluation_seconds, spread
        self.now = 100.0
        self.training_seconds = 7.0 if length.first_step > 1 else 0.0
        self.step = length.first_step - 1
        self.estimate = TimeLeft(length, self.now)

    def advance(self) -> None:
        seconds = self.step_seconds * self.chance.uniform(1 - self.spread, 1 + self.spread)
        self.step += 1
        self.now += seconds
        self.training_seconds += seconds
        self.estimate.step_finished(self.step, self.training_seconds, self.now)
        self.now += 0.1 * self.step_seconds  # a checkpoint, the window
        if self.step in self.length.evaluation_steps:
            self.estimate.evaluation_started(self.now)
            self.now += self.evaluation_seconds
            self.estimate.evaluation_finished(self.now)

    def true_seconds_left(self) -> float:
        began = self.now
        while self.step < self.length.total_steps:
            self.advance()
        return self.now - began


def length(total: int = 300, pairs: int = 40, first: int = 1, every: int = 0) -> RunLength:
    return RunLength(first, total, every, pairs, batch_size=8)


def test_nothing_is_said_before_the_first_step() -> None:
    assert TimeLeft(length(), 0.0).left() is None


def test_a_trial_beforehand_counts_until_the_first_step() -> None:
    estimate = TimeLeft(replace(length(total=20, pairs=0), tried_step_seconds=3.0), 0.0)
    assert estimate.left() == 60.0
    estimate.step_finished(1, 1.0, 1.0)
    assert estimate.left() == pytest.approx(19.0)


@pytest.mark.parametrize("first", [1, 121])
@pytest.mark.parametrize("step_seconds, evaluation_seconds", [(1.0, 2.0), (0.2, 5.0), (6.0, 30.0)])
def test_right_within_a_fifth_after_a_minute(step_seconds: float, evaluation_seconds: float, first: int) -> None:
    run = SimulatedRun(length(first=first), step_seconds, evaluation_seconds, spread=0.5)
    while run.now < 160.0:
        run.advance()
    estimate = run.estimate.left()
    assert estimate == pytest.approx(run.true_seconds_left(), rel=0.2)


def test_a_slower_machine_is_noticed_within_a_minute() -> None:
    run = SimulatedRun(length(total=1000, pairs=0), 0.5, 0.0)
    for _ in range(300):
        run.advance()
    run.step_seconds = 1.5
    for _ in range(60):
        run.advance()
    assert run.estimate.left() == pytest.approx(run.true_seconds_left(), rel=0.2)


def test_nothing_is_left_at_the_end() -> None:
    run = SimulatedRun(length(total=20), 1.0, 1.0)
    run.true_seconds_left()
    assert run.estimate.left() == pytest.approx(0.0)


def test_evaluations_fall_where_the_engine_puts_them() -> None:
    assert length(total=20, every=8).evaluation_steps == [8, 16, 20]
    assert length(total=16, every=8).evaluation_steps == [8, 16]
    assert length(total=80, pairs=0).evaluation_steps == []
    assert length(total=80).evaluation_steps == list(range(10, 81, 10))


def test_samples_count_by_their_own_times_not_by_the_steps_between() -> None:
    run = replace(length(total=100, pairs=0), sample_prompts=2, sample_every=20)
    estimate = TimeLeft(run, 0.0)
    estimate.sampling_started(0.0)
    estimate.sampling_finished(6.0)  # before the first step: five more are to come, the last one after the last step
    estimate.step_finished(1, 1.0, 7.0)
    assert estimate.left() == pytest.approx(99 * 1.0 + 5 * 6.0)
    estimate.step_finished(20, 20.0, 26.0)
    estimate.sampling_started(26.0)
    estimate.sampling_finished(28.0)
    assert estimate.left() == pytest.approx(80 * 1.0 + 4 * 4.0)


def test_an_evaluation_that_is_due_is_still_to_come() -> None:
    estimate = TimeLeft(length(total=2, pairs=8, every=1), 0.0)
    estimate.step_finished(1, 1.0, 1.0)
    estimate.evaluation_started(1.0)
    estimate.evaluation_finished(6.0)
    estimate.step_finished(2, 2.0, 7.0)
    assert estimate.left() == pytest.approx(5.0)
