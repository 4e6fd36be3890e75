"""What is changed about a run while it runs is written down, counts from the next update, and is replayed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from engine.control import RunControl
from engine.events import CheckpointSaved, Event, Remedy, RunAmended, RunFinished, RunPaused, RunStarted, StepFinished
from engine.plan import RunPlan
from engine.session import resume_training, run_training
from engine.storage.amendments import Amendment, read_amendments
from engine.storage.manifest import read_manifest
from engine.training.watch.alarm import HALVE, KEEP_BEST
from tests.engine.tiny_runs import finished, of_kind, resume, tiny_plan, train, train_until, write_pairs

GO_BACK = Remedy("", learning_rate_factor=0.5, goes_back=True)


@pytest.fixture
def make_plan(tiny_model_folder: Path, tmp_path: Path) -> Callable[..., RunPlan]:
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    return lambda **changes: tiny_plan(tiny_model_folder, pairs, **changes)


def amended(plan: RunPlan, folder: Path, remedies: dict[int, Remedy], stop_at: int = 0) -> list[Event]:
    """All events of a run that is given remedies after some of its updates, and perhaps stopped."""

    def following() -> Iterator[Event]:
        control = RunControl()
        waiting = dict(remedies)  # an update that was undone comes again
        for event in run_training(plan, folder, control):
            if isinstance(event, StepFinished):
                if event.step in waiting:
                    control.apply(waiting.pop(event.step))
                if event.step == stop_at:
                    control.stop()
            yield event

    return list(following())


def weights(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(folder / "adapter" / "adapter_model.safetensors")


def metrics(folder: Path) -> list[dict[str, Any]]:
    clocks = {"seconds", "pairs_per_second", "tokens_per_second", "peak_memory_bytes"}
    lines = [json.loads(line) for line in (folder / "metrics.jsonl").read_text().splitlines()]
    return [{key: value for key, value in line.items() if key not in clocks} for line in lines]


def assert_same(one: Path, other: Path) -> None:
    first, second = weights(one), weights(other)
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert metrics(one) == metrics(other)


def test_a_lower_rate_counts_from_the_next_update_on(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    plain = of_kind(train(make_plan(), tmp_path / "plain"), StepFinished)
    events = amended(make_plan(), tmp_path / "run", {3: HALVE})
    rates = [step.learning_rate for step in of_kind(events, StepFinished)]
    assert rates[:3] == [step.learning_rate for step in plain[:3]]
    assert rates[3:] == [step.learning_rate / 2 for step in plain[3:]]
    (change,) = of_kind(events, RunAmended)
    assert (change.step, change.learning_rate_factor, change.undone_to) == (3, 0.5, 0)
    assert read_amendments(tmp_path / "run" / "amendments.jsonl") == (Amendment(3, 0.5),)
    assert not torch.equal(*(weights(tmp_path / name)[_any(tmp_path)] for name in ("plain", "run")))


def _any(folder: Path) -> str:
    return next(name for name in weights(folder / "run") if "lora_B" in name)


@pytest.mark.parametrize("stop_at", [2, 4, 6])
def test_a_resumed_run_replays_them_bit_for_bit(
    make_plan: Callable[..., RunPlan], tmp_path: Path, stop_at: int
) -> None:
    """Stopped before, on and after the update that was changed."""
    plan = make_plan(dropout=0.1)
    remedies = {4: HALVE, 5: Remedy("", learning_rate_factor=3.0)}
    finished(amended(plan, tmp_path / "straight", remedies))
    if stop_at == 6:
        finished(amended(plan, tmp_path / "twice", remedies, stop_at))
        finished(resume(tmp_path / "twice"))
    else:
        finished(amended(plan, tmp_path / "twice", {}, stop_at))
        _write(tmp_path / "twice", tmp_path / "straight")
        finished(resume(tmp_path / "twice"))
    assert_same(tmp_path / "straight", tmp_path / "twice")


def _write(folder: Path, source: Path) -> None:
    """As if the amendments had been made and what came after the checkpoint was lost with the machine."""
    (folder / "amendments.jsonl").write_bytes((source / "amendments.jsonl").read_bytes() + b'{"after_st')


def test_a_stopped_run_goes_on_with_a_remedy(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    finished(amended(make_plan(), tmp_path / "straight", {4: HALVE}))
    train_until(make_plan(), tmp_path / "run", lambda event: isinstance(event, StepFinished) and event.step == 4)
    control = RunControl()
    control.apply(HALVE)
    finished(list(resume_training(tmp_path / "run", control)))
    assert_same(tmp_path / "straight", tmp_path / "run")


def test_going_back_leaves_no_trace_of_what_was_undone(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    """The run is then one that was at the lower rate since the checkpoint."""
    finished(amended(make_plan(), tmp_path / "straight", {3: HALVE}))
    events = amended(make_plan(), tmp_path / "run", {5: GO_BACK})
    finished(events)
    (change,) = of_kind(events, RunAmended)
    assert (change.step, change.undone_to) == (3, 5)
    assert [step.step for step in of_kind(events, StepFinished)] == [1, 2, 3, 4, 5, 4, 5, 6, 7, 8]
    assert read_amendments(tmp_path / "run" / "amendments.jsonl") == (Amendment(3, 0.5, undone_to=5),)
    assert_same(tmp_path / "straight", tmp_path / "run")


def test_going_back_keeps_a_rate_that_was_lowered_on_the_way(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    events = amended(make_plan(), tmp_path / "run", {4: HALVE, 5: GO_BACK})
    assert of_kind(events, RunAmended)[-1].learning_rate_factor == 0.25
    assert read_amendments(tmp_path / "run" / "amendments.jsonl") == (Amendment(3, 0.25, undone_to=5),)


def test_without_a_checkpoint_to_go_back_to_only_the_rate_changes(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    events = amended(make_plan(), tmp_path / "run", {2: GO_BACK})
    (change,) = of_kind(events, RunAmended)
    assert (change.step, change.learning_rate_factor, change.undone_to) == (2, 0.5, 0)
    assert finished(events).step == 8


def test_the_end_on_request_keeps_the_best_checkpoint(make_plan: Callable[..., RunPlan], tmp_path: Path) -> None:
    plan = make_plan(evaluate_every=2, checkpoint_every=2)
    losses = {line["step"]: line["eval_loss"] for line in _evaluations(train(plan, tmp_path / "whole"), tmp_path)}
    events = amended(plan, tmp_path / "run", {7: KEEP_BEST})
    end = finished(events)
    best = min((2, 4, 6), key=lambda step: losses[step])
    assert (end.outcome, end.step, end.kept_step) == ("finished", 7, best)
    kept = load_file(tmp_path / "run" / "checkpoints" / f"step-{best:06d}" / "trainable.safetensors")
    # Checkpoints name a weight as the model does, with the adapter's name in it.
    stored = {name.replace(".default", ""): tensor for name, tensor in kept.items()}
    assert all(torch.equal(tensor, stored[name]) for name, tensor in weights(tmp_path / "run").items())
    manifest = read_manifest(tmp_path / "run" / "manifest.json")
    assert (manifest["state"], manifest["step"], manifest["last_step"]) == ("finished", best, 7)


def _evaluations(_: object, folder: Path) -> list[dict[str, Any]]:
    return [line for line in metrics(folder / "whole") if "eval_loss" in line]


def test_the_end_on_request_releases_a_pause_and_survives_a_crash(
    make_plan: Callable[..., RunPlan], tmp_path: Path
) -> None:
    control = RunControl()
    for event in run_training(make_plan(evaluate_every=2, checkpoint_every=2), tmp_path / "run", control):
        if isinstance(event, StepFinished) and event.step == 5:
            control.pause()
        if isinstance(event, RunPaused):
            control.apply(KEEP_BEST)
        if isinstance(event, RunAmended):
            break  # here the machine goes down, a checkpoint of step 4 on its disk
    events = resume(tmp_path / "run")
    assert of_kind(events, RunStarted)[0].first_step == 5
    end = finished(events)
    assert (end.outcome, end.step) == ("finished", 5)


def test_a_run_that_failed_goes_on_at_half_the_rate(
    make_plan: Callable[..., RunPlan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.training import loop

    original = loop.AdapterOptimizer.clip
    norms = iter([1.0, 1.0, 1.0, float("nan")])
    with monkeypatch.context() as patch:
        patch.setattr(loop.AdapterOptimizer, "clip", lambda self: original(self) * next(norms))
        train(make_plan(), tmp_path / "run")
    assert read_manifest(tmp_path / "run" / "manifest.json")["state"] == "failed"
    control = RunControl()
    control.apply(Remedy("", learning_rate_factor=0.5))
    end = list(resume_training(tmp_path / "run", control))
    assert isinstance(end[-1], RunFinished)
    finished(amended(make_plan(), tmp_path / "straight", {3: HALVE}))
    assert_same(tmp_path / "straight", tmp_path / "run")
    assert of_kind(end, CheckpointSaved)
