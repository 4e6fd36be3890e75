"""Checkpoints: whole or absent, and the newest whole one is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.errors import EngineError
from engine.storage.checkpoint import Checkpoint, Counters, latest_checkpoint, save_checkpoint


def _checkpoint(step: int) -> Checkpoint:
    weights = {"a.weight": torch.full((2, 3), float(step)), "b.weight": torch.randn(4)}
    optimizer = {"a.weight/exp_avg": torch.randn(2, 3), "a.weight/step": torch.tensor(float(step))}
    return Checkpoint(Counters(step, step * 100, step / 3), weights, optimizer)


def _equal(first: Checkpoint | None, second: Checkpoint) -> bool:
    assert first is not None
    pairs = ((first.weights, second.weights), (first.optimizer, second.optimizer))
    return first.counters == second.counters and all(
        ours.keys() == theirs.keys() and all(torch.equal(ours[name], theirs[name]) for name in theirs)
        for ours, theirs in pairs
    )


def test_a_checkpoint_comes_back_bit_for_bit(tmp_path: Path) -> None:
    saved = _checkpoint(40)
    assert save_checkpoint(tmp_path, saved).name == "step-000040"
    assert _equal(latest_checkpoint(tmp_path), saved)
    assert [path.name for path in tmp_path.iterdir()] == ["step-000040"]


def test_no_checkpoint_is_none(tmp_path: Path) -> None:
    assert latest_checkpoint(tmp_path) is None
    assert latest_checkpoint(tmp_path / "absent") is None


def test_step_zero_has_no_optimizer_state_and_still_comes_back(tmp_path: Path) -> None:
    saved = Checkpoint(Counters(0, 0, 0.0), {"a": torch.ones(2)}, {})
    save_checkpoint(tmp_path, saved)
    assert _equal(latest_checkpoint(tmp_path), saved)


def test_the_newest_two_can_be_resumed_from_and_older_ones_keep_their_weights(tmp_path: Path) -> None:
    for step in (10, 20, 30, 40):
        save_checkpoint(tmp_path, _checkpoint(step))
    with_optimizer = sorted(path.parent.name for path in tmp_path.rglob("optimizer.safetensors"))
    assert with_optimizer == ["step-000030", "step-000040"]
    assert len(list(tmp_path.rglob("trainable.safetensors"))) == 4


def test_a_disk_that_takes_no_more_is_told_and_older_checkpoints_stay(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = _checkpoint(10)
    save_checkpoint(tmp_path, before)
    large = Checkpoint(Counters(20, 0, 0.0), {"a": torch.zeros(100_000)}, {})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(EngineError, match="step 20 could not be written") as caught:
            save_checkpoint(tmp_path, large)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "Free some space" in caught.value.hint
    assert _equal(latest_checkpoint(tmp_path), before)


def test_steps_are_ordered_as_numbers(tmp_path: Path) -> None:
    for step in (999_999, 1_000_000):
        save_checkpoint(tmp_path, _checkpoint(step))
    newest = latest_checkpoint(tmp_path)
    assert newest is not None
    assert newest.counters.step == 1_000_000


@pytest.mark.parametrize("name", ["trainable.safetensors", "optimizer.safetensors", "state.json"])
@pytest.mark.parametrize("damage", ["cut", "gone", "garbage", "empty"])
def test_a_damaged_newest_falls_back_to_the_one_before(tmp_path: Path, name: str, damage: str) -> None:
    before = _checkpoint(10)
    save_checkpoint(tmp_path, before)
    victim = save_checkpoint(tmp_path, _checkpoint(20)) / name
    if damage == "gone":
        victim.unlink()
    else:
        content = victim.read_bytes()
        victim.write_bytes({"cut": content[: len(content) // 2], "garbage": b"\x07" * 64, "empty": b""}[damage])
    assert _equal(latest_checkpoint(tmp_path), before)


def test_damage_everywhere_is_told_and_never_a_fresh_start(tmp_path: Path) -> None:
    (save_checkpoint(tmp_path, _checkpoint(10)) / "state.json").write_text("{}")
    with pytest.raises(EngineError, match="damaged") as caught:
        latest_checkpoint(tmp_path)
    assert "step-000010" in caught.value.details


def test_a_save_that_was_interrupted_leaves_the_former_and_does_not_disturb_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _checkpoint(10)
    save_checkpoint(tmp_path, before)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", _no_space)
        with pytest.raises(EngineError, match="could not be written") as caught:
            save_checkpoint(tmp_path, _checkpoint(20))
    assert "space" in caught.value.hint
    assert _equal(latest_checkpoint(tmp_path), before)
    after = _checkpoint(20)
    save_checkpoint(tmp_path, after)
    assert _equal(latest_checkpoint(tmp_path), after)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["step-000010", "step-000020"]


def _no_space(*arguments: object) -> None:
    raise OSError(28, "No space left on device")
