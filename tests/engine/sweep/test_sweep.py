from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import EngineError, PlanError
from engine.plan import DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.sweep.folder import next_step, open_sweep, result_of
from engine.sweep.grid import SAMPLED_PROMPTS, sweep_points

_PLAN = RunPlan(ModelPlan("/model"), DataPlan("/pairs.jsonl"), training=TrainingPlan(beta=0.2, learning_rate=3e-5))


def test_every_beta_goes_with_every_rate_once() -> None:
    points = sweep_points(_PLAN, [0.1, 0.3, 0.1], [1e-5, 5e-5])
    assert [(point.beta, point.learning_rate) for point in points] == [
        (0.1, 1e-5),
        (0.1, 5e-5),
        (0.3, 1e-5),
        (0.3, 5e-5),
    ]
    assert len({point.name for point in points}) == 4
    for point in points:
        training = replace(_PLAN.training, beta=point.beta, learning_rate=point.learning_rate)
        assert point.plan == replace(_PLAN, training=replace(training, sample_prompts=SAMPLED_PROMPTS))


def test_what_is_not_given_is_the_plan_s() -> None:
    (point,) = sweep_points(_PLAN)
    assert (point.beta, point.learning_rate) == (0.2, 3e-5)


def test_a_value_that_cannot_be_is_refused_before_anything_runs() -> None:
    with pytest.raises(PlanError) as caught:
        sweep_points(_PLAN, [0.1, 0.0])
    assert caught.value.field == "training.beta"


def test_what_is_left_to_do_follows_from_the_folders(tmp_path: Path) -> None:
    (point,) = sweep_points(_PLAN)
    folder = tmp_path / point.name
    assert next_step(tmp_path, point) == ("start", folder)
    assert result_of(tmp_path, point).state == "waiting"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"state": "failed"}))
    assert next_step(tmp_path, point) == ("start", tmp_path / f"{point.name}-2")
    checkpoint = folder / "checkpoints" / "step-000004"
    (folder / "checkpoints" / ".step-000004.part").mkdir(parents=True)  # what a crash leaves
    assert next_step(tmp_path, point) == ("start", tmp_path / f"{point.name}-2")
    checkpoint.mkdir()
    for name in ("trainable.safetensors", "optimizer.safetensors", "state.json"):
        (checkpoint / name).touch()
    assert next_step(tmp_path, point) == ("resume", folder)
    (folder / "manifest.json").write_text(json.dumps({"state": "finished"}))
    assert next_step(tmp_path, point) == ("done", folder)


def test_a_run_that_ended_in_its_warm_up_is_gone_on_with(tmp_path: Path) -> None:
    (point,) = sweep_points(_PLAN)
    (tmp_path / point.name / "warmed_up").mkdir(parents=True)
    assert next_step(tmp_path, point) == ("resume", tmp_path / point.name)


def test_the_table_s_figures_are_those_of_the_run_s_files(tmp_path: Path) -> None:
    (point,) = sweep_points(_PLAN)
    folder = tmp_path / point.name
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"state": "finished"}))
    held_back = {"eval_loss": 0.5, "eval_rewards/margins": 0.7, "eval_rewards/accuracies": 0.75, "step": 8}
    (folder / "metrics.jsonl").write_text(json.dumps(held_back) + "\n")
    samples = [{"step": step, "samples": [{"tokens": tokens}, {"tokens": 20}]} for step, tokens in ((0, 20), (8, 10))]
    (folder / "samples.jsonl").write_text("".join(json.dumps(line) + "\n" for line in samples))
    result = result_of(tmp_path, point)
    assert (result.accuracy, result.margin, result.loss, result.length_change) == (0.75, 0.7, 0.5, -0.25)


def test_a_folder_of_another_plan_or_of_something_else_is_refused(tmp_path: Path) -> None:
    open_sweep(tmp_path / "sweep", _PLAN)
    open_sweep(tmp_path / "sweep", _PLAN)
    with pytest.raises(EngineError, match="another plan"):
        open_sweep(tmp_path / "sweep", replace(_PLAN, data=DataPlan("/others.jsonl")))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-a-friend.txt").touch()
    with pytest.raises(EngineError, match="not empty"):
        open_sweep(tmp_path / "letters", _PLAN)
