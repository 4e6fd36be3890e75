from __future__ import annotations

import contextlib
import dataclasses
from pathlib import Path
from typing import Any

import peft
import pytest
import torch
import trl
from hypothesis import given
from hypothesis import strategies as some
from trl.trainer.utils import disable_dropout_in_model

from engine.errors import PlanError
from engine.plan_import.account import ImportedPlan
from engine.plan_import.from_file import import_plan, import_settings

_FILE = """
# a file as people write it for: trl dpo --config settings.yaml
model_name_or_path: ./model
dataset_name: pairs.jsonl
use_peft: true
lora_r: 32
lora_alpha: 16
lora_target_modules: [q_proj, v_proj]
learning_rate: 5e-6
beta: 0.3
loss_type: [sigmoid, sft]
loss_weights: [1.0, 0.2]
num_train_epochs: 2
per_device_train_batch_size: 2
gradient_accumulation_steps: 8
lr_scheduler_type: cosine
warmup_ratio: 0.05
max_length: 512
eval_strategy: steps
eval_steps: 50
bf16: true
report_to: wandb
optim: adafactor
sync_ref_model: true
label_smoothing: 0.1
made_up: 7
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "pairs.jsonl").touch()
    return tmp_path


def _outcome(imported: ImportedPlan, key: str) -> str:
    return {remark.key: remark.outcome for remark in imported.remarks}[key]


def test_a_real_file_becomes_the_plan_that_it_means(folder: Path) -> None:
    (folder / "dpo.yaml").write_text(_FILE)
    imported = import_plan(folder / "dpo.yaml")
    plan = imported.plan
    assert imported.program == "TRL"
    assert (plan.model.path, plan.data.path) == (str(folder / "model"), str(folder / "pairs.jsonl"))
    assert (plan.adapter.r, plan.adapter.alpha, plan.adapter.target_modules) == (32, 16.0, ("q_proj", "v_proj"))
    assert plan.adapter.dropout == 0.0  # TRL's disable_dropout
    training = plan.training
    assert (training.learning_rate, training.beta, training.epochs, training.batch_size) == (5e-6, 0.3, 2, 16)
    assert (training.loss_type, training.loss_weights) == (("sigmoid", "sft"), (1.0, 0.2))
    assert (training.schedule, training.warmup_ratio, training.evaluate_every) == ("cosine", 0.05, 50)
    assert (plan.data.max_length, plan.model.dtype) == (512, "bfloat16")
    assert training.label_smoothing == 0.0
    assert _outcome(imported, "label_smoothing") == "differently"
    assert {_outcome(imported, key) for key in ("sync_ref_model", "optim", "made_up")} == {"absent"}
    assert _outcome(imported, "report_to") == "needless"


def test_what_a_file_leaves_out_has_the_defaults_of_trl(folder: Path) -> None:
    plan = import_settings({"beta": 0.1}, folder, "x.yaml", "model", "pairs.jsonl").plan
    theirs = {field.name: field.default for field in dataclasses.fields(trl.DPOConfig)}
    assert plan.training.learning_rate == theirs["learning_rate"]
    assert plan.training.epochs == theirs["num_train_epochs"]
    assert plan.training.batch_size == theirs["per_device_train_batch_size"]
    assert plan.training.schedule == theirs["lr_scheduler_type"]
    assert plan.training.warmup_ratio == theirs["warmup_steps"] == 0
    assert plan.training.weight_decay == theirs["weight_decay"]
    assert plan.training.max_grad_norm == theirs["max_grad_norm"]
    assert plan.data.max_length == theirs["max_length"]
    assert plan.training.beta == theirs["beta"]
    model = {field.name: field.default for field in dataclasses.fields(trl.ModelConfig)}
    assert (plan.adapter.r, plan.adapter.alpha) == (model["lora_r"], model["lora_alpha"])


def test_trl_switches_off_the_dropout_of_an_adapter() -> None:
    layers = torch.nn.ModuleDict({"q_proj": torch.nn.Linear(4, 4)})
    adapted = peft.inject_adapter_in_model(peft.LoraConfig(target_modules=["q_proj"], lora_dropout=0.5), layers)
    disable_dropout_in_model(adapted)
    assert [module.p for module in adapted.modules() if isinstance(module, torch.nn.Dropout)] == [0.0]


def _fields() -> list[dataclasses.Field[Any]]:
    parts = (trl.DPOConfig, trl.ModelConfig, trl.ScriptArguments, trl.DatasetMixtureConfig)
    return [field for part in parts for field in dataclasses.fields(part)]


@pytest.mark.parametrize("field", _fields(), ids=lambda field: field.name)
def test_every_setting_of_trl_is_mapped_or_listed_with_a_reason(field: dataclasses.Field[Any], tmp_path: Path) -> None:
    default = None if field.default is dataclasses.MISSING else field.default
    value: Any = True if isinstance(default, bool) else 3 if isinstance(default, int) else "unusual"
    value = 0.25 if isinstance(default, float) else value
    value = _SPECIAL.get(field.name, value)
    settings = {"lora_r": 8, "lora_alpha": 8, "eval_strategy": "epoch", field.name: value}
    imported = import_settings(settings, tmp_path, "x.yaml", "m", "d")
    remarks = [remark for remark in imported.remarks if remark.key == field.name]
    assert remarks
    assert all(remark.text and "not known" not in remark.text for remark in remarks)


# Values of the right kind where the default does not show it.
_SPECIAL: dict[str, Any] = {
    "lr_scheduler_type": "polynomial", "bf16": True, "eval_steps": 20, "loss_type": ["ipo"], "loss_weights": [0.5],
    "ld_alpha": 0.5, "f_divergence_type": "js_divergence", "datasets": [{"path": "somewhere"}], "use_peft": True,
    "test_split_size": 0.2, "warmup_steps": 20, "num_train_epochs": 2, "max_length": 256, "weight_decay": 0.1,
    "lora_target_modules": ["q_proj"], "f_alpha_divergence_coef": 0.5, "label_smoothing": 0.1, "seed": 5,
}  # fmt: skip


@pytest.mark.parametrize("name", ["sigmoid", "ipo", "robust", "aot", "exo_pair"])
def test_label_smoothing_is_kept_just_where_trl_reads_it(name: str, tmp_path: Path) -> None:
    settings = {"loss_type": name, "label_smoothing": 0.2}
    plan = import_settings(settings, tmp_path, "x.yaml", "m", "d").plan
    assert plan.training.label_smoothing == (0.0 if name in ("sigmoid", "ipo") else 0.2)


@pytest.mark.parametrize(
    "settings, key",
    [
        ({"beta": 0}, "training.beta"),
        ({"beta": "much"}, "beta"),
        ({"beta": [0.1]}, "beta"),
        ({"beta": 0.1, "num_train_epochs": -1}, "training.epochs"),
        ({"loss_type": "kto_pair"}, "loss_type"),
        ({"loss_type": "made_up"}, "training.loss_type"),
        ({"loss_type": "robust", "label_smoothing": 0.5}, "training.label_smoothing"),
        ({"use_peft": "perhaps"}, "use_peft"),
        ({"datasets": "pairs"}, "datasets"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_name(settings: dict[str, Any], key: str, tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        import_settings(settings, tmp_path, "x.yaml", "m", "d")
    assert caught.value.field == key


def test_a_name_on_the_internet_is_listed_and_has_to_be_given_another_way(tmp_path: Path) -> None:
    settings = {"model_name_or_path": "owner/model", "dataset_name": "owner/pairs", "beta": 0.1}
    with pytest.raises(PlanError, match="--model"):
        import_settings(settings, tmp_path, "x.yaml")
    imported = import_settings(settings, tmp_path, "x.yaml", "m", "d")
    assert _outcome(imported, "model_name_or_path") == _outcome(imported, "dataset_name") == "absent"


_VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(some.dictionaries(some.text(min_size=1, max_size=12), _VALUES, max_size=5))
def test_no_key_is_dropped_silently(settings: dict[str, Any]) -> None:
    settings = {f"x{key}": value for key, value in settings.items()} | {"beta": 0.1}
    imported = import_settings(settings, Path(), "x.yaml", "m", "d")
    assert settings.keys() <= {remark.key for remark in imported.remarks}


@given(some.sampled_from([field.name for field in _fields()]), _VALUES)
def test_any_value_of_a_known_key_is_read_or_refused_in_words(key: str, value: Any) -> None:
    with contextlib.suppress(PlanError):
        imported = import_settings({"lora_r": 8, key: value}, Path(), "x.yaml", "m", "d")
        assert key in {remark.key for remark in imported.remarks}


def test_a_file_of_trl_s_kto_settings_becomes_a_plan_for_thumbs(folder: Path) -> None:
    settings = {"desirable_weight": 1.3, "undesirable_weight": 0.9, "beta": 0.2}
    training = import_settings(settings, folder, "x.yaml", "model", "thumbs.jsonl").plan.training
    assert (training.loss_type, training.beta) == (("kto",), 0.2)
    assert (training.desirable_weight, training.undesirable_weight) == (1.3, 0.9)
    named = import_settings({"loss_type": "kto", "beta": 0.1}, folder, "x.yaml", "model", "thumbs.jsonl")
    assert named.plan.training.loss_type == ("kto",)
