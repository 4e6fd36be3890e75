"""Full fine-tuning, run by run: resumed bit for bit, lent while paused, its reference compared with what is on disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.chat.lend import borrowed
from engine.control import RunControl
from engine.events import AlarmRaised, EvaluationFinished, ReferenceChecked, RunPaused, RunStarted, StepFinished
from engine.model.keeper import ModelKeeper
from engine.plan import Dtype, RunPlan
from engine.session import run_training
from engine.storage.checkpoint import saved_steps
from tests.engine.tiny_runs import failed, finished, of_kind, resume, tiny_plan, train, train_until, write_pairs

_BOTH = ("straight", "twice")
_IDS = torch.tensor([[1, 5, 9, 11]])


@pytest.fixture
def plan(tiny_model_folder: Path, tmp_path: Path) -> RunPlan:
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    return tiny_plan(tiny_model_folder, pairs, tuning="full", r=16, learning_rate=1e-3)


def logits(folder: Path | str, dtype: torch.dtype = torch.float32) -> torch.Tensor:
    """What plain transformers makes of a model's folder."""
    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype)
    with torch.no_grad():
        return model(input_ids=_IDS).logits


def weights(run: Path) -> dict[str, torch.Tensor]:
    return load_file(run / "model" / "model.safetensors")


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_run_ends_in_a_model_that_plain_transformers_loads(plan: RunPlan, tmp_path: Path, dtype: Dtype) -> None:
    events = train(replace(plan, model=replace(plan.model, dtype=dtype)), tmp_path / "run")
    assert finished(events).adapter == str(tmp_path / "run" / "model")
    assert of_kind(events, StepFinished)[0].metrics.rewards_margins == 0.0
    started = of_kind(events, RunStarted)[0]
    assert started.trainable_parameters == started.parameters > 0
    trained = logits(tmp_path / "run" / "model", getattr(torch, dtype))
    assert not torch.allclose(trained, logits(plan.model.path, getattr(torch, dtype)), atol=1e-2)
    assert {tensor.dtype for tensor in weights(tmp_path / "run").values()} == {getattr(torch, dtype)}
    tokenizer: Any = AutoTokenizer.from_pretrained(tmp_path / "run" / "model")
    assert tokenizer("the cat")["input_ids"] == AutoTokenizer.from_pretrained(plan.model.path)("the cat")["input_ids"]
    assert not (tmp_path / "run" / "adapter").exists()
    margins = [event.metrics.rewards_margins for event in of_kind(events, EvaluationFinished)]
    assert margins[-1] != 0.0


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_stopped_and_resumed_ends_in_the_same_weights(plan: RunPlan, tmp_path: Path, dtype: Dtype) -> None:
    """In bfloat16 the float32 copies that the optimizer changes have to come back, not only the rounded weights."""
    chosen = replace(plan, model=replace(plan.model, dtype=dtype))
    finished(train(chosen, tmp_path / "straight"))
    finished(train_until(chosen, tmp_path / "twice", lambda event: isinstance(event, StepFinished) and event.step == 5))
    events = resume(tmp_path / "twice")
    finished(events)
    assert of_kind(events, RunStarted)[0].first_step == 6
    straight, twice = weights(tmp_path / "straight"), weights(tmp_path / "twice")
    assert straight.keys() == twice.keys()
    assert all(torch.equal(straight[name], twice[name]) for name in straight)
    last = [max((run / "checkpoints").iterdir()) / "trainable.safetensors" for run in map(tmp_path.joinpath, _BOTH)]
    masters = [load_file(path) for path in last]
    assert all(torch.equal(masters[0][name], masters[1][name]) for name in masters[0])


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_paused_run_lends_both_voices_and_goes_on_as_if_nothing_had_been(
    plan: RunPlan, tmp_path: Path, dtype: Dtype
) -> None:
    chosen = replace(plan, model=replace(plan.model, dtype=dtype))
    finished(train(chosen, tmp_path / "straight"))
    keeper, control = ModelKeeper(), RunControl()
    original = logits(plan.model.path, getattr(torch, dtype))
    events: list[Any] = []
    for event in run_training(chosen, tmp_path / "twice", control, keeper):
        events.append(event)
        if isinstance(event, StepFinished) and event.step == 3:
            control.pause()
        if isinstance(event, RunPaused):
            loaded = keeper.loaded
            assert loaded is not None
            said: dict[str, torch.Tensor] = {}
            for voice in ("trained", "original", "trained", "original"):
                with borrowed(loaded, voice):
                    said[voice] = loaded.generation_model(input_ids=_IDS).logits
            torch.testing.assert_close(said["original"], original)
            assert not torch.allclose(said["trained"], original, atol=1e-3)
            control.resume()
    finished(events)
    straight, twice = weights(tmp_path / "straight"), weights(tmp_path / "twice")
    assert all(torch.equal(straight[name], twice[name]) for name in straight)


def test_a_model_in_memory_that_is_not_the_one_on_disk_is_refused(plan: RunPlan, tmp_path: Path) -> None:
    """Its scores would be right only for weights that nobody can find again."""
    keeper = ModelKeeper()
    loaded = keeper.acquire(Path(plan.model.path), "cpu", "float32")
    with torch.no_grad():
        next(iter(loaded.model.parameters())).mul_(1.05)
    failure = failed(train(plan, tmp_path / "run", keeper))
    assert "already differ" in failure.message
    assert not (tmp_path / "run" / "model").exists()


def test_the_reference_is_shared_by_runs_that_train_all_weights(plan: RunPlan, tmp_path: Path, home: Path) -> None:
    finished(train(plan, tmp_path / "first"))
    cached = {path: path.stat().st_ino for path in (home / "reference_logps").rglob("*.npy")}
    other = replace(plan, training=replace(plan.training, beta=0.3))
    (card,) = of_kind(train(other, tmp_path / "second"), ReferenceChecked)
    assert card.what == "base model"
    assert cached
    assert cached == {path: path.stat().st_ino for path in (home / "reference_logps").rglob("*.npy")}


def test_of_its_large_checkpoints_only_the_newest_and_the_best_stay(plan: RunPlan, tmp_path: Path) -> None:
    training = replace(plan.training, checkpoint_every=1, evaluate_every=1, load_best_model_at_end=True, epochs=3)
    events = train(replace(plan, training=training), tmp_path / "run")
    losses = {event.step: event.metrics.loss for event in of_kind(events, EvaluationFinished)}
    best = min(losses, key=lambda step: (losses[step], step))
    steps = saved_steps(tmp_path / "run" / "checkpoints")
    assert steps == sorted({best, 11, 12})
    assert finished(events).kept_step == (best if best != 12 else 0)


def test_after_it_the_original_answers_as_itself_again(plan: RunPlan, tmp_path: Path) -> None:
    keeper = ModelKeeper()
    finished(train(plan, tmp_path / "run", keeper))
    loaded = keeper.acquire(Path(plan.model.path), "cpu", "float32")
    with torch.no_grad():
        torch.testing.assert_close(loaded.model(input_ids=_IDS).logits, logits(plan.model.path))


def test_a_rate_made_for_adapters_is_called_far_too_high(plan: RunPlan, tmp_path: Path) -> None:
    events = train(replace(plan, training=replace(plan.training, learning_rate=2e-2)), tmp_path / "run")
    alarm = next(event for event in of_kind(events, AlarmRaised) if event.alarm == "learning_rate")
    assert "all weights of a model" in alarm.what
