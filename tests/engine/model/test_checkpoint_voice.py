"""A checkpoint that speaks: its weights as peft reads them are those that the run's own adapter had at that step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

from engine.model.checkpoint_voice import voice_of_checkpoint, write_if_missing
from engine.model.keeper import ModelKeeper
from engine.model.voice import Voice, speaking
from engine.plan import Dtype
from engine.storage.run_folder import RunFolder
from tests.engine.tiny_runs import finished, tiny_plan, train, write_pairs

_IDS = torch.tensor([[1, 5, 9, 11]])


@pytest.mark.parametrize("dora", [False, True])
def test_the_last_checkpoint_is_the_adapter(tiny_model_folder: Path, tmp_path: Path, dora: bool) -> None:
    run = RunFolder(tmp_path / "run")
    finished(train(tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), dora=dora), run.path))
    first, *_, last = sorted(run.checkpoints.glob("step-*"))
    one, other = voice_of_checkpoint(last), voice_of_checkpoint(first)
    assert one is not None
    assert other is not None
    for voice in (one, other):
        write_if_missing(voice)
    own = load_file(run.adapter / "adapter_model.safetensors")
    made = load_file(one / "adapter_model.safetensors")
    earlier = load_file(other / "adapter_model.safetensors")
    assert made.keys() == own.keys()
    assert all(made[name].equal(own[name]) for name in own)
    assert any(not earlier[name].equal(own[name]) for name in own)
    # peft takes both at once, every tensor of them.
    loaded = ModelKeeper().acquire(tiny_model_folder, "cpu", "float32", one, other)
    assert loaded.beside == other


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_checkpoints_of_all_weights_speak_and_take_no_room(
    tiny_model_folder: Path, tmp_path: Path, dtype: Dtype
) -> None:
    run = RunFolder(tmp_path / "run")
    pairs = write_pairs(tmp_path / "pairs.jsonl")
    finished(train(tiny_plan(tiny_model_folder, pairs, tuning="full", r=16, learning_rate=1e-3, dtype=dtype), run.path))
    first, *_, last = sorted(run.checkpoints.glob("step-*"))
    models = [model for model in map(voice_of_checkpoint, (first, last)) if model is not None]
    for model in models:
        write_if_missing(model)
        assert (model / "model.safetensors").samefile(model.parent / "trainable.safetensors")
    loaded = ModelKeeper().acquire(tiny_model_folder, "cpu", dtype, models[0], models[1])
    said: dict[Voice, torch.Tensor] = {}
    voice: Voice
    for voice in ("trained", "beside", "original", "trained", "beside"):
        with torch.no_grad(), speaking(loaded, voice):
            said[voice] = loaded.generation_model(input_ids=_IDS).logits
    expected: dict[Voice, Path] = {"original": tiny_model_folder, "beside": run.model}
    for voice, folder in expected.items():
        plain: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=getattr(torch, dtype))
        with torch.no_grad():
            torch.testing.assert_close(said[voice], plain(input_ids=_IDS).logits)
    assert not torch.allclose(said["trained"], said["beside"], atol=1e-3)
    assert not torch.allclose(said["trained"], said["original"], atol=1e-3)


def test_without_weights_or_a_result_none_speaks(tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "run")
    checkpoint = run.checkpoints / "step-000001"
    checkpoint.mkdir(parents=True)
    assert voice_of_checkpoint(checkpoint) is None
    (checkpoint / "trainable.safetensors").touch()
    assert voice_of_checkpoint(checkpoint) is None
    run.model.mkdir()
    (run.model / "config.json").touch()
    assert voice_of_checkpoint(checkpoint) == checkpoint / "model"


def test_any_other_adapter_is_left_alone(tmp_path: Path) -> None:
    write_if_missing(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()
