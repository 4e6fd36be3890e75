"""The warm-up stage: TRL's SFT makes the same of the same chosen replies, and preference learning starts from it."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

from benchmarks.sides.trl_side import in_our_order
from engine.chat.lend import borrowed
from engine.control import RunControl
from engine.events import (
    CheckpointSaved,
    EvaluationFinished,
    ReferenceChecked,
    RunFinished,
    RunPaused,
    StepFinished,
    WarmUpStepFinished,
)
from engine.model.adapter import attach_fresh_adapter
from engine.model.keeper import ModelKeeper
from engine.model.load import load_model
from engine.model.voice import Voice, speaking
from engine.plan import AdapterPlan, RunPlan, SharedPrefix, Tuning
from engine.score import PairScored, score_file
from engine.session import run_training
from engine.storage.fingerprint import hash_weights
from engine.training.preparation import read_pair_sets
from tests.engine.tiny_runs import failed, finished, of_kind, resume, stopping, tiny_plan, train, write_pairs
from tests.engine.training.test_against_trl import make_plan
from tests.engine.training.test_against_trl import write_pairs as write_conversations

_IDS = torch.tensor([[1, 5, 9, 11]])


def sft(plan: RunPlan, folder: Path) -> list[dict[str, float]]:
    """TRL's SFT on the chosen replies in our order, from our initial adapter, one dictionary a step."""
    from datasets import Dataset
    from trl import SFTConfig, SFTTrainer

    rows = [{"prompt": row["prompt"], "completion": row["chosen"]} for row in in_our_order(plan)]
    loaded = load_model(Path(plan.model.path), "cpu", "float32")
    training = plan.training
    settings: dict[str, Any] = {
        "output_dir": str(folder),
        "per_device_train_batch_size": training.batch_size,
        "learning_rate": training.warm_up_learning_rate,
        "num_train_epochs": 1,
        "warmup_steps": training.warmup_ratio,
        "lr_scheduler_type": training.schedule,
        "weight_decay": training.weight_decay,
        "max_grad_norm": training.max_grad_norm,
        "max_length": plan.data.max_length,
        "completion_only_loss": True,
        "train_sampling_strategy": "sequential",
        "use_cpu": True,
        "bf16": False,
        "gradient_checkpointing": False,
        "logging_steps": 1,
        "save_strategy": "no",
        "report_to": "none",
        "disable_tqdm": True,
        "dataloader_pin_memory": False,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trainer = SFTTrainer(
            model=attach_fresh_adapter(loaded.model, plan.adapter, training.seed)
            if not training.is_full
            else loaded.model.requires_grad_(True),
            args=SFTConfig(**settings),
            train_dataset=Dataset.from_list(rows),
            processing_class=loaded.tokenizer,
        )
        trainer.train()
    return [entry for entry in trainer.state.log_history if "grad_norm" in entry]


@pytest.mark.parametrize(
    "shared_prefix, tuning", [("off", "lora"), ("on", "lora"), ("on", "full")], ids=["two rows", "packed", "full"]
)
def test_every_step_equals_trl(
    tiny_model_folder: Path, tmp_path: Path, shared_prefix: SharedPrefix, tuning: Tuning
) -> None:
    plan = make_plan(tiny_model_folder, write_conversations(tmp_path / "pairs.jsonl", 32), 4, "linear", 1e-3)
    training = replace(
        plan.training, warm_up_epochs=1, warm_up_learning_rate=2e-3, shared_prefix=shared_prefix, tuning=tuning
    )
    plan = replace(plan, training=training, adapter=AdapterPlan() if tuning == "full" else plan.adapter)
    steps = of_kind(train(plan, tmp_path / "run"), WarmUpStepFinished)
    theirs = sft(plan, tmp_path / "trl")
    assert len(steps) == len(theirs) == 8
    assert steps[-1].loss < steps[0].loss - 0.02
    for mine, their in zip(steps, theirs, strict=True):
        assert mine.learning_rate == pytest.approx(their["learning_rate"], rel=1e-9, abs=1e-15)
        assert mine.loss == pytest.approx(their["loss"], rel=1e-4), mine.step
        assert mine.grad_norm == pytest.approx(their["grad_norm"], rel=1e-3), mine.step


@pytest.fixture(params=["lora", "full"])
def plan(request: pytest.FixtureRequest, tiny_model_folder: Path, tmp_path: Path) -> RunPlan:
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    return tiny_plan(
        tiny_model_folder,
        pairs,
        tuning=request.param,
        r=16,
        warm_up_epochs=2,
        warm_up_learning_rate=2e-3,
        learning_rate=1e-3,
        dtype="bfloat16",
    )


def logits(model: Path, trained: Path) -> torch.Tensor:
    """What plain transformers and peft make of trained weights."""
    is_adapter = (trained / "adapter_config.json").is_file()
    plain: Any = AutoModelForCausalLM.from_pretrained(model if is_adapter else trained, dtype=torch.bfloat16)
    if is_adapter:
        plain = PeftModel.from_pretrained(plain, str(trained))
    with torch.no_grad():
        return plain.eval()(input_ids=_IDS).logits


def result(run: Path) -> dict[str, torch.Tensor]:
    (file,) = [*run.glob("adapter/adapter_model.safetensors"), *run.glob("model/model.safetensors")]
    return load_file(file)


def test_preferences_are_learnt_from_the_warmed_up_model_which_is_the_reference(plan: RunPlan, tmp_path: Path) -> None:
    events = train(plan, tmp_path / "run")
    finished(events)
    (card,) = of_kind(events, ReferenceChecked)
    warmed_up = tmp_path / "run" / "warmed_up"
    assert (card.what, card.adapter_sha256) == ("warmed_up", hash_weights(warmed_up))
    assert of_kind(events, StepFinished)[0].metrics.rewards_margins == 0.0
    assert [event.step for event in of_kind(events, WarmUpStepFinished)] == list(range(1, 9))
    assert len((tmp_path / "run" / "warm_up.jsonl").read_text().splitlines()) == 8
    before: Any = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.bfloat16)
    with torch.no_grad():
        assert not torch.allclose(logits(Path(plan.model.path), warmed_up), before(input_ids=_IDS).logits, atol=1e-2)
    assert not (tmp_path / "run" / "warm_up").exists()


