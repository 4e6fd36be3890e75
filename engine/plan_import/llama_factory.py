"""LLaMA-Factory's files for `stage: dpo`, as of its version 0.9.5.

It, too, switches off dropout after the adapter was added, so `lora_dropout` never counts there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.errors import PlanError
from engine.plan_import.account import shown
from engine.plan_import.places import here, put_data, put_model
from engine.plan_import.trainer_arguments import translate_trainer
from engine.plan_import.translation import Absent, Translation

PROGRAM = "LLaMA-Factory"
_SPEED = "About speed and memory only."
_OTHER_STAGE = "About another kind of training than DPO."
_OTHER_METHOD = "About another method than LoRA."
_HUB = "About the internet, which is never used."
_AFTERWARDS = "About what is done after training."


def _each(names: str, why: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), why)


NEEDLESS: Mapping[str, str] = {
    **_each("flash_attn use_unsloth use_unsloth_gc enable_liger_kernel disable_gradient_checkpointing", _SPEED),
    **_each("use_reentrant_gc low_cpu_mem_usage use_fast_tokenizer use_v1_kernels use_kv_cache", _SPEED),
    **_each("preprocessing_batch_size preprocessing_num_workers overwrite_cache data_shared_file_system", _SPEED),
    **_each("upcast_layernorm upcast_lmhead_output offload_folder buffer_size streaming tokenized_path", _SPEED),
    **_each("quantization_method quantization_type double_quantization quantization_device_map",
            "It means nothing without quantization_bit."),
    **_each("cache_dir hf_hub_token ms_hub_token om_hub_token model_revision", _HUB),
    **_each("plot_loss include_effective_tokens_per_second compute_accuracy print_param_status",
            "About logs and reports, which a run keeps in its own folder."),
    **_each("use_swanlab swanlab_project swanlab_workspace swanlab_run_name swanlab_mode swanlab_api_key", _HUB),
    **_each("swanlab_logdir swanlab_lark_webhook_url swanlab_lark_secret", _HUB),
    **_each("ppo_buffer_size ppo_epochs ppo_score_norm ppo_target ppo_whiten_rewards reward_model", _OTHER_STAGE),
    **_each("reward_model_adapters reward_model_quantization_bit reward_model_type", _OTHER_STAGE),
    **_each("train_on_prompt packing neat_packing", _OTHER_STAGE),
    **_each("freeze_trainable_layers freeze_trainable_modules freeze_extra_modules", _OTHER_METHOD),
    **_each("module_dropout oft_rank oft_block_size oft_target", _OTHER_METHOD),
    **_each("export_dir export_size export_device export_legacy_format export_hub_model_id", _AFTERWARDS),
    **_each("infer_backend infer_dtype do_sample temperature top_p top_k num_beams max_new_tokens", _AFTERWARDS),
    **_each("media_dir ray_num_workers ray_init_kwargs master_addr master_port", "A run uses one machine."),
    "pure_bf16": "The model is always computed in its own number format; see model.dtype.",
    "dataset_dir": "Where dataset_info.json was looked for.",
    "eval_on_each_dataset": "One preference file is read.",
    "mix_strategy": "One preference file is read.",
    "interleave_probs": "One preference file is read.",
    "ignore_pad_token_for_loss": "Padding never counts.",
    "loraplus_lr_embedding": "It means nothing without loraplus_lr_ratio.",
    "pissa_iter": "It means nothing without pissa_init.",
    "pissa_convert": "It means nothing without pissa_init.",
    "ref_model_adapters": "It means nothing without ref_model.",
    "ref_model_quantization_bit": "It means nothing without ref_model.",
}  # fmt: skip
_OFF = (None, False, "", 0)
ABSENT: Mapping[str, Absent] = {
    **{
        key: Absent(_OFF, why)
        for names, why in (
            ("use_galore use_apollo use_badam use_adam_mini use_muon", "The optimizer is AdamW."),
            ("use_dft_loss use_asft_loss use_eaft_loss", _OTHER_STAGE),
            ("fp8", "The model is trained in model.dtype."),
            ("loraplus_lr_ratio", "Both halves of the adapter learn at the same rate."),
            ("pissa_init", "A fresh adapter begins at zero, so that the run begins at the model as it is."),
            ("additional_target", "Only the adapter is trained."),
            ("ref_model", "The reference is the model as it was before the run."),
            ("shift_attn mixture_of_depths rope_scaling moe_aux_loss_coef", "The model is trained as it is."),
            ("resize_vocab add_tokens add_special_tokens split_special_tokens", "The tokenizer is used as it is."),
            ("new_special_tokens_config train_from_scratch", "The model is trained as it is."),
            ("trust_remote_code", "Code that lies beside a model is never carried out."),
            ("adapter_folder create_new_adapter", "Set adapter.path to go on from one adapter."),
            ("mask_history", "A pair's history is the same on both sides, so it is never trained on."),
            ("default_system tool_format", "What stands in the pairs is used; the chat template does the rest."),
            ("disable_shuffling", "Pairs come in a random order that the seed decides."),
            ("use_llama_pro use_mca use_hyper_parallel", "An adapter is trained, on one device."),
        )
        for key in names.split()
    },
    "template": Absent((None,), "The model's own chat template is used, which is what it was made with."),
    "enable_thinking": Absent((None, True), "The chat template decides."),
    "preserve_thinking": Absent((None, False), "The chat template decides."),
}  # fmt: skip
_LOSSES = {name: name for name in ("sigmoid", "hinge", "ipo", "simpo", "orpo")}
_KTO_WEIGHTS = {"kto_chosen_weight": "desirable_weight", "kto_rejected_weight": "undesirable_weight"}
_WITHOUT_REFERENCE = frozenset({"simpo", "orpo"})


def translate(given: Translation) -> None:
    """Read a file of LLaMA-Factory's. Raises `PlanError` when it is for another stage than dpo or kto."""
    stage = given.text("stage", "sft")
    if stage not in ("dpo", "kto"):
        raise PlanError(
            "stage",
            f"stage is {stage}, and only dpo and kto have preferences to learn from.",
            "Choose a file whose stage is dpo or kto.",
        )
    given.say("stage", "taken", "DPO is what a plan is for." if stage == "dpo" else "The loss is kto.")
    translate_trainer(given, default_rate=5e-5)
    put_model(given, "model_name_or_path")
    _quantization(given)
    _adapter(given)
    _data(given)
    if stage == "kto":
        _kto(given)
    else:
        _loss(given)
        for key in _KTO_WEIGHTS:
            given.say(key, "needless", "Only the stage kto reads it.")
    _early_stopping(given)
    for key, absent in ABSENT.items():
        given.say_absent(key, absent)
    for key, why in NEEDLESS.items():
        given.say(key, "needless", why)


