from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.run_thread import EngineThread
from app.models.past_run import newest_run, read_past_run
from app.models.run import RunModel
from app.models.run_state import RunState
from app.models.run_words import time_words
from engine.events import RunFailed, RunFinished, Sample, SamplesWritten, WarmUpStepFinished
from engine.storage.manifest import update_manifest
from engine.training.journal import record
from tests.app.fake_engine import evaluated, step_finished, wake_fake_engine
from tests.app.run_folders import PLAN, write_run


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[RunModel]:
    thread = EngineThread(wake=wake_fake_engine)
    yield RunModel(thread)
    thread.shut_down()


def test_the_same_events_come_back(tmp_path: Path) -> None:
    past = read_past_run(write_run(tmp_path / "run", "finished"))
    assert past is not None
    assert past.plan == PLAN
    assert past.steps == (*(step_finished(n, 10) for n in range(1, 5)), evaluated(4, 10), *past.steps[-2:])
    assert past.steps[-1] == step_finished(6, 10)
    assert past.started is not None
    assert past.started.total_steps == 10
    assert past.saved_step == 4


def test_a_finished_run_can_be_compared_again(tmp_path: Path, model: RunModel) -> None:
    run = write_run(tmp_path / "run", "finished")
    past = read_past_run(run)
    assert past is not None
    model.restore(past)
    assert model.state is RunState.FINISHED
    assert model.adapter == run.adapter
    assert not model.can_resume
    assert model.curves.training.loss.steps.tolist() == [1, 2, 3, 4, 5, 6]
    assert model.curves.held_back.loss.steps.tolist() == [4]


def test_samples_and_the_step_that_was_kept_come_back_too(tmp_path: Path, model: RunModel) -> None:
    run = write_run(tmp_path / "run", "finished")
    update_manifest(run.manifest_path, {"step": 4, "last_step": 6})
    written = SamplesWritten(4, (Sample("why?", "so", 1, is_cut=False, preferred="yes", preferred_tokens=1),))
    record(written, run)
    past = read_past_run(run)
    assert past is not None
    model.restore(past)
    assert model.watch.samples == [written]
    assert model.finished is not None
    assert model.finished.kept_step == 4
    assert model.last_evaluation == evaluated(4, 10)


@pytest.mark.parametrize("state", ["stopped", "running"])
def test_a_stopped_run_and_one_that_lost_power_can_be_resumed(tmp_path: Path, model: RunModel, state: str) -> None:
    past = read_past_run(write_run(tmp_path / "run", state, adapter=state == "stopped"))
    assert past is not None
    assert isinstance(past.end, RunFinished)
    assert past.end.outcome == "stopped"
    model.restore(past)
    assert model.can_resume
    assert (model.adapter is not None) == (state == "stopped")


def test_a_failed_run_says_again_what_happened(tmp_path: Path, model: RunModel) -> None:
    run = write_run(tmp_path / "run", "failed")
    update_manifest(run.manifest_path, {"error": {"message": "The disk is full.", "hint": "Make room."}})
    past = read_past_run(run)
    assert past is not None
    assert past.end == RunFailed("The disk is full.", "Make room.", "")
    model.restore(past)
    assert model.state is RunState.FAILED
    assert model.can_resume


def test_a_run_that_ended_in_its_warm_up_can_be_gone_on_with(tmp_path: Path, model: RunModel) -> None:
    run = write_run(tmp_path / "run", "stopped", steps=0, adapter=False)
    assert read_past_run(run) is None
    record(WarmUpStepFinished(3, 8, 2.25, 1.0, 1e-4, 300, 1.5), run)
    saved = run.warm_up_checkpoints / "step-000003"
    saved.mkdir(parents=True)
    for name in ("trainable.safetensors", "optimizer.safetensors", "state.json"):
        (saved / name).touch()
    past = newest_run(tmp_path)
    assert past is not None
    model.restore(past)
    assert model.can_resume
    assert (model.phase.done, model.phase.total) == (3, 8)
    assert time_words(model) == "saved in its warm-up"


def test_the_newest_readable_run_wins(tmp_path: Path) -> None:
    write_run(tmp_path / "20260101-000000-old", "finished")
    write_run(tmp_path / "20260102-000000-newer", "finished")
    write_run(tmp_path / "20260103-000000-no-step", "stopped", steps=0)
    (tmp_path / "20260104-000000-empty").mkdir()
    damaged = write_run(tmp_path / "20260105-000000-damaged", "finished")
    damaged.metrics_path.write_text(json.dumps({"loss": "high", "step": 1}) + "\n", encoding="utf-8")
    past = newest_run(tmp_path)
    assert past is not None
    assert past.folder.name == "20260102-000000-newer"


def test_no_runs_is_none(tmp_path: Path) -> None:
    assert newest_run(tmp_path / "nowhere") is None


def test_a_run_under_way_is_not_replaced(tmp_path: Path, model: RunModel) -> None:
    past = read_past_run(write_run(tmp_path / "run", "finished"))
    assert past is not None
    model.state = RunState.RUNNING
    model.restore(past)
    assert model.state is RunState.RUNNING
    model.state = RunState.IDLE
