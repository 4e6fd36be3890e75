"""What a run on thumbs refuses, tells, and goes on with."""

from __future__ import annotations

import json
import math
from array import array
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.data.batch import arrange_updates
from engine.data.mismatched import put_to_other_prompts
from engine.data.tokenize import TokenizedPair
from engine.errors import PlanError
from engine.events import DataPrepared, EvaluationFinished, StepFinished
from engine.plan import DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.plan_file import read_plan, write_plan
from engine.preference.losses.thumb_balance import balance_advice
from engine.storage.manifest import read_manifest
from tests.engine.tiny_runs import failed, finished, of_kind, resume, train, train_until, write_pairs
from tests.engine.training.test_resume import assert_same
from tests.engine.training.thumbs import thumbs_plan, write_thumbs


def thumb(row: int, prompt: list[int], reply: list[int], *, up: bool = True) -> TokenizedPair:
    told, nothing = array("i", reply), array("i")
    return TokenizedPair(row, array("i", prompt), told if up else nothing, nothing if up else told)


def test_each_prompt_gets_the_reply_before_it() -> None:
    group = [thumb(1, [1], [7, 8]), thumb(2, [2, 2], [9], up=False), thumb(3, [3], [5])]
    (found,) = put_to_other_prompts([group], 3)
    told = [(list(each.prompt_ids), list(each.chosen_ids), list(each.rejected_ids)) for each in found]
    assert told == [([1], [5], []), ([2, 2], [7], []), ([3], [9], [])], "cut at three tokens in all"


def test_a_last_reply_alone_borrows_from_the_update_before_it_and_a_single_one_goes_without() -> None:
    """TRL puts such a reply to its own prompt, and then compares it with itself."""
    first, second, third = thumb(1, [1], [7]), thumb(2, [2], [8]), thumb(3, [3], [9])
    _, (borrowed,) = put_to_other_prompts([[first, second], [third]], 99)
    assert (list(borrowed.prompt_ids), list(borrowed.chosen_ids)) == ([3], [8])
    assert put_to_other_prompts([[first]], 99) == [[]]


def test_replies_that_are_put_to_other_prompts_do_not_count_as_the_update_s() -> None:
    thumbs = [thumb(row, [row], [row, row]) for row in range(1, 8)]
    updates = arrange_updates(thumbs, 3, 10**6, seed=4, mismatch_up_to=99)
    assert [update.pair_count for update in updates] == [3, 3, 1]
    assert [sum(len(part.pairs) for part in update.mismatched) for update in updates] == [3, 3, 1]


@pytest.mark.parametrize("up, down, weights, says", [
    (10, 10, (1.0, 1.0), ""),
    (40, 30, (1.0, 1.0), ""),  # exactly 4/3
    (100, 20, (1.0, 1.0), "undesirable_weight from 3.75 to 5.00"),
    (20, 100, (1.0, 1.0), "desirable_weight from 5.00 to 6.67"),
    (20, 100, (5.5, 1.0), ""),
    (20, 0, (1.0, 1.0), ""),
])  # fmt: skip
def test_the_balance_that_the_paper_advises(up: int, down: int, weights: tuple[float, float], says: str) -> None:
    advice = balance_advice(up, down, *weights)
    assert (advice == "") == (says == "")
    assert says in advice


@pytest.mark.parametrize("changes, field", [
    ({"training": {"batch_size": 1}}, "training.batch_size"),
    ({"training": {"warm_up_epochs": 1}}, "training.warm_up_epochs"),
    ({"training": {"shared_prefix": "on"}}, "training.shared_prefix"),
    ({"training": {"loss_type": ("sigmoid",)}, "data": {"thumbs_from_pairs": True}}, "data.thumbs_from_pairs"),
])  # fmt: skip
def test_what_does_not_go_with_thumbs_is_refused_by_its_name(changes: dict[str, Any], field: str) -> None:
    training: dict[str, Any] = {"loss_type": ("kto",), **changes["training"]}
    with pytest.raises(PlanError) as caught:
        RunPlan(
            ModelPlan(path="m"),
            DataPlan(path="d", **changes.get("data", {})),
            training=TrainingPlan(**training),
        )
    assert caught.value.field == field