@pytest.mark.parametrize("after", [3, 8])
def test_stopped_while_warming_up_or_after_it_ends_in_the_same_weights(
    plan: RunPlan, tmp_path: Path, after: int
) -> None:
    finished(train(plan, tmp_path / "straight"))
    control = RunControl()
    events = run_training(plan, tmp_path / "twice", control)
    stopped = [*stopping(events, control, lambda event: isinstance(event, WarmUpStepFinished) and event.step == after)]
    assert isinstance(stopped[-1], RunFinished)
    assert stopped[-1].outcome == "stopped"
    assert not of_kind(stopped, StepFinished)
    if after == 3:
        assert of_kind(stopped, CheckpointSaved)
    again = resume(tmp_path / "twice")
    finished(again)
    assert [event.step for event in of_kind(again, WarmUpStepFinished)] == list(range(after + 1, 9))
    straight, twice = result(tmp_path / "straight"), result(tmp_path / "twice")
    assert all(torch.equal(straight[name], twice[name]) for name in straight)
    lines = [
        [json.loads(line)["loss"] for line in (tmp_path / name / "warm_up.jsonl").read_text().splitlines()]
        for name in ("straight", "twice")
    ]
    assert lines[0] == lines[1]


def test_a_paused_warm_up_lends_both_voices_and_goes_on_as_if_nothing_had_been(plan: RunPlan, tmp_path: Path) -> None:
    finished(train(plan, tmp_path / "straight"))
    keeper, control = ModelKeeper(), RunControl()
    plain: Any = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.bfloat16)
    with torch.no_grad():
        original = plain(input_ids=_IDS).logits
    events: list[Any] = []
    for event in run_training(plan, tmp_path / "twice", control, keeper):
        events.append(event)
        if isinstance(event, WarmUpStepFinished) and event.step == 5:
            control.pause()
        if isinstance(event, RunPaused):
            assert keeper.loaded is not None
            said: dict[str, torch.Tensor] = {}
            for voice in ("original", "trained", "original"):
                with borrowed(keeper.loaded, voice):
                    said[voice] = keeper.loaded.generation_model(input_ids=_IDS).logits
            torch.testing.assert_close(said["original"], original)
            assert not torch.allclose(said["trained"], original, atol=1e-2)
            control.resume()
    finished(events)
    assert [event.step for event in of_kind(events, RunPaused)] == [0]
    straight, twice = result(tmp_path / "straight"), result(tmp_path / "twice")
    assert all(torch.equal(straight[name], twice[name]) for name in straight)


