"""Which weights an adapter belongs to: others are refused, copies saved anew are not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM

from engine.errors import EngineError
from engine.model import base_weights as module
from engine.model.adapter import attach_fresh_adapter, save_adapter
from engine.model.base_weights import base_weights, recorded_base, require_base
from engine.model.keeper import ModelKeeper
from engine.model.load import load_model
from engine.plan import AdapterPlan
from tests.engine.tiny_runs import failed, finished, tiny_plan, train, write_pairs


@pytest.fixture
def folder(tiny_model_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_model_folder, tmp_path / "model"))


@pytest.fixture
def other(folder: Path, tmp_path: Path) -> Path:
    """The same shapes with one number changed."""
    other = Path(shutil.copytree(folder, tmp_path / "other"))
    tensors = load_file(other / "model.safetensors")
    next(iter(tensors.values())).view(-1)[0] += 0.5
    save_file(tensors, other / "model.safetensors", metadata={"format": "pt"})
    return other


@pytest.fixture
def adapter(folder: Path, tmp_path: Path) -> Path:
    model = attach_fresh_adapter(load_model(folder, "cpu", "float32").model, AdapterPlan(r=2), seed=1)
    save_adapter(model, tmp_path / "adapter", 0.1, base_weights(folder))
    return tmp_path / "adapter"


def _in_shards(model: Any, target: Path) -> None:
    model.save_pretrained(target, max_shard_size="20KB")
    assert len(list(target.glob("*.safetensors"))) > 1


def _in_bfloat16(model: Any, target: Path) -> None:
    model.to(torch.bfloat16).save_pretrained(target)


def _with_the_tied_layer(model: Any, target: Path) -> None:
    model.save_pretrained(target)
    tensors = load_file(target / "model.safetensors")
    tensors["lm_head.weight"] = tensors["model.embed_tokens.weight"].clone()
    save_file(tensors, target / "model.safetensors", metadata={"format": "pt"})


@pytest.mark.parametrize("save", [_in_shards, _in_bfloat16, _with_the_tied_layer])
def test_a_copy_that_was_saved_anew_is_the_same(
    folder: Path, adapter: Path, tmp_path: Path, save: Callable[[Any, Path], None]
) -> None:
    copy = tmp_path / "copy"
    save(AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32), copy)
    for file in folder.iterdir():
        if not (copy / file.name).exists() and "safetensors" not in file.name:
            shutil.copy2(file, copy)
    assert base_weights(copy).base_sha256 == base_weights(folder).base_sha256
    require_base(adapter, copy)
    assert ModelKeeper().acquire(copy, "cpu", "float32", adapter).has_adapter


def test_one_other_number_is_refused_and_both_are_named(folder: Path, other: Path, adapter: Path) -> None:
    keeper = ModelKeeper()
    kept = keeper.acquire(folder, "cpu", "float32", adapter)
    for attempt in (
        lambda: keeper.acquire(other, "cpu", "float32", adapter),
        lambda: load_model(other, "cpu", "float32", adapter),
    ):
        with pytest.raises(EngineError, match="made for other weights") as caught:
            attempt()
        assert f"those of {base_weights(folder).base} (" in caught.value.message
        assert str(other) in caught.value.message
        assert caught.value.hint
    assert keeper.loaded is kept  # nothing is lost by asking


def test_other_weights_in_float16_are_compared_with_their_like_alone(
    folder: Path, adapter: Path, tmp_path: Path
) -> None:
    half = Path(shutil.copytree(folder, tmp_path / "half"))
    tensors = {name: one.half() for name, one in load_file(folder / "model.safetensors").items()}
    save_file(tensors, half / "model.safetensors", metadata={"format": "pt"})
    require_base(adapter, half)


@pytest.mark.parametrize("settings", [None, {"beta": 0.1}, {"base": "x", "base_sha256": 3}, "damaged"])
def test_an_adapter_without_the_record_is_taken_when_its_shapes_fit(
    other: Path, adapter: Path, settings: object
) -> None:
    record = adapter / "dpo_studio.json"
    record.unlink() if settings is None else record.write_text(json.dumps(settings))
    assert recorded_base(adapter) is None
    assert ModelKeeper().acquire(other, "cpu", "float32", adapter).has_adapter


def test_the_digest_is_remembered_while_the_files_stay_as_they_are(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = base_weights(folder)
    assert (home / "base_weights.json").is_file()
    real = module._tensor_digest  # pyright: ignore[reportPrivateUsage]
    read: list[Path] = []

    def counted(file: Path, entry: Any) -> bytes:
        read.append(file)
        return real(file, entry)

    monkeypatch.setattr(module, "_tensor_digest", counted)
    assert base_weights(folder) == first
    assert not read
    tensors = load_file(folder / "model.safetensors")
    next(iter(tensors.values())).view(-1)[0] += 1
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    assert base_weights(folder) != first
    assert read


def test_a_data_folder_that_takes_nothing_costs_only_time(folder: Path, home: Path) -> None:
    home.write_text("a file where the folder should be")
    assert base_weights(folder) == base_weights(folder)


def test_a_run_writes_down_its_base_and_refuses_an_adapter_of_another(
    folder: Path, other: Path, tmp_path: Path
) -> None:
    pairs = write_pairs(tmp_path / "pairs.jsonl", 10)
    finished(train(tiny_plan(folder, pairs, epochs=1), tmp_path / "run"))
    made_for = recorded_base(tmp_path / "run" / "adapter")
    assert made_for == base_weights(folder)
    manifest = json.loads((tmp_path / "run" / "manifest.json").read_text())
    assert manifest["model"]["base_sha256"] == base_weights(folder).base_sha256
    going_on = tiny_plan(other, pairs, adapter=tmp_path / "run" / "adapter")
    assert "made for other weights" in failed(train(going_on, tmp_path / "second")).message
    assert not (tmp_path / "second").exists()
