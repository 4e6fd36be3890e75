"""A run that nobody disturbs: its events in order, its folder, and what its weights depend on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.events import (
    CheckpointSaved,
    DataPrepared,
    EvaluationFinished,
    PhaseChanged,
    RunStarted,
    StepFinished,
)
from engine.model.adapter import stored_beta
from engine.model.keeper import ModelKeeper
from engine.plan import Dtype, RunPlan, SharedPrefix
from engine.plan_file import read_plan
from engine.preference.rewards import score_pairs
from engine.storage.manifest import read_manifest
from tests.engine.tiny_runs import (
    finished,
    of_kind,
    train,
)


def test_a_run_tells_its_story_in_order(plan: RunPlan, tmp_path: Path) -> None:
    events = train(plan, tmp_path / "run")
    end = finished(events)
    assert (end.outcome, end.step, end.adapter) == ("finished", 8, str(tmp_path / "run" / "adapter"))
    phases = [event.phase for event in of_kind(events, PhaseChanged)]
    assert phases == [
        "loading_model", "reading_data", "tokenizing", "choosing_path", "fitting", "scoring_reference",
        "checking_reference", "training", "evaluating", "training", "evaluating", "training", "saving",
    ]  # fmt: skip
    (prepared,) = of_kind(events, DataPrepared)
    assert (prepared.training_pairs, prepared.evaluation_pairs, prepared.left_out) == (16, 4, ())
    (started,) = of_kind(events, RunStarted)
    assert (started.first_step, started.total_steps, started.steps_per_epoch) == (1, 8, 4)
    steps = of_kind(events, StepFinished)
    assert [step.step for step in steps] == list(range(1, 9))
    assert [step.epoch for step in steps] == [step / 4 for step in range(1, 9)]
    assert steps[0].metrics.rewards_margins == 0.0
    assert steps[0].learning_rate == 0.0
    assert steps[-1].metrics.loss < steps[0].metrics.loss
    assert all(0 <= step.padding_share < 1 for step in steps)
    assert [event.step for event in of_kind(events, EvaluationFinished)] == [4, 8]
    assert [event.step for event in of_kind(events, CheckpointSaved)] == [3, 6, 8]


def test_the_folder_holds_all_that_was_promised(plan: RunPlan, tmp_path: Path) -> None:
    events = train(plan, tmp_path / "run")
    folder = tmp_path / "run"
    assert {path.name for path in folder.iterdir() if not path.name.startswith(".")} == {
        "plan.toml", "metrics.jsonl", "adapter", "checkpoints", "manifest.json", "log.txt", "margins",
    }  # fmt: skip
    assert read_plan(folder / "plan.toml") == plan
    manifest = read_manifest(folder / "manifest.json")
    assert manifest["state"] == "finished"
    assert manifest["step"] == manifest["total_steps"] == 8
    assert (manifest["device"], manifest["dtype"]) == ("cpu", "float32")
    assert len(manifest["model"]["weights_sha256"]) == len(manifest["data"]["sha256"]) == 64
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    training, evaluation = ([line for line in lines if key in line] for key in ("loss", "eval_loss"))
    steps = of_kind(events, StepFinished)
    assert [line["rewards/margins"] for line in training] == [step.metrics.rewards_margins for step in steps]
    assert [line["step"] for line in evaluation] == [4, 8]
    assert "Finished at step 8 of 8." in (folder / "log.txt").read_text()
    assert stored_beta(folder / "adapter") == plan.training.beta


def test_intervals_left_open_are_filled_in(plan: RunPlan, tmp_path: Path) -> None:
    plan = replace(plan, training=replace(plan.training, evaluate_every=0, checkpoint_every=0, epochs=4))
    events = train(plan, tmp_path / "run")
    written = read_plan(tmp_path / "run" / "plan.toml")
    assert (written.training.evaluate_every, written.training.checkpoint_every) == (2, 2)
    assert [event.step for event in of_kind(events, EvaluationFinished)] == list(range(2, 17, 2))


def test_a_plan_with_relative_paths_is_written_with_absolute_ones(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = replace(plan, data=replace(plan.data, path="pairs.jsonl"))
    finished(train(plan, tmp_path / "run"))
    assert read_plan(tmp_path / "run" / "plan.toml").data.path == str(tmp_path / "pairs.jsonl")


def test_the_saved_adapter_scores_alike_in_plain_transformers_and_peft(plan: RunPlan, tmp_path: Path) -> None:
    keeper = ModelKeeper()
    finished(train(plan, tmp_path / "run", keeper))
    loaded = keeper.loaded
    assert loaded is not None
    assert loaded.adapter == tmp_path / "run" / "adapter"
    pairs = read_preferences(Path(plan.data.path)).pairs[:5]
    tokenized = [tokenize_pair(loaded.tokenizer, pair, 96) for pair in pairs]
    ours = list(score_pairs(loaded, [pair for pair in tokenized if isinstance(pair, TokenizedPair)], beta=0.1))
    tokenizer: Any = AutoTokenizer.from_pretrained(plan.model.path)
    base: Any = AutoModelForCausalLM.from_pretrained(plan.model.path)
    plain = PeftModel.from_pretrained(base, str(tmp_path / "run" / "adapter")).eval()
    assert len(ours) == len(pairs)
    for score, pair in zip(ours, pairs, strict=True):
        messages = [message.as_dict() for message in pair.prompt]
        for reply, got in ((pair.chosen, score.logps_chosen), (pair.rejected, score.logps_rejected)):
            start = len(tokenizer.apply_chat_template(messages, add_generation_prompt=True)["input_ids"])
            whole = [*messages, *(message.as_dict() for message in reply)]
            ids = tokenizer.apply_chat_template(whole, return_tensors="pt")["input_ids"]
            with torch.no_grad():
                logps = plain(input_ids=ids).logits[0].log_softmax(dim=-1)
            expected = sum(float(logps[place - 1, ids[0, place]]) for place in range(start, ids.shape[1]))
            assert got == pytest.approx(expected, rel=1e-5)
    assert any(abs(score.margin) > 1e-3 for score in ours)


def test_the_same_plan_gives_the_same_weights_and_another_order_of_rows_too(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "one"))
    lines = Path(plan.data.path).read_text().splitlines(keepends=True)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("".join(reversed(lines)))
    finished(train(replace(plan, data=replace(plan.data, path=str(shuffled))), tmp_path / "two"))
    one, two = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("one", "two"))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_a_second_run_computes_no_reference_again(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.preference import reference

    calls: list[int] = []
    original = reference.reference_logps

    def counting(*arguments: Any) -> torch.Tensor:
        calls.append(1)
        return original(*arguments)

    monkeypatch.setattr(reference, "reference_logps", counting)
    finished(train(plan, tmp_path / "one"))
    assert len(calls) == 5  # four updates of one micro-batch each, and the held-back pairs
    gentler = replace(plan, training=replace(plan.training, beta=0.3, learning_rate=1e-4))
    finished(train(gentler, tmp_path / "two"))
    assert len(calls) == 5


@pytest.mark.parametrize(
    "asked, dtype, settled, path",
    [
        ("auto", "float32", "off", "two-padded-rows-1"),
        ("on", "float32", "on", "shared-prefix-3"),
        ("auto", "bfloat16", "on", "shared-prefix-3"),
    ],
)
def test_float32_asked_for_by_hand_takes_two_rows_a_pair(
    plan: RunPlan, tmp_path: Path, asked: SharedPrefix, dtype: Dtype, settled: str, path: str
) -> None:
    training = replace(plan.training, shared_prefix=asked, epochs=1)
    finished(train(replace(plan, model=replace(plan.model, dtype=dtype), training=training), tmp_path / "run"))
    assert read_plan(tmp_path / "run" / "plan.toml").training.shared_prefix == settled
    assert read_manifest(tmp_path / "run" / "manifest.json")["path"]["name"] == path