def test_after_the_run_the_original_is_the_original_again(plan: RunPlan, tmp_path: Path) -> None:
    keeper = ModelKeeper()
    run = finished(train(plan, tmp_path / "run", keeper))
    loaded = keeper.acquire(Path(plan.model.path), "cpu", "bfloat16", Path(run.adapter))
    before: Any = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.bfloat16)
    with torch.no_grad(), speaking(loaded, "original"):
        torch.testing.assert_close(loaded.generation_model(input_ids=_IDS).logits, before(input_ids=_IDS).logits)


def test_a_paused_run_speaks_as_the_original_too_which_is_not_its_reference(plan: RunPlan, tmp_path: Path) -> None:
    chosen = replace(plan, model=replace(plan.model, dtype="float32"))
    keeper, control = ModelKeeper(), RunControl()
    plain: Any = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.float32)
    said: dict[Voice, torch.Tensor] = {}
    voice: Voice
    for event in run_training(chosen, tmp_path / "run", control, keeper):
        if isinstance(event, StepFinished) and event.step == 2:
            control.pause()
        if isinstance(event, RunPaused):
            assert keeper.loaded is not None
            for voice in ("trained", "original", "reference", "original", "trained"):
                with borrowed(keeper.loaded, voice):
                    said[voice] = keeper.loaded.generation_model(input_ids=_IDS).logits
            control.resume()
    warmed_up = tmp_path / "run" / "warmed_up"
    with torch.no_grad():
        torch.testing.assert_close(said["original"], plain(input_ids=_IDS).logits)
        own: Any = (
            AutoModelForCausalLM.from_pretrained(warmed_up, dtype=torch.float32)
            if plan.training.is_full
            else PeftModel.from_pretrained(plain, str(warmed_up)).eval()
        )
        torch.testing.assert_close(said["reference"], own(input_ids=_IDS).logits)
    assert not torch.allclose(said["original"], said["reference"], atol=1e-3)


def test_rewards_after_the_run_compare_with_the_warmed_up_model_as_training_did(plan: RunPlan, tmp_path: Path) -> None:
    chosen = replace(plan, model=replace(plan.model, dtype="float32"))
    events = train(chosen, tmp_path / "run")
    folder = Path(finished(events).adapter)
    last = of_kind(events, EvaluationFinished)[-1].metrics
    held_back = {pair.row for pair in read_pair_sets(chosen).evaluation}
    beta = chosen.training.beta
    scored = score_file(Path(plan.data.path), Path(plan.model.path), folder, beta, "cpu", "float32")
    margins = [one.margin for one in scored if isinstance(one, PairScored) and one.row in held_back]
    assert abs(last.rewards_margins) > 1e-3
    assert sum(margins) / len(margins) == pytest.approx(last.rewards_margins, rel=1e-3, abs=1e-5)


def test_a_warmed_up_model_that_was_changed_stops_the_resumed_run(plan: RunPlan, tmp_path: Path) -> None:
    control = RunControl()
    events = run_training(plan, tmp_path / "run", control)
    list(stopping(events, control, lambda event: isinstance(event, StepFinished)))
    config = next((tmp_path / "run" / "warmed_up").glob("*config.json"))
    config.write_text(config.read_text() + "\n")
    for path in (tmp_path / "run" / "warmed_up").glob("*config.json"):
        path.write_text(path.read_text() + "\n")
    assert "warm-up made has changed" in failed(resume(tmp_path / "run")).message


def test_data_that_was_changed_while_it_was_under_way_stops_the_resumed_run(plan: RunPlan, tmp_path: Path) -> None:
    control = RunControl()
    events = run_training(plan, tmp_path / "run", control)
    list(stopping(events, control, lambda event: isinstance(event, WarmUpStepFinished) and event.step == 3))
    data = Path(plan.data.path)
    data.write_text(data.read_text().replace("cat", "dog"))
    assert "has changed" in failed(resume(tmp_path / "run")).message


def test_a_rate_that_ruins_it_is_told_before_preferences_are_learnt(plan: RunPlan, tmp_path: Path) -> None:
    broken = replace(plan, training=replace(plan.training, warm_up_learning_rate=1e30, max_grad_norm=0.0))
    failure = failed(train(broken, tmp_path / "run"))
    assert "While warming up" in failure.message
    assert "warm_up_learning_rate" in failure.hint
