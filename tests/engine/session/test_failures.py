"""What goes wrong halfway ends in an event with a sentence and leaves what was saved."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors import SafetensorError

from engine.control import RunControl
from engine.events import (
    CheckpointSaved,
    RunFailed,
    RunStarted,
    StepFinished,
)
from engine.plan import RunPlan
from engine.session import run_training
from tests.engine.tiny_runs import (
    failed,
    finished,
    of_kind,
    resume,
    train,
)


def test_a_loss_that_explodes_stops_the_run_with_the_weights_before_it(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.training import loop

    original = loop.AdapterOptimizer.clip
    norms = iter([1.0, 1.0, 1.0, float("nan")])

    def clip(self: loop.AdapterOptimizer) -> torch.Tensor:
        return original(self) * next(norms)

    monkeypatch.setattr(loop.AdapterOptimizer, "clip", clip)
    events = train(plan, tmp_path / "run")
    failure = failed(events)
    assert "gradient became infinite or no number at step 4" in failure.message
    assert "0.0025" in failure.hint
    assert [step.step for step in of_kind(events, StepFinished)] == [1, 2, 3]
    assert [saved.step for saved in of_kind(events, CheckpointSaved)] == [3]


def test_an_error_nobody_foresaw_is_still_a_sentence(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.training import loop

    def explode(*_: object) -> None:
        raise ZeroDivisionError("one by none")

    monkeypatch.setattr(loop, "learning_rate_at", explode)
    failure = failed(train(plan, tmp_path / "run"))
    assert "Traceback" not in failure.message + failure.hint
    assert "ZeroDivisionError" in failure.details
    assert "one by none" in (tmp_path / "run" / "log.txt").read_text()


@pytest.mark.parametrize(
    "error,words",
    [
        (MemoryError(), "out of memory"),
        (RuntimeError("MPS backend out of memory"), "out of memory"),
        (OSError(28, "No space left on device"), "could not be read or written"),
        (SafetensorError("I/O error: No space left on device"), "could not be read or written"),
    ],
)
def test_memory_and_disk_have_their_own_advice(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    from engine.training import assembly

    def explode(*_: object) -> None:
        raise error

    monkeypatch.setattr(assembly, "check_step_zero", explode)
    assert words in failed(train(plan, tmp_path / "run")).message


def test_a_disk_that_takes_no_log_either_still_ends_in_an_event(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.storage.run_folder import RunFolder

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RunFolder, "append_metrics", full)
    running = run_training(plan, tmp_path / "run", RunControl())
    events: list[object] = []
    for event in running:
        events.append(event)
        if isinstance(event, RunStarted):
            monkeypatch.setattr(RunFolder, "log", full)
    assert isinstance(events[-1], RunFailed)


def test_an_abandoned_run_can_be_resumed_in_the_same_process(plan: RunPlan, tmp_path: Path) -> None:
    running = run_training(plan, tmp_path / "run", RunControl())
    next(event for event in running if isinstance(event, CheckpointSaved))
    running.close()  # pyright: ignore[reportAttributeAccessIssue]
    assert finished(resume(tmp_path / "run")).outcome == "finished"
