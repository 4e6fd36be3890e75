"""Stop, pause and checkpoint, whenever they are asked for: nothing is lost, and the run goes on where it was."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from engine.control import RunControl
from engine.events import (
    CheckpointSaved,
    PhaseProgress,
    RunFinished,
    RunPaused,
    RunResumed,
    RunStarted,
    StepFinished,
)
from engine.model.keeper import ModelKeeper
from engine.plan import RunPlan
from engine.session import resume_training, run_training
from engine.storage.manifest import read_manifest
from tests.engine.tiny_runs import (
    finished,
    of_kind,
    resume,
    stopping,
    train,
    train_until,
)


def test_a_stop_saves_and_says_so(plan: RunPlan, tmp_path: Path) -> None:
    events = train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    end = finished(events)
    assert (end.outcome, end.step) == ("stopped", 4)
    assert of_kind(events, CheckpointSaved)[-1].step == 4
    assert Path(end.adapter, "adapter_model.safetensors").is_file()
    assert read_manifest(tmp_path / "run" / "manifest.json")["state"] == "stopped"


@pytest.mark.parametrize("phase", ["tokenizing", "scoring_reference"])
def test_a_stop_while_preparing_loses_nothing(plan: RunPlan, tmp_path: Path, phase: str) -> None:
    keeper = ModelKeeper()
    control = RunControl()
    running = run_training(plan, tmp_path / "run", control, keeper)
    events = list(stopping(running, control, lambda event: isinstance(event, PhaseProgress) and event.phase == phase))
    end = finished(events)
    assert (end.outcome, end.step, end.adapter) == ("stopped", 0, "")
    assert not of_kind(events, StepFinished)
    assert read_manifest(tmp_path / "run" / "manifest.json")["state"] == "stopped"
    assert keeper.loaded is None or not keeper.loaded.has_adapter
    assert finished(resume(tmp_path / "run")).step == 8


def test_a_resumed_run_that_is_stopped_while_preparing_keeps_its_step(plan: RunPlan, tmp_path: Path) -> None:
    train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    control = RunControl()
    events = list(
        stopping(
            resume_training(tmp_path / "run", control), control, lambda event: isinstance(event, PhaseProgress)
        )
    )  # fmt: skip
    end = finished(events)
    assert (end.outcome, end.step, end.adapter) == ("stopped", 4, str(tmp_path / "run" / "adapter"))
    (started,) = of_kind(resume(tmp_path / "run"), RunStarted)
    assert started.first_step == 5


def test_a_pause_waits_and_goes_on_where_it_was(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "straight"))
    control = RunControl()
    keeper = ModelKeeper()
    events: list[object] = []
    timer = None
    for event in run_training(plan, tmp_path / "run", control, keeper):
        events.append(event)
        if isinstance(event, StepFinished) and event.step == 3:
            control.pause()
        if isinstance(event, RunPaused):
            assert event.step == 3
            assert keeper.loaded is not None
            with torch.no_grad():  # somebody borrows the model
                keeper.loaded.model(input_ids=torch.tensor([[1, 5, 9]]))
            timer = threading.Timer(0.05, control.resume)
            timer.start()
    assert timer is not None
    timer.join()
    kinds = [type(event) for event in events]
    assert kinds[kinds.index(RunPaused) + 1] is RunResumed
    one, two = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("straight", "run"))
    assert all(torch.equal(one[name], two[name]) for name in one)


@pytest.mark.parametrize("paused_at", [0, 2])
def test_a_stop_while_paused_saves(plan: RunPlan, tmp_path: Path, paused_at: int) -> None:
    control = RunControl()
    events: list[object] = []
    for event in run_training(plan, tmp_path / "run", control):
        events.append(event)
        if isinstance(event, RunStarted if paused_at == 0 else StepFinished) and _step(event) == paused_at:
            control.pause()
        if isinstance(event, RunPaused):
            threading.Timer(0.02, control.stop).start()
    assert isinstance(events[-1], RunFinished)
    assert (events[-1].outcome, events[-1].step) == ("stopped", paused_at)
    assert not of_kind(events, RunResumed)
    assert of_kind(events, CheckpointSaved)[-1].step == paused_at
    assert finished(resume(tmp_path / "run")).step == 8


def _step(event: object) -> int:
    return event.step if isinstance(event, StepFinished) else 0


def test_a_checkpoint_on_request_is_made_once(plan: RunPlan, tmp_path: Path) -> None:
    control = RunControl()
    saved: list[int] = []
    for event in run_training(plan, tmp_path / "run", control):
        if isinstance(event, StepFinished) and event.step in (1, 3):  # step 3 has one anyway
            control.request_checkpoint()
        if isinstance(event, CheckpointSaved):
            saved.append(event.step)
    assert saved == [1, 3, 6, 8]
