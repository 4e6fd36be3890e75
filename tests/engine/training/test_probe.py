"""The trial before a run: what has no room is not tried or not taken, and the run keeps to what was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.events import RunFitted, StepFinished
from engine.model.load import LoadedModel, load_model
from engine.plan import RunPlan
from engine.preference.padded_rows import PaddedPath, PaddedRows
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder
from engine.training import probe
from engine.training.assembly import attach
from engine.training.fit import Fit
from engine.training.preparation import TokenizedSets, prepare_pairs
from engine.training.probe import settle_fit
from tests.engine.tiny_runs import finished, of_kind, resume, returned, tiny_plan, train, train_until, write_pairs
from tests.engine.training.test_resume import assert_same


@pytest.fixture
def plan(tiny_model_folder: Path, tmp_path: Path) -> RunPlan:
    return tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), dropout=0.1)


@pytest.fixture
def small_plan(plan: RunPlan) -> RunPlan:
    """With few ways to try."""
    return replace(plan, training=replace(plan.training, micro_batch_tokens=128))


def _fitted(plan: RunPlan, loaded: LoadedModel, sets: TokenizedSets, path: PaddedPath) -> RunFitted:
    return returned(settle_fit(plan.training, loaded, sets, path))


def _fit(fitted: RunFitted) -> Fit:
    return Fit(fitted.micro_batch_tokens, fitted.gradient_checkpointing)


def _ready(plan: RunPlan, tmp_path: Path) -> tuple[LoadedModel, TokenizedSets]:
    loaded = load_model(Path(plan.model.path), "cpu", "float32")
    sets = returned(prepare_pairs(plan, loaded.tokenizer))
    attach(loaded, plan, RunFolder(tmp_path / "run"))
    return loaded, sets


@dataclass(frozen=True, slots=True)
class _SmallDevice(PaddedPath):
    """Has memory for so many tokens at a time, and remembers what it was asked for."""

    most: int = 0
    asked: list[int] = field(default_factory=list[int])

    def hidden(self, decoder: Any, layout: PaddedRows) -> torch.Tensor:
        self.asked.append(layout.input_ids_BT.numel())
        if self.asked[-1] > self.most:
            raise torch.OutOfMemoryError("no room left")
        return PaddedPath.hidden(self, decoder, layout)


def test_with_room_the_fastest_way_is_taken_and_nothing_is_left_behind(plan: RunPlan, tmp_path: Path) -> None:
    loaded, sets = _ready(plan, tmp_path)
    state = torch.get_rng_state()
    fitted = _fitted(plan, loaded, sets, PaddedPath())
    assert _fit(fitted) == Fit(1024)
    assert 0 < fitted.needed_bytes < fitted.free_bytes
    assert fitted.epoch_seconds > 0
    assert torch.equal(torch.get_rng_state(), state)
    assert all(parameter.grad is None for parameter in loaded.model.parameters())
    assert not any(module.training for module in loaded.model.modules())


@pytest.mark.parametrize("room, expected", [(0.5, Fit(128)), (0.27, Fit(128, True)), (0.0, Fit(64, True))])
def test_with_less_room_portions_get_smaller_and_then_layers_are_computed_again(
    plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: float, expected: Fit
) -> None:
    loaded, sets = _ready(plan, tmp_path)
    _, needed = probe.foreseen_fit(plan.training, loaded, sets, PaddedPath(), [Fit(1024)], 2**40)
    monkeypatch.setattr(probe, "free_memory_bytes", lambda _: int(room * needed))
    assert _fit(_fitted(plan, loaded, sets, PaddedPath())) == expected


def test_what_is_told_roughly_is_no_less_than_half_of_what_is_counted(plan: RunPlan, tmp_path: Path) -> None:
    """So four times as much is room enough not to count."""
    loaded, sets = _ready(plan, tmp_path)
    _, counted = probe.foreseen_fit(plan.training, loaded, sets, PaddedPath(), [Fit(1024)], 2**40)
    assert probe.rough_need(loaded, 1024) > counted / 2


def test_a_device_that_says_no_is_asked_for_less(plan: RunPlan, tmp_path: Path) -> None:
    loaded, sets = _ready(plan, tmp_path)
    longest = max(2 * pair.longest for pair in sets.training)
    device = _SmallDevice(most=longest)
    fitted = _fitted(plan, loaded, sets, device)
    assert not fitted.gradient_checkpointing
    assert fitted.longest_tokens <= longest < max(device.asked)
    with pytest.raises(torch.OutOfMemoryError):
        _fitted(plan, loaded, sets, _SmallDevice(most=longest - 2))
    assert all(parameter.grad is None for parameter in loaded.model.parameters())


def test_a_run_keeps_to_what_it_began_with_bit_for_bit(
    small_plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as small:
        small.setattr(probe, "free_memory_bytes", lambda _: 0)
        events = train(small_plan, tmp_path / "straight")
        finished(events)
        train_until(small_plan, tmp_path / "twice", lambda event: isinstance(event, StepFinished) and event.step == 5)
    fitted = of_kind(events, RunFitted)[0]
    assert fitted.gradient_checkpointing
    resumed = resume(tmp_path / "twice")  # now there is room
    finished(resumed)
    assert not of_kind(resumed, RunFitted)
    entry = read_manifest(tmp_path / "twice" / "manifest.json")["fit"]
    assert (entry["micro_batch_tokens"], entry["gradient_checkpointing"]) == (fitted.micro_batch_tokens, True)
    assert_same(tmp_path / "straight", tmp_path / "twice")


def test_the_same_is_learnt_with_little_room(
    small_plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = replace(small_plan, adapter=replace(small_plan.adapter, dropout=0.0))
    losses: list[list[float]] = []
    for name, free in (("roomy", 2**40), ("small", 0)):
        monkeypatch.setattr(probe, "free_memory_bytes", lambda _, free=free: free)
        losses.append([step.metrics.loss for step in of_kind(train(plan, tmp_path / name), StepFinished)])
    assert losses[1] == pytest.approx(losses[0], rel=1e-5)
