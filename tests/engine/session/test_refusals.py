"""What may not begin or go on is refused with a sentence, and nothing is touched."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.control import RunControl
from engine.events import (
    CheckpointSaved,
    DataPrepared,
    StepFinished,
)
from engine.plan import RunPlan
from engine.plan_file import read_plan, write_plan
from engine.session import run_training
from tests.engine.tiny_runs import (
    failed,
    finished,
    of_kind,
    resume,
    train,
    train_until,
    write_pairs,
)


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_that_holds_a_run_is_refused_and_left_alone(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "run"))
    before = _contents(tmp_path / "run")
    assert "not empty" in failed(train(plan, tmp_path / "run")).message
    assert _contents(tmp_path / "run") == before


def test_a_finished_run_is_not_resumed_however_often_one_asks(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "run"))
    before = _contents(tmp_path / "run")
    for _ in range(2):
        assert "is finished" in failed(resume(tmp_path / "run")).message
    assert _contents(tmp_path / "run") == before


def test_a_folder_without_a_run_is_not_resumed(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "absent"):
        assert "is no run" in failed(resume(folder)).message
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("part", ["model", "data", "evaluation", "adapter", "device"])
def test_what_is_missing_is_told_before_a_folder_is_made(plan: RunPlan, tmp_path: Path, part: str) -> None:
    nowhere = str(tmp_path / "nowhere")
    wrong = {
        "model": replace(plan, model=replace(plan.model, path=nowhere)),
        "data": replace(plan, data=replace(plan.data, path=nowhere)),
        "evaluation": replace(plan, data=replace(plan.data, evaluation_path=nowhere)),
        "adapter": replace(plan, adapter=replace(plan.adapter, path=nowhere)),
        "device": replace(plan, model=replace(plan.model, device="cuda:31")),
    }[part]
    failure = failed(train(wrong, tmp_path / "run"))
    assert ("cuda:31" if part == "device" else "nowhere") in failure.message
    assert not (tmp_path / "run").exists()


def test_a_run_that_is_going_on_is_not_resumed_beside_itself(plan: RunPlan, tmp_path: Path) -> None:
    running = run_training(plan, tmp_path / "run", RunControl())
    next(event for event in running if isinstance(event, CheckpointSaved))
    assert "another window or command" in failed(resume(tmp_path / "run")).message
    rest = list(running)
    assert finished(rest).outcome == "finished"  # pyright: ignore[reportArgumentType]


@pytest.fixture
def stopped_run(plan: RunPlan, tmp_path: Path, tiny_model_folder: Path) -> Path:
    """A run that stopped at step 4, on a model and data of its own."""
    shutil.copytree(tiny_model_folder, tmp_path / "model")
    plan = replace(plan, model=replace(plan.model, path=str(tmp_path / "model")))
    train_until(plan, tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    return tmp_path / "run"


def _change_tokenizer(folder: Path) -> None:
    template = folder / "model" / "chat_template.jinja"
    template.write_text(template.read_text().replace("assistant", "helper"))


_CHANGES = {
    "preference file": lambda folder: write_pairs(folder / "pairs.jsonl", seed=2),
    "model": lambda folder: (folder / "model" / "config.json").write_text(
        (folder / "model" / "config.json").read_text() + "\n"
    ),
    "pairs": _change_tokenizer,
}


@pytest.mark.parametrize("what", _CHANGES)
def test_changed_data_weights_or_template_are_refused(stopped_run: Path, what: str) -> None:
    _CHANGES[what](stopped_run.parent)
    metrics = (stopped_run / "metrics.jsonl").read_bytes()
    checkpoints = _contents(stopped_run / "checkpoints")
    failure = failed(resume(stopped_run))
    assert what in failure.message
    assert "start" in failure.message
    assert _contents(stopped_run / "checkpoints") == checkpoints
    assert (stopped_run / "metrics.jsonl").read_bytes() == metrics


def test_a_run_whose_checkpoints_are_all_damaged_is_not_started_over(stopped_run: Path) -> None:
    for path in stopped_run.rglob("trainable.safetensors"):
        path.write_bytes(b"")
    before = _contents(stopped_run)
    assert "damaged" in failed(resume(stopped_run)).message
    assert _contents(stopped_run) == before


@pytest.mark.parametrize("change", [{"r": 8}, {"target_modules": ("q_proj", "up_proj")}])
def test_a_run_whose_plan_was_given_another_adapter_is_not_resumed(stopped_run: Path, change: dict[str, Any]) -> None:
    plan = read_plan(stopped_run / "plan.toml")
    write_plan(replace(plan, adapter=replace(plan.adapter, **change)), stopped_run / "plan.toml")
    checkpoints = _contents(stopped_run / "checkpoints")
    failure = failed(resume(stopped_run))
    assert "another adapter" in failure.message
    assert "[adapter]" in failure.hint
    assert _contents(stopped_run / "checkpoints") == checkpoints


def test_a_pair_longer_than_the_model_reads_is_told(plan: RunPlan, tmp_path: Path) -> None:
    words = "the cat " * 600
    Path(plan.data.path).write_text(json.dumps({"prompt": "why", "chosen": words, "rejected": "red"}) + "\n")
    plan = replace(plan, data=replace(plan.data, max_length=2048, evaluation_share=0.0))
    failure = failed(train(plan, tmp_path / "run"))
    assert "reads at most 512" in failure.message
    assert "max_length to 512" in failure.hint


def test_pairs_that_all_fall_away_are_told_with_a_reason(plan: RunPlan, tmp_path: Path) -> None:
    plan = replace(plan, data=replace(plan.data, max_length=8))
    assert "fills max_length 8" in failed(train(plan, tmp_path / "run")).message


def test_left_out_rows_are_reported_with_the_row(plan: RunPlan, tmp_path: Path) -> None:
    with Path(plan.data.path).open("a") as file:
        file.write(json.dumps({"prompt": "why " * 90, "chosen": "a", "rejected": "b"}) + "\n")
        file.write(json.dumps({"prompt": "why", "chosen": "red " * 90, "rejected": "b"}) + "\n")
    (prepared,) = of_kind(train(plan, tmp_path / "run"), DataPrepared)
    ((row, reason),) = prepared.left_out
    assert row == 21
    assert "fills max_length 96" in reason
    assert prepared.cut_rows == (22,)
    assert prepared.cut_tokens > 0
