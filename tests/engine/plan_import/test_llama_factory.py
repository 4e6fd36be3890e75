from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.errors import PlanError
from engine.plan import AdapterPlan
from engine.plan_import import llama_factory, trainer_arguments
from engine.plan_import.account import ImportedPlan
from engine.plan_import.from_file import import_plan, import_settings

_FILE = """
### model
model_name_or_path: model
trust_remote_code: true
### method
stage: dpo
do_train: true
finetuning_type: lora
lora_rank: 16
lora_target: all
lora_dropout: 0.1
pref_beta: 0.2
pref_loss: sigmoid
pref_ftx: 0.5
### dataset
dataset: mine, theirs
template: llama3
cutoff_len: 768
max_samples: 1000
overwrite_cache: true
### output
output_dir: saves/dpo
logging_steps: 10
save_steps: 500
plot_loss: true
### train
per_device_train_batch_size: 1
gradient_accumulation_steps: 8
learning_rate: 5.0e-6
num_train_epochs: 3.0
lr_scheduler_type: cosine
warmup_ratio: 0.1
bf16: true
ddp_timeout: 180000000
### eval
val_size: 0.1
eval_strategy: steps
eval_steps: 500
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.json").touch()
    (tmp_path / "data" / "dataset_info.json").write_text(json.dumps({"mine": {"file_name": "mine.json"}}))
    return tmp_path


def _outcomes(imported: ImportedPlan, key: str) -> list[str]:
    return [remark.outcome for remark in imported.remarks if remark.key == key]


def _loss(tmp_path: Path, **settings: Any) -> tuple[tuple[str, ...], tuple[float, ...]]:
    training = import_settings({"stage": "dpo", **settings}, tmp_path, "x.yaml", "m", "d").plan.training
    return training.loss_type, training.loss_weights


def test_a_real_file_becomes_the_plan_that_it_means(folder: Path) -> None:
    (folder / "dpo.yaml").write_text(_FILE)
    imported = import_plan(folder / "dpo.yaml")
    plan, training = imported.plan, imported.plan.training
    assert imported.program == "LLaMA-Factory"
    assert (plan.model.path, plan.data.path) == (str(folder / "model"), str(folder / "data" / "mine.json"))
    assert (plan.adapter.r, plan.adapter.alpha, plan.adapter.dropout) == (16, 32.0, 0.0)
    assert plan.adapter.target_modules == ("all-linear",)
    assert (training.loss_type, training.loss_weights, training.beta) == (("sigmoid", "sft"), (1.0, 0.5), 0.2)
    assert (plan.data.max_length, plan.data.max_pairs, plan.data.evaluation_share) == (768, 1000, 0.1)
    assert (training.batch_size, training.learning_rate, training.epochs) == (8, 5e-6, 3)
    assert _outcomes(imported, "template") == ["absent"]
    assert _outcomes(imported, "dataset") == ["taken", "absent"]
    assert _outcomes(imported, "lora_dropout") == ["differently"]
    assert _outcomes(imported, "plot_loss") == ["needless"]


def test_losses_and_their_additions_are_weighted_as_there(tmp_path: Path) -> None:
    assert _loss(tmp_path, pref_loss="orpo") == (("orpo",), ())
    assert _loss(tmp_path, pref_loss="kto_pair") == (("apo_zero",), ())
    assert _loss(tmp_path, pref_bco_weight=1.0) == (("sigmoid", "bco_pair"), (0.5, 0.5))
    assert _loss(tmp_path, pref_loss="simpo", pref_bco_weight=1.0) == (("simpo",), ())
    names, weights = _loss(tmp_path, pref_bco_weight=0.25, pref_ftx=1.0)
    assert names == ("sigmoid", "bco_pair", "sft")
    assert weights == pytest.approx((0.8, 0.2, 1.0))


def test_simpo_takes_its_margin_and_others_do_not(tmp_path: Path) -> None:
    settings = {"stage": "dpo", "pref_beta": 2.0, "simpo_gamma": 1.0}
    simpo = import_settings({**settings, "pref_loss": "simpo"}, tmp_path, "x.yaml", "m", "d").plan.training
    assert (simpo.simpo_gamma, simpo.beta) == (1.0, 2.0)
    assert import_settings(settings, tmp_path, "x.yaml", "m", "d").plan.training.simpo_gamma == 0.5


def test_the_stage_kto_becomes_a_plan_for_thumbs(tmp_path: Path) -> None:
    settings = {"stage": "kto", "kto_chosen_weight": 1.2, "pref_beta": 0.3, "pref_loss": "sigmoid", "pref_ftx": 0.1}
    imported = import_settings(settings, tmp_path, "x.yaml", "m", "d")
    training = imported.plan.training
    assert (training.loss_type, training.beta) == (("kto",), 0.3)
    assert (training.desirable_weight, training.undesirable_weight) == (1.2, 1.0)
    assert _outcomes(imported, "pref_ftx") == ["absent"]
    assert _outcomes(imported, "pref_loss") == ["needless"]


def test_full_fine_tuning_stays_full_and_needs_no_adapter(tmp_path: Path) -> None:
    settings = {"stage": "dpo", "finetuning_type": "full", "lora_rank": 64, "lora_dropout": 0.1, "use_dora": True}
    imported = import_settings(settings, tmp_path, "x.yaml", "m", "d")
    assert imported.plan.training.tuning == "full"
    assert imported.plan.adapter == AdapterPlan()
    assert _outcomes(imported, "finetuning_type") == ["taken"]
    assert [_outcomes(imported, key) for key in ("lora_rank", "lora_dropout", "use_dora")] == [["needless"]] * 3


def test_a_way_of_tuning_that_is_not_here_is_told(tmp_path: Path) -> None:
    imported = import_settings({"stage": "dpo", "finetuning_type": "freeze"}, tmp_path, "x.yaml", "m", "d")
    assert imported.plan.training.tuning == "lora"
    assert _outcomes(imported, "finetuning_type") == ["absent"]


@pytest.mark.parametrize("stage", ["sft", "ppo", "rm"])
def test_another_stage_is_refused(stage: str, tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=stage) as caught:
        import_settings({"stage": stage, "pref_beta": 0.1}, tmp_path, "x.yaml", "m", "d")
    assert caught.value.field == "stage"


# The names in LLaMA-Factory 0.9.5's argument classes that its DPO stage can be given, read from its wheel.
_NAMES = """
model_name_or_path adapter_name_or_path adapter_folder cache_dir use_fast_tokenizer resize_vocab split_special_tokens
add_tokens add_special_tokens new_special_tokens_config model_revision low_cpu_mem_usage rope_scaling flash_attn
shift_attn mixture_of_depths use_unsloth use_unsloth_gc enable_liger_kernel moe_aux_loss_coef
disable_gradient_checkpointing use_reentrant_gc upcast_layernorm upcast_lmhead_output train_from_scratch infer_backend
offload_folder use_kv_cache use_v1_kernels infer_dtype hf_hub_token ms_hub_token om_hub_token print_param_status
trust_remote_code quantization_method quantization_bit quantization_type double_quantization quantization_device_map
template dataset eval_dataset dataset_dir media_dir cutoff_len train_on_prompt mask_history streaming buffer_size
mix_strategy interleave_probs overwrite_cache preprocessing_batch_size preprocessing_num_workers max_samples
ignore_pad_token_for_loss val_size eval_on_each_dataset packing neat_packing tool_format default_system enable_thinking
preserve_thinking tokenized_path data_shared_file_system additional_target lora_alpha lora_dropout lora_rank lora_target
loraplus_lr_ratio loraplus_lr_embedding use_rslora use_dora pissa_init pissa_iter pissa_convert create_new_adapter
pref_beta pref_ftx pref_bco_weight pref_loss dpo_label_smoothing kto_chosen_weight kto_rejected_weight simpo_gamma
ref_model ref_model_adapters ref_model_quantization_bit ld_alpha use_galore use_apollo use_badam use_swanlab pure_bf16
stage finetuning_type use_llama_pro use_adam_mini use_mca use_hyper_parallel use_muon use_dft_loss use_asft_loss
use_eaft_loss compute_accuracy disable_shuffling early_stopping_steps plot_loss include_effective_tokens_per_second
ray_num_workers ray_init_kwargs fp8 overwrite_output_dir
""".split()
_WHOLE = {"lora_rank", "cutoff_len", "max_samples", "early_stopping_steps", "lora_alpha"}
_SHARES = {"lora_dropout", "pref_beta", "pref_ftx", "pref_bco_weight", "dpo_label_smoothing", "simpo_gamma", "val_size",
           "ld_alpha"}  # fmt: skip
_WORDS = {"pref_loss": "ipo", "stage": "dpo", "use_rslora": True, "use_dora": True}


@pytest.mark.parametrize("name", _NAMES)
def test_every_setting_of_its_dpo_stage_is_mapped_or_listed(name: str, tmp_path: Path) -> None:
    value = 16 if name in _WHOLE else 0.25 if name in _SHARES else _WORDS.get(name, "unusual")
    imported = import_settings({"stage": "dpo", name: value}, tmp_path, "x.yaml", "m", "d")
    remarks = [remark for remark in imported.remarks if remark.key == name]
    assert remarks
    assert all(remark.text and "not known" not in remark.text for remark in remarks)


@given(some.text(min_size=1, max_size=10), some.integers() | some.text(max_size=5) | some.none())
def test_an_unknown_key_is_listed(key: str, value: object) -> None:
    imported = import_settings({"stage": "dpo", f"x{key}": value}, Path(), "x.yaml", "m", "d")
    assert _outcomes(imported, f"x{key}") == ["absent"]


def test_no_key_stands_in_two_lists() -> None:
    for left, right in (
        (llama_factory.NEEDLESS, llama_factory.ABSENT),
        (trainer_arguments.NEEDLESS, trainer_arguments.ABSENT),
        (llama_factory.NEEDLESS, trainer_arguments.ABSENT),
        (llama_factory.ABSENT, trainer_arguments.NEEDLESS),
    ):
        assert left.keys().isdisjoint(right)