def test_pairs_are_refused_unless_the_plan_says_how_to_use_them(tiny_model_folder: Path, tmp_path: Path) -> None:
    plan = thumbs_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"))
    failure = failed(train(plan, tmp_path / "run"))
    assert "data.thumbs_from_pairs" in failure.message
    assert not (tmp_path / "run").exists(), "refused before anything was made"
    said = replace(plan, data=replace(plan.data, thumbs_from_pairs=True))
    (prepared,) = of_kind(train(said, tmp_path / "run"), DataPrepared)
    assert (prepared.training_pairs, prepared.thumbs_up, prepared.thumbs_down) == (40, 20, 20)


def test_a_file_of_thumbs_is_refused_by_a_loss_of_pairs_with_a_way_out(tiny_model_folder: Path, tmp_path: Path) -> None:
    data = write_thumbs(tmp_path / "thumbs.jsonl", 12)
    failure = failed(train(thumbs_plan(tiny_model_folder, data, loss_type=("sigmoid",)), tmp_path / "run"))
    assert "kto" in failure.hint


@pytest.mark.parametrize("dropout", [0.0, 0.1])
def test_a_resumed_run_on_thumbs_equals_one_that_went_through(
    tiny_model_folder: Path, tmp_path: Path, dropout: float
) -> None:
    data = write_thumbs(tmp_path / "thumbs.jsonl", 25)
    plan = thumbs_plan(tiny_model_folder, data, share=0.2, epochs=2, evaluate_every=3, checkpoint_every=2)
    plan = replace(plan, adapter=replace(plan.adapter, dropout=dropout))
    events = train(plan, tmp_path / "straight")
    finished(events)
    for event in of_kind(events, EvaluationFinished):
        metrics = event.metrics
        assert metrics.kl >= 0.0
        assert metrics.rewards_margins == pytest.approx(metrics.rewards_chosen - metrics.rewards_rejected)
    train_until(plan, tmp_path / "twice", lambda event: isinstance(event, StepFinished) and event.step == 4)
    finished(resume(tmp_path / "twice"))
    assert_same(tmp_path / "straight", tmp_path / "twice")


def test_a_second_run_on_the_same_thumbs_finds_the_original_s_scores(
    tiny_model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DPO_STUDIO_HOME", str(tmp_path / "home"))
    plan = thumbs_plan(tiny_model_folder, write_thumbs(tmp_path / "thumbs.jsonl", 12), share=0.3)
    finished(train(plan, tmp_path / "one"))
    cache = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "home" / "reference_logps").iterdir()}
    assert cache
    finished(train(replace(plan, training=replace(plan.training, beta=0.3)), tmp_path / "two"))
    assert set(cache) == {path.name for path in (tmp_path / "home" / "reference_logps").iterdir()}


def test_thumbs_of_one_kind_train_without_what_they_have_no_number_for(tiny_model_folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "up.jsonl"
    rows = [{"prompt": f"the cat {index}?", "completion": "on a mat", "label": True} for index in range(8)]
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    events = train(thumbs_plan(tiny_model_folder, data), tmp_path / "run")
    finished(events)
    assert all(math.isnan(step.metrics.rewards_rejected) for step in of_kind(events, StepFinished))
    lines = [json.loads(line) for line in (tmp_path / "run" / "metrics.jsonl").read_text().splitlines()]
    assert lines
    assert all("rewards/rejected" not in line and "rewards/margins" not in line for line in lines)
    assert "shares its prompt with no other" in read_manifest(tmp_path / "run" / "manifest.json")["path"]["reason"]


def test_a_plan_for_thumbs_is_written_and_read_back(tmp_path: Path) -> None:
    plan = RunPlan(
        ModelPlan(path=str(tmp_path)),
        DataPlan(path=str(tmp_path / "d"), thumbs_from_pairs=True),
        training=TrainingPlan(loss_type=("kto",), desirable_weight=1.2, undesirable_weight=0.8),
    )
    write_plan(plan, tmp_path / "plan.toml")
    assert read_plan(tmp_path / "plan.toml") == plan