def _quantization(given: Translation) -> None:
    """Four bits by bitsandbytes are QLoRA here, too; other widths and methods have no counterpart."""
    method = given.text("quantization_method", "bnb")
    if given.text("quantization_bit", "") == "4" and method in ("bnb", "bitsandbytes"):
        given.put("quantization_bit", "model.load_in_4bit", True)
    else:
        given.say_absent("quantization_bit", Absent(_OFF, "A model is held in model.dtype, or in four bits by NF4."))


_OF_THE_ADAPTER = "lora_rank lora_alpha lora_dropout lora_target use_rslora use_dora adapter_name_or_path".split()


def _adapter(given: Translation) -> None:
    kind = given.text("finetuning_type", "lora")
    if kind == "full" and not given.values.get("model.load_in_4bit"):
        given.put("finetuning_type", "training.tuning", "full")
        for key in _OF_THE_ADAPTER:
            given.say(key, "needless", "All weights are trained, and there is no adapter.")
        return
    if kind == "lora":
        given.say("finetuning_type", "taken", "An adapter is trained.")
    else:
        given.say("finetuning_type", "absent", f"An adapter is trained, not {kind}.")
    rank = given.whole("lora_rank", 8)
    given.put("lora_rank", "adapter.r", rank)
    given.put("lora_alpha", "adapter.alpha", given.number("lora_alpha", 2.0 * rank) or 2.0 * rank)
    if given.number("lora_dropout", 0.0):
        why = "LLaMA-Factory switches dropout off for DPO, the adapter's too."
        given.put_differently("lora_dropout", "adapter.dropout", 0.0, why)
    else:
        given.put("lora_dropout", "adapter.dropout", 0.0)
    names = given.names("lora_target", ("all",))
    given.put("lora_target", "adapter.target_modules", ("all-linear",) if names == ("all",) else names)
    given.put("use_rslora", "adapter.rslora", given.flag("use_rslora", False))
    given.put("use_dora", "adapter.dora", given.flag("use_dora", False))
    _put_adapter_path(given)


