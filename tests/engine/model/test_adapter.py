"""Adapters: fresh, from disk, for another model, and written in peft's format."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel
from peft.tuners.lora.layer import LoraLayer
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM

from engine.errors import EngineError, PlanError
from engine.model.adapter import (
    REFERENCE_ADAPTER,
    adapter_settings,
    adapter_tensors,
    attach_adapter,
    attach_fresh_adapter,
    save_adapter,
    set_training_mode,
    stored_beta,
    trainable_parameters,
)
from engine.model.load import LoadedModel, load_model
from engine.plan import AdapterPlan

_IDS = torch.tensor([[1, 5, 9, 11]])


@pytest.fixture
def loaded(tiny_model_folder: Path) -> LoadedModel:
    return load_model(tiny_model_folder, "cpu", "float32")


@pytest.fixture
def adapter(tiny_model_folder: Path, tmp_path: Path) -> Path:
    """An adapter that changes the model, with dropout, in a folder."""
    model = attach_fresh_adapter(
        load_model(tiny_model_folder, "cpu", "float32").model, AdapterPlan(r=2, alpha=6, dropout=0.4), seed=1
    )
    _disturb(model)
    save_adapter(model, tmp_path / "adapter", 0.25)
    return tmp_path / "adapter"


def _disturb(model: Any, seed: int = 2) -> None:
    generator = torch.Generator().manual_seed(seed)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data = torch.randn(parameter.shape, generator=generator) * 0.1


def _logits(model: Any) -> torch.Tensor:
    with torch.no_grad():
        return model(input_ids=_IDS).logits


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_fresh_adapter_changes_nothing_and_trains_in_float32(tiny_model_folder: Path, dtype: str) -> None:
    loaded = load_model(tiny_model_folder, "cpu", dtype)
    before = _logits(loaded.model)
    model = attach_fresh_adapter(loaded.model, AdapterPlan(r=2), seed=1)
    assert torch.equal(_logits(model), before)
    parameters = trainable_parameters(model)
    assert {parameter.dtype for parameter in parameters.values()} == {torch.float32}
    # Seven linear layers a block, two blocks, A and B; the tied output layer is none of them.
    assert len(parameters) == 7 * 2 * 2
    assert all(".lora_" in name for name in parameters)


def test_the_seed_decides_the_first_values_whatever_was_drawn_before(tiny_model_folder: Path) -> None:
    def first_values(seed: int, drawn: int) -> torch.Tensor:
        torch.manual_seed(drawn)
        model = attach_fresh_adapter(load_model(tiny_model_folder, "cpu", "float32").model, AdapterPlan(r=2), seed)
        return torch.cat([parameter.detach().flatten() for parameter in trainable_parameters(model).values()])

    assert torch.equal(first_values(1, 0), first_values(1, 8))
    assert not torch.equal(first_values(1, 0), first_values(2, 0))


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
def test_a_fresh_dora_adapter_changes_nothing(tiny_model_folder: Path, dtype: str) -> None:
    loaded = load_model(tiny_model_folder, "cpu", dtype)
    loaded.model = attach_fresh_adapter(loaded.model, AdapterPlan(r=2, dora=True), seed=1)
    with torch.no_grad(), loaded.computing():
        ours = loaded.model(input_ids=_IDS).logits
        with loaded.reference():
            assert torch.equal(loaded.model(input_ids=_IDS).logits, ours)
    magnitudes = {name: one for name, one in trainable_parameters(loaded.model).items() if "magnitude" in name}
    assert len(magnitudes) == 7 * 2
    assert {one.dtype for one in magnitudes.values()} == {torch.float32}


def test_rslora_scales_by_the_root_of_each_layer_s_own_rank(loaded: LoadedModel) -> None:
    plan = AdapterPlan(r=4, alpha=8, rslora=True, rank_pattern={"q_proj": 16}, alpha_pattern={r"1\..*\.v_proj": 2.0})
    model = attach_fresh_adapter(loaded.model, plan, seed=1)
    scales = {
        name.removeprefix("base_model.model.model.layers."): float(module.scaling["default"])
        for name, module in model.named_modules()
        if isinstance(module, LoraLayer)
    }
    assert scales["0.self_attn.k_proj"] == 8 / 4**0.5
    assert scales["0.self_attn.q_proj"] == 8 / 16**0.5
    assert scales["0.self_attn.v_proj"] == 8 / 4**0.5
    assert scales["1.self_attn.v_proj"] == 2 / 4**0.5
    ranks = {name: one.shape[0] for name, one in trainable_parameters(model).items() if "lora_A" in name}
    assert {rank for name, rank in ranks.items() if "q_proj" in name} == {16}


@pytest.mark.parametrize("key", ["rank_pattern", "alpha_pattern"])
def test_a_pattern_that_fits_no_adapted_layer_is_refused_by_its_key(loaded: LoadedModel, key: str) -> None:
    patterns: dict[str, Any] = {key: {"v_proj": 4}}
    with pytest.raises(PlanError) as caught:
        attach_fresh_adapter(loaded.model, AdapterPlan(target_modules=("q_proj",), **patterns), seed=1)
    assert caught.value.field == f"adapter.{key}.v_proj"
    assert "q_proj" in caught.value.hint


def test_going_on_keeps_an_adapter_s_shape_and_refuses_another(loaded: LoadedModel, tmp_path: Path) -> None:
    shape = AdapterPlan(r=2, alpha=6, target_modules=("q_proj",), rslora=True, dora=True, rank_pattern={"q_proj": 3})
    save_adapter(attach_fresh_adapter(loaded.model, shape, seed=1), tmp_path / "first", 0.1)
    assert adapter_settings(tmp_path / "first", AdapterPlan(path="p")) == replace(shape, path="p")
    assert adapter_settings(tmp_path / "first", replace(shape, path="p")) == replace(shape, path="p")
    others: tuple[dict[str, Any], ...] = (
        {"r": 4},
        {"target_modules": ("v_proj",)},
        {"rank_pattern": {"q_proj": 4}},
        {"dropout": 0.1},
    )
    for wrong in others:
        with pytest.raises(PlanError) as caught:
            adapter_settings(tmp_path / "first", AdapterPlan(path="p", **wrong))
        assert caught.value.field == f"adapter.{next(iter(wrong))}"


def test_layers_by_name(loaded: LoadedModel) -> None:
    model = attach_fresh_adapter(loaded.model, AdapterPlan(target_modules=("q_proj", "v_proj")), seed=1)
    assert {name.split(".lora_")[0].rsplit(".", 1)[-1] for name in trainable_parameters(model)} == {"q_proj", "v_proj"}


@pytest.mark.parametrize("names", [("c_attn",), ("no_such_layer", "nor_this")])
def test_layers_that_are_not_there_are_refused(loaded: LoadedModel, names: tuple[str, ...]) -> None:
    with pytest.raises(EngineError, match="not all in this model") as caught:
        attach_fresh_adapter(loaded.model, AdapterPlan(target_modules=names), seed=1)
    assert "all-linear" in caught.value.hint


@pytest.mark.filterwarnings("ignore:Model has `tie_word_embeddings=True`")
@pytest.mark.filterwarnings("ignore:Model with `tie_word_embeddings=True`")
def test_the_output_layer_is_refused(loaded: LoadedModel, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="output layer cannot be adapted"):
        attach_fresh_adapter(loaded.model, AdapterPlan(target_modules=("q_proj", "lm_head")), seed=1)


@pytest.mark.filterwarnings("ignore:Model has `tie_word_embeddings=True`")
@pytest.mark.filterwarnings("ignore:Model with `tie_word_embeddings=True`")
def test_an_adapter_of_the_output_layer_can_be_used_but_not_trained(tiny_model_folder: Path, tmp_path: Path) -> None:
    from peft import LoraConfig, get_peft_model

    plain: Any = AutoModelForCausalLM.from_pretrained(tiny_model_folder)
    config = LoraConfig(r=2, target_modules=["q_proj", "lm_head"], task_type="CAUSAL_LM")
    get_peft_model(plain, config).save_pretrained(str(tmp_path / "headed"), save_embedding_layers=False)
    attach_adapter(load_model(tiny_model_folder, "cpu", "float32").model, tmp_path / "headed")
    with pytest.raises(EngineError, match="output layer cannot be adapted"):
        attach_adapter(load_model(tiny_model_folder, "cpu", "float32").model, tmp_path / "headed", trainable=True)


def test_what_is_saved_is_what_plain_peft_loads(loaded: LoadedModel, tiny_model_folder: Path, adapter: Path) -> None:
    ours = attach_adapter(loaded.model, adapter)
    theirs = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(tiny_model_folder), str(adapter)).eval()
    assert torch.equal(_logits(ours), _logits(theirs))
    assert not any(parameter.requires_grad for parameter in ours.parameters())
    stored = load_file(adapter / "adapter_model.safetensors")
    tensors = adapter_tensors(ours)
    assert tensors.keys() == stored.keys()
    assert all(torch.equal(tensors[name], stored[name]) for name in stored)
    assert stored_beta(adapter) == 0.25


def test_a_saved_adapter_replaces_the_former_one_whole(loaded: LoadedModel, adapter: Path) -> None:
    (adapter / "left-over.txt").write_text("of the former one")
    model = attach_fresh_adapter(loaded.model, AdapterPlan(r=2), seed=9)
    save_adapter(model, adapter, 0.5)
    assert not (adapter / "left-over.txt").exists()
    assert stored_beta(adapter) == 0.5
    assert [path.name for path in adapter.parent.iterdir()] == ["adapter"]


def test_going_on_from_an_adapter_keeps_it_as_the_reference(loaded: LoadedModel, adapter: Path) -> None:
    expected = _logits(attach_adapter(load_model(loaded.folder, "cpu", "float32").model, adapter))
    loaded.model = attach_adapter(loaded.model, adapter, trainable=True)
    assert torch.equal(_logits(loaded.model), expected)
    parameters = trainable_parameters(loaded.model)
    assert len(parameters) == 7 * 2 * 2
    assert not any(REFERENCE_ADAPTER in name for name in parameters)
    _disturb_trained(parameters)
    trained = _logits(loaded.model)
    with loaded.reference():
        assert torch.equal(_logits(loaded.model), expected)
    assert torch.equal(_logits(loaded.model), trained)
    assert not torch.equal(trained, expected)
    assert trainable_parameters(loaded.model).keys() == parameters.keys()


def _disturb_trained(parameters: dict[str, torch.nn.Parameter]) -> None:
    for parameter in parameters.values():
        parameter.data += 0.05


def test_dropout_is_off_until_training_and_the_models_own_stays_off(loaded: LoadedModel, adapter: Path) -> None:
    model = attach_adapter(loaded.model, adapter, trainable=True)
    assert not any(module.training for module in model.modules())
    set_training_mode(model, training=True)
    training = {name for name, module in model.named_modules() if module.training}
    assert training
    assert all(".lora_dropout." in name for name in training)
    set_training_mode(model, training=False)
    assert not any(module.training for module in model.modules())


def test_a_folder_without_an_adapter(loaded: LoadedModel, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="holds no adapter") as caught:
        attach_adapter(loaded.model, tmp_path)
    assert caught.value.hint


def _refused(loaded: LoadedModel, adapter: Path) -> EngineError:
    with pytest.raises(EngineError, match="does not fit this model") as caught:
        attach_adapter(loaded.model, adapter)
    assert caught.value.hint
    return caught.value


def test_an_adapter_of_another_width_or_family(loaded: LoadedModel, adapter: Path, tmp_path: Path) -> None:
    wide = Path(shutil.copytree(adapter, tmp_path / "wide"))
    tensors = load_file(wide / "adapter_model.safetensors")
    save_file({name: torch.cat([tensor, tensor], dim=-1) for name, tensor in tensors.items()},
              wide / "adapter_model.safetensors")  # fmt: skip
    assert "tiny-model" in _refused(loaded, wide).message


def test_an_adapter_with_layers_that_this_model_lacks(loaded: LoadedModel, adapter: Path) -> None:
    path = adapter / "adapter_model.safetensors"
    tensors = load_file(path)
    deeper = {name.replace("layers.1.", "layers.2."): tensor.clone() for name, tensor in tensors.items()}
    save_file({**tensors, **deeper}, path)
    assert "layers.2" in _refused(loaded, adapter).details


def test_an_adapter_that_misses_layers_of_this_model(loaded: LoadedModel, adapter: Path) -> None:
    path = adapter / "adapter_model.safetensors"
    save_file({name: tensor for name, tensor in load_file(path).items() if "layers.1." not in name}, path)
    assert "layers.1" in _refused(loaded, adapter).details


@pytest.mark.parametrize("file", ["adapter_config.json", "adapter_model.safetensors"])
def test_a_damaged_adapter(loaded: LoadedModel, adapter: Path, file: str) -> None:
    (adapter / file).write_bytes((adapter / file).read_bytes()[:40])
    _refused(loaded, adapter)


@pytest.mark.parametrize("content", [None, "", "{}", "[]", '{"beta": null}', '{"beta": "x"}'])
def test_an_adapter_from_elsewhere_has_the_default_beta(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "dpo_studio.json").write_text(content)
    assert stored_beta(tmp_path) == 0.1
    assert stored_beta(tmp_path, 0.7) == 0.7


def test_the_settings_file_is_json(adapter: Path) -> None:
    assert json.loads((adapter / "dpo_studio.json").read_text()) == {"beta": 0.25}
