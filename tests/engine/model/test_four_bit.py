"""QLoRA: what is refused, by which name, and what the loader is given. Nothing here has run on a CUDA card."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.errors import PlanError
from engine.model import four_bit
from engine.model.device import DeviceInfo
from engine.model.four_bit import four_bit_settings, require_four_bit
from engine.model.load import load_model
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.plan_import.from_file import import_plan
from engine.training.admission import settle_plan

CARD = DeviceInfo("cuda:0", "A card", 2**34, supports_bfloat16=True)
CPU = DeviceInfo("cpu", "CPU, 2 cores", 2**34, supports_bfloat16=True)


@pytest.mark.parametrize("device", ["cpu", "mps"])
def test_a_plan_for_another_device_is_refused_when_it_is_made(device: str) -> None:
    with pytest.raises(PlanError, match=rf"CUDA card.*model\.device is {device}") as refused:
        ModelPlan("model", device=device, load_in_4bit=True)
    assert refused.value.field == "model.load_in_4bit"
    assert ModelPlan("model", device="cuda", load_in_4bit=True).load_in_4bit


def test_dora_on_a_quantised_model_is_refused() -> None:
    with pytest.raises(PlanError) as refused:
        RunPlan(ModelPlan("model", load_in_4bit=True), DataPlan("pairs.jsonl"), AdapterPlan(dora=True))
    assert refused.value.field == "adapter.dora"


def test_weights_in_four_bits_cannot_all_be_trained() -> None:
    with pytest.raises(PlanError) as refused:
        RunPlan(ModelPlan("model", load_in_4bit=True), DataPlan("pairs.jsonl"), training=TrainingPlan(tuning="full"))
    assert refused.value.field == "model.load_in_4bit"


@pytest.mark.skipif(torch.cuda.is_available(), reason="the device here is a CUDA card")
def test_a_plan_that_takes_what_is_there_is_refused_once_that_is_known(tiny_model_folder: Path) -> None:
    plan = RunPlan(ModelPlan(str(tiny_model_folder), load_in_4bit=True), DataPlan("pairs.jsonl"))
    with pytest.raises(PlanError, match="this run would use") as refused:
        settle_plan(plan)
    assert refused.value.field == "model.load_in_4bit"
    with pytest.raises(PlanError, match="CUDA card"):
        load_model(tiny_model_folder, "cpu", "float32", load_in_4bit=True)


def test_a_card_without_the_package_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(four_bit, "find_spec", lambda name: None)
    with pytest.raises(PlanError, match=r"pip install bitsandbytes"):
        require_four_bit(CARD)
    monkeypatch.setattr(four_bit, "find_spec", lambda name: object())
    require_four_bit(CARD)
    with pytest.raises(PlanError, match="CPU, 2 cores"):
        require_four_bit(CPU)


def test_the_loader_is_given_what_the_paper_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = four_bit_settings("cuda:1", "bfloat16")
    config = settings["quantization_config"]
    assert settings["device_map"] == {"": "cuda:1"}
    assert (config.load_in_4bit, config.bnb_4bit_quant_type, config.bnb_4bit_use_double_quant) == (True, "nf4", True)
    assert config.bnb_4bit_compute_dtype is torch.bfloat16


@pytest.mark.parametrize(
    "text",
    [
        "model_name_or_path: {model}\nload_in_4bit: true\n",
        "stage: dpo\nmodel_name_or_path: {model}\nquantization_bit: 4\ndataset: x\n",
    ],
)
def test_other_programs_settings_mean_the_same(text: str, tiny_model_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "dpo.yaml").write_text(text.format(model=tiny_model_folder), encoding="utf-8")
    imported = import_plan(tmp_path / "dpo.yaml", data="pairs.jsonl")
    assert imported.plan.model.load_in_4bit