def _put_adapter_path(given: Translation) -> None:
    paths = given.names("adapter_name_or_path", ())
    found = here(paths[0], given.folder) if len(paths) == 1 else ""
    if found:
        why = "The reference is that adapter as it was, and not the model without it."
        given.put_differently("adapter_name_or_path", "adapter.path", found, why)
    elif paths:
        given.say("adapter_name_or_path", "absent", "One adapter in a folder on this computer can be gone on from.")
    else:
        given.say("adapter_name_or_path", "needless", "It names none.")


def _data(given: Translation) -> None:
    why = "Where a pair is too long, its reply's end is cut; LLaMA-Factory cuts prompt and reply in proportion."
    given.put_differently("cutoff_len", "data.max_length", given.whole("cutoff_len", 2048), why)
    catalogue = _catalogue(given)
    names, evaluation = given.names("dataset", ()), given.names("eval_dataset", ())
    train_file = _file_of(catalogue, names[0]) if names else ""
    evaluation_file = _file_of(catalogue, evaluation[0]) if evaluation else ""
    share = given.number("val_size", 0.0)
    if evaluation_file:
        given.values.pop("data.evaluation_share", None)
    put_data(given, "dataset", train_file or (names[0] if names else ""), "")
    if len(names) > 1:
        given.say("dataset", "absent", f"One preference file is read; {len(names) - 1} more are left out.")
    if evaluation_file:
        given.put("eval_dataset", "data.evaluation_path", evaluation_file)
    else:
        given.say("eval_dataset", "absent" if evaluation else "needless", "No file of this name is here.")
    if 0 < share < 0.9:
        given.put("val_size", "data.evaluation_share", share)
    elif share:
        why = "A number of pairs; here it is a share of the data. Correct it."
        given.put_differently("val_size", "data.evaluation_share", 0.1, why)
    else:
        given.say("val_size", "needless", "Nothing is held back.")
    if given.has("max_samples"):
        given.put("max_samples", "data.max_pairs", given.whole("max_samples", 0))
    else:
        given.say("max_samples", "needless", "All pairs are used.")


