from __future__ import annotations

from pathlib import Path

import pytest

from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.storage.fingerprint import hash_data
from engine.storage.lock import only_one
from engine.storage.manifest import update_manifest
from engine.storage.resumable import why_not_resumable
from engine.storage.run_folder import RunFolder
from tests.app.run_folders import fill_checkpoint, write_run


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    data = tmp_path / "pairs.jsonl"
    data.write_text("{}\n")
    (tmp_path / "model").mkdir()
    plan = RunPlan(ModelPlan(str(tmp_path / "model")), DataPlan(str(data)))
    run = write_run(tmp_path / "run", "stopped", plan=plan)
    fill_checkpoint(run)
    update_manifest(run.manifest_path, {"data": {"sha256": hash_data(data)}})
    return run


def test_a_stopped_run_can_be_gone_on_with(run: RunFolder) -> None:
    assert why_not_resumable(run.path) == ""


def test_a_finished_one_cannot(run: RunFolder) -> None:
    update_manifest(run.manifest_path, {"state": "finished"})
    assert "finished" in why_not_resumable(run.path)


def test_one_that_somebody_works_on_cannot(run: RunFolder) -> None:
    with only_one(run.path):
        assert "another window" in why_not_resumable(run.path)


def test_weights_alone_are_no_checkpoint_to_go_on_from(run: RunFolder) -> None:
    (run.checkpoints / "step-000004" / "optimizer.safetensors").unlink()
    assert "first checkpoint" in why_not_resumable(run.path)


@pytest.mark.parametrize("is_over", [True, False])
def test_one_that_ended_in_its_warm_up_or_right_after_it_can_be_gone_on_with(run: RunFolder, *, is_over: bool) -> None:
    checkpoint = run.checkpoints / "step-000004"
    if is_over:
        run.warmed_up.mkdir()
        (checkpoint / "optimizer.safetensors").unlink()
    else:
        run.warm_up_checkpoints.mkdir()
        checkpoint.rename(run.warm_up_checkpoints / checkpoint.name)
    assert why_not_resumable(run.path) == ""


def test_its_model_and_its_data_have_to_be_there_and_the_same(run: RunFolder, tmp_path: Path) -> None:
    data = tmp_path / "pairs.jsonl"
    data.write_text("{} \n")
    assert why_not_resumable(run.path) == "pairs.jsonl has changed since the run began."
    data.unlink()
    assert "preference file is gone" in why_not_resumable(run.path)
    (tmp_path / "model").rmdir()
    assert "model is gone" in why_not_resumable(run.path)


def test_a_damaged_one_says_so(run: RunFolder) -> None:
    run.manifest_path.write_text("{")
    assert "missing or damaged" in why_not_resumable(run.path)


def test_the_plan_is_read_too(run: RunFolder) -> None:
    run.plan_path.write_text("[model]\n")
    assert why_not_resumable(run.path)
