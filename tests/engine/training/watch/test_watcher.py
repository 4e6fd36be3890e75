"""An alarm is raised once, not again by a resumed run, and again when a change did not help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.control import RunControl
from engine.events import AlarmRaised, Event, Remedy, RunStarted, Sample, SamplesWritten, StepFinished
from engine.plan import RunPlan, TrainingPlan
from engine.session import run_training
from engine.storage.run_folder import RunFolder
from engine.training.journal import recorded_past
from engine.training.watch.watcher import Watcher
from tests.engine.tiny_runs import finished, of_kind, resume, tiny_plan, train_until
from tests.engine.training.watch.test_alarms import EASY


@pytest.fixture
def stuck(model: Path, write: Callable[..., Path]) -> RunPlan:
    """Seven updates an epoch, at a rate that changes nothing: `stuck` after 16 and `learning_rate` at once."""
    return tiny_plan(model, write(EASY), learning_rate=1e-8, epochs=5, evaluate_every=50, checkpoint_every=50)


def alarms(events: list[Event]) -> list[tuple[int, str]]:
    return [(alarm.step, alarm.alarm) for alarm in of_kind(events, AlarmRaised)]


def test_a_resumed_run_repeats_none(stuck: RunPlan, tmp_path: Path) -> None:
    def is_late(event: Event) -> bool:
        return isinstance(event, StepFinished) and event.step == 25

    assert alarms(train_until(stuck, tmp_path / "run", is_late)) == [(0, "learning_rate"), (14, "stuck")]
    assert alarms(resume(tmp_path / "run")) == []


def test_one_that_was_not_raised_before_is_raised_by_the_resumed_run(stuck: RunPlan, tmp_path: Path) -> None:
    train_until(stuck, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 10)
    events = resume(tmp_path / "run")
    finished(events)
    assert alarms(events) == [(14, "stuck")]


def test_a_change_that_does_not_help_is_told_so(stuck: RunPlan, tmp_path: Path) -> None:
    control = RunControl()
    events: list[Event] = []
    for event in run_training(stuck, tmp_path / "run", control):
        events.append(event)
        if isinstance(event, AlarmRaised) and event.alarm == "stuck" and len(alarms(events)) == 2:
            control.apply(Remedy("", learning_rate_factor=4.0))
    assert alarms(events) == [(0, "learning_rate"), (14, "stuck"), (24, "stuck")]


def test_the_past_is_read_back_as_it_was(stuck: RunPlan, tmp_path: Path) -> None:
    events = train_until(stuck, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 5)
    past = recorded_past(RunFolder(tmp_path / "run"))
    assert [event for event in past if isinstance(event, StepFinished)] == of_kind(events, StepFinished)


def test_samples_of_a_past_are_told_once() -> None:
    watcher = Watcher(TrainingPlan())
    started = RunStarted("/run", 1, 100, 100, "cpu", "float32", 1, 10**9)

    def written(step: int, tokens: int) -> SamplesWritten:
        return SamplesWritten(step, (Sample("why?", "so", tokens, is_cut=False, preferred="yes", preferred_tokens=20),))

    seen = [started, written(0, 20), written(10, 90), written(20, 100)]
    raised = [alarm.alarm for event in seen for alarm in watcher.see(event)]
    assert raised == ["length_drift"]