def _catalogue(given: Translation) -> tuple[Path, Mapping[str, Any]]:
    """The folder of the datasets and what its dataset_info.json says of each; empty where there is none to read."""
    found = here(given.text("dataset_dir", "data"), given.folder)
    folder = Path(found) if found else given.folder
    try:
        entries = json.loads((folder / "dataset_info.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        entries = {}
    return folder, entries if isinstance(entries, dict) else {}


def _file_of(catalogue: tuple[Path, Mapping[str, Any]], name: str) -> str:
    folder, entries = catalogue
    entry = entries.get(name)
    file = entry.get("file_name") if isinstance(entry, dict) else None
    return str((folder / file).resolve()) if isinstance(file, str) and (folder / file).exists() else ""


def _kto(given: Translation) -> None:
    """The stage kto, whose one loss reads a weight for either thumb."""
    given.values["training.loss_type"] = ("kto",)
    given.put("pref_beta", "training.beta", given.number("pref_beta", 0.1))
    for key, option in _KTO_WEIGHTS.items():
        given.put(key, f"training.{option}", given.number(key, 1.0))
    if given.number("pref_ftx", 0.0):
        given.say("pref_ftx", "absent", "kto is not mixed with imitation here.")
    else:
        given.say("pref_ftx", "needless", "It is off.")
    for key in ("pref_loss", "pref_bco_weight", "dpo_label_smoothing", "simpo_gamma", "ld_alpha"):
        given.say(key, "needless", "The stage kto does not read it.")


def _loss(given: Translation) -> None:
    name = given.text("pref_loss", "sigmoid")
    beta, imitation, classified = (
        given.number(key, default) for key, default in (("pref_beta", 0.1), ("pref_ftx", 0.0), ("pref_bco_weight", 0.0))
    )
    if name == "kto_pair":
        why = "kto_pair with its estimate of the divergence at 0 is apo_zero."
        given.put_differently("pref_loss", "training.loss_type", ("apo_zero",), why)
    elif name in _LOSSES:
        given.put("pref_loss", "training.loss_type", (name,))
    else:
        raise PlanError("pref_loss", f"pref_loss is {shown(name)}, which LLaMA-Factory has not.", "Correct it.")
    losses: dict[str, float] = dict.fromkeys(given.values["training.loss_type"], 1.0)
    if not classified:
        given.say("pref_bco_weight", "needless", "It is off.")
    elif name in _WITHOUT_REFERENCE:
        given.say("pref_bco_weight", "needless", f"LLaMA-Factory ignores it with {name}.")
    else:
        losses = dict.fromkeys(losses, 1.0 / (1.0 + classified)) | {"bco_pair": classified / (1.0 + classified)}
        why = "The loss bco_pair is added, without the running mean of the rewards."
        given.say("pref_bco_weight", "differently", why)
    if imitation:
        losses["sft"] = imitation
        why = f"The loss sft is added, times {imitation}, as a mean over all tokens and not over replies."
        given.say("pref_ftx", "differently", why)
    else:
        given.say("pref_ftx", "needless", "It is off.")
    given.values["training.loss_type"] = tuple(losses)
    given.values["training.loss_weights"] = tuple(losses.values()) if len(losses) > 1 else ()
    given.put("pref_beta", "training.beta", beta)
    _options(given, name)


def _options(given: Translation, name: str) -> None:
    smoothing = given.number("dpo_label_smoothing", 0.0)
    if smoothing and name == "sigmoid":
        given.put("dpo_label_smoothing", "training.label_smoothing", smoothing)
    else:
        given.say(
            "dpo_label_smoothing", "absent" if smoothing else "needless", "Only with sigmoid is it allowed there."
        )
    if name == "simpo":
        given.put("simpo_gamma", "training.simpo_gamma", given.number("simpo_gamma", 0.5))
    else:
        given.say("simpo_gamma", "needless", "Only simpo reads it.")
    if not given.has("ld_alpha"):
        given.say("ld_alpha", "needless", "It is off, as here.")
    elif name in _WITHOUT_REFERENCE:
        given.say("ld_alpha", "absent", f"{name} counts all of a reply's tokens.")
    else:
        why = "The reference's surplus tokens are weighted as well, as in the paper; there only the model's are."
        given.put_differently("ld_alpha", "training.ld_alpha", given.number("ld_alpha", 1.0), why)


def _early_stopping(given: Translation) -> None:
    if given.has("early_stopping_steps") and given.values.get("data.evaluation_share") != 0.0:
        given.put("early_stopping_steps", "training.early_stopping_patience", given.whole("early_stopping_steps", 0))
    else:
        given.say("early_stopping_steps", "needless", "It is off, or nothing is evaluated.")
