"""A checkpoint that speaks: its weights as peft reads them are those that the run's own adapter had at that step."""

from __future__ import annotations

from pathlib import Path

import pytest
from safetensors.torch import load_file

from engine.model.checkpoint_adapter import adapter_of_checkpoint, may_speak, write_if_missing
from engine.model.keeper import ModelKeeper
from engine.storage.run_folder import RunFolder
from tests.engine.tiny_runs import finished, tiny_plan, train, write_pairs


@pytest.mark.parametrize("dora", [False, True])
def test_the_last_checkpoint_is_the_adapter(tiny_model_folder: Path, tmp_path: Path, dora: bool) -> None:
    run = RunFolder(tmp_path / "run")
    finished(train(tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), dora=dora), run.path))
    first, *_, last = sorted(run.checkpoints.glob("step-*"))
    assert may_speak(last)
    for checkpoint in (first, last):
        write_if_missing(adapter_of_checkpoint(checkpoint))
    own = load_file(run.adapter / "adapter_model.safetensors")
    made = load_file(adapter_of_checkpoint(last) / "adapter_model.safetensors")
    earlier = load_file(adapter_of_checkpoint(first) / "adapter_model.safetensors")
    assert made.keys() == own.keys()
    assert all(made[name].equal(own[name]) for name in own)
    assert any(not earlier[name].equal(own[name]) for name in own)
    # peft takes both at once, every tensor of them.
    loaded = ModelKeeper().acquire(
        tiny_model_folder, "cpu", "float32", adapter_of_checkpoint(last), adapter_of_checkpoint(first)
    )
    assert loaded.beside == adapter_of_checkpoint(first)


def test_any_other_adapter_is_left_alone(tmp_path: Path) -> None:
    write_if_missing(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()
