"""A run ends when held-back pairs get no better, with the checkpoint that was the best."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from engine.errors import PlanError
from engine.events import CheckpointSaved, EvaluationFinished, Event, StepFinished
from engine.export.card import model_card, read_run_facts
from engine.plan import RunPlan
from engine.storage.run_folder import RunFolder
from tests.engine.tiny_runs import finished, of_kind, resume, tiny_plan, train, train_until


@pytest.fixture
def make_plan(tiny_model_folder: Path, tmp_path: Path) -> Callable[..., RunPlan]:
    """Pairs whose held-back ones want the opposite, so that every evaluation is worse than the one before."""
    pairs = [{"prompt": f"why {n}?", "chosen": "the sun is red.", "rejected": "your dog."} for n in range(16)]
    opposite = [{"prompt": f"who {n}?", "chosen": "your dog.", "rejected": "the sun is red."} for n in range(4)]
    for name, lines in (("pairs", pairs), ("opposite", opposite)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))

    def make_plan(**changes: Any) -> RunPlan:
        fixed = {"evaluation_path": str(tmp_path / "opposite.jsonl"), "evaluate_every": 2, "checkpoint_every": 3}
        return tiny_plan(tiny_model_folder, tmp_path / "pairs.jsonl", **{**fixed, "epochs": 5, **changes})

    return make_plan


def losses(events: list[Event]) -> dict[int, float]:
    return {event.step: event.metrics.loss for event in of_kind(events, EvaluationFinished)}


def kept(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(folder / "adapter" / "adapter_model.safetensors")


def test_the_run_ends_early_with_the_best_checkpoint(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    events = train(make_plan(early_stopping_patience=2), tmp_path / "run")
    found = losses(events)
    assert list(found) == [2, 4, 6]
    assert found[2] < found[4] < found[6]
    end = finished(events)
    assert (end.outcome, end.step, end.kept_step) == ("finished", 6, 2)
    assert 2 in [event.step for event in of_kind(events, CheckpointSaved)]  # though checkpoints are due at 3 and 6
    train_until(make_plan(), tmp_path / "two", lambda event: isinstance(event, StepFinished) and event.step == 2)
    one, other = kept(tmp_path / "run"), kept(tmp_path / "two")
    assert all(torch.equal(one[name], other[name]) for name in one)
    log = (tmp_path / "run" / "log.txt").read_text(encoding="utf-8")
    assert "2 evaluations in a row were no better" in log


@pytest.mark.parametrize("stop_at", [3, 5, 6])
def test_a_resumed_run_ends_at_the_same_place(make_plan: Callable[..., RunPlan], tmp_path: Path, stop_at: int) -> None:
    plan = make_plan(early_stopping_patience=2)
    train(plan, tmp_path / "straight")
    train_until(plan, tmp_path / "twice", lambda event: isinstance(event, StepFinished) and event.step == stop_at)
    end = finished(resume(tmp_path / "twice"))
    assert (end.outcome, end.step, end.kept_step) == ("finished", 6, 2)
    one, other = kept(tmp_path / "straight"), kept(tmp_path / "twice")
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_a_run_may_go_to_its_end_and_keep_the_best_all_the_same(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    end = finished(train(make_plan(load_best_model_at_end=True, epochs=2), tmp_path / "run"))
    assert (end.outcome, end.step, end.kept_step) == ("finished", 8, 2)


def test_without_either_the_last_weights_stay(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    end = finished(train(make_plan(epochs=2), tmp_path / "run"))
    assert (end.step, end.kept_step) == (8, 0)


def test_a_run_that_gets_better_is_left_alone(
    make_plan: Callable[..., RunPlan], tiny_model_folder: Path, tmp_path: Path
) -> None:
    plan = make_plan(early_stopping_patience=1, evaluation_path="", evaluation_share=0.25)
    end = finished(train(plan, tmp_path / "run"))
    assert (end.step, end.kept_step) == (15, 0)


def test_the_best_may_be_told_by_another_measure(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    """Accuracy stays 0 from the first evaluation on: none is better, and the first of equals is kept."""
    end = finished(train(make_plan(early_stopping_patience=2, metric_for_best_model="accuracy"), tmp_path / "run"))
    assert (end.step, end.kept_step) == (6, 2)


def test_the_model_card_says_which_checkpoint_it_is(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    train(make_plan(early_stopping_patience=2), tmp_path / "run")
    card = model_card(read_run_facts(RunFolder(tmp_path / "run")))
    assert "after step 2." in card
    assert "The run ended after update 6 of 20; the adapter is its best checkpoint, of update 2." in card


@pytest.mark.parametrize("key", ["early_stopping_patience", "load_best_model_at_end"])
def test_it_is_refused_where_nothing_is_held_back(make_plan: Callable[..., RunPlan], key: str) -> None:
    with pytest.raises(PlanError) as refused:
        make_plan(evaluation_path="", evaluation_share=0.0, **{key: True})
    assert refused.value.field == f"training.{key}"
