"""The settings that TRL and LLaMA-Factory both take from transformers' `TrainingArguments`."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.plan_import.translation import Absent, Translation

_SPEED = "About speed and memory only."
_LOGS = "About logs and reports, which a run keeps in its own folder."
_PLACES = "About where and how files are written, which a run decides by itself."
_HUB = "About the internet, which is never used."
_MACHINES = "About several devices or machines; a run uses one."
_METRICS = "About how the other program computes its metrics."


def _each(names: str, why: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), why)


NEEDLESS: Mapping[str, str] = {
    **_each("tf32 torch_compile torch_compile_backend torch_compile_mode use_liger_kernel liger_kernel_config", _SPEED),
    **_each("gradient_checkpointing gradient_checkpointing_kwargs use_cache torch_empty_cache_steps", _SPEED),
    **_each("activation_checkpointing activation_checkpointing_kwargs bf16_full_eval fp16_full_eval", _SPEED),
    **_each("dataloader_num_workers dataloader_pin_memory dataloader_persistent_workers", _SPEED),
    **_each("dataloader_prefetch_factor dataloader_multiprocessing_context dataloader_in_order", _SPEED),
    **_each("per_device_eval_batch_size eval_accumulation_steps skip_memory_metrics full_determinism", _SPEED),
    **_each("logging_strategy logging_steps logging_first_step log_on_each_node logging_nan_inf_filter", _LOGS),
    **_each("include_num_input_tokens_seen log_level log_level_replica disable_tqdm report_to run_name project", _LOGS),
    **_each("trackio_space_id trackio_bucket_id trackio_static_space_id logging_dir debug", _LOGS),
    **_each("output_dir overwrite_output_dir save_only_model save_on_each_node save_total_limit", _PLACES),
    **_each("enable_jit_checkpoint save_safetensors restore_callback_states_from_checkpoint", _PLACES),
    **_each("push_to_hub hub_token hub_private_repo hub_model_id hub_strategy hub_always_push hub_revision", _HUB),
    **_each("ddp_find_unused_parameters ddp_bucket_cap_mb ddp_broadcast_buffers ddp_static_graph", _MACHINES),
    **_each("ddp_backend ddp_timeout local_rank average_tokens_across_devices", _MACHINES),
    **_each("prediction_loss_only eval_do_concat_batches eval_use_gather_object include_for_metrics", _METRICS),
    **_each("batch_eval_metrics remove_unused_columns label_names length_column_name", _METRICS),
    **_each("do_train do_eval do_predict", "What is done is chosen by the command, not by the file."),
    "greater_is_better": "It follows from what the best evaluation goes by.",
}  # fmt: skip

ABSENT: Mapping[str, Absent] = {
    "max_steps": Absent((None, -1, 0), "A run's length is a number of epochs; set training.epochs."),
    "lr_scheduler_kwargs": Absent((None, "", {}), "The schedules here have no settings of their own."),
    "optim_args": Absent((None, ""), "The optimizer is AdamW with its usual settings."),
    "optim_target_modules": Absent((None, "", []), "The optimizer is AdamW for all trained weights."),
    "adam_beta1": Absent((None, 0.9), "AdamW's first beta is 0.9."),
    "adam_beta2": Absent((None, 0.999), "AdamW's second beta is 0.999."),
    "adam_epsilon": Absent((None, 1e-8), "AdamW's epsilon is 1e-8."),
    "label_smoothing_factor": Absent((None, 0), "It smooths tokens; training.label_smoothing is about wrong labels."),
    "neftune_noise_alpha": Absent((None, 0), "No noise is added to embeddings."),
    "auto_find_batch_size": Absent((None, False), "The pairs per update stay as they are; memory decides the rest."),
    "eval_delay": Absent((None, 0), "Evaluations begin with the run."),
    "eval_on_start": Absent((None, False), "Before the first update both models are the same, so the margin is 0."),
    "resume_from_checkpoint": Absent((None, "", False), "A run is resumed by its folder, with main.py resume."),
    "ignore_data_skip": Absent((None, False), "A resumed run always goes on where it was in the data."),
    "data_seed": Absent((None,), "training.seed decides the order of the pairs as well."),
    "accelerator_config": Absent((None, "", {}), _MACHINES),
    "parallelism_config": Absent((None, "", {}), _MACHINES),
    "fsdp": Absent((None, "", [], False), _MACHINES),
    "fsdp_config": Absent((None, "", {}), _MACHINES),
    "deepspeed": Absent((None, "", {}), _MACHINES),
    "dataloader_drop_last": Absent((None, False), "The last update of an epoch takes the pairs that are left."),
    "train_sampling_strategy": Absent((None, "random"), "Pairs come in a random order that the seed decides."),
    "group_by_length": Absent((None, False), "Pairs come in a random order that the seed decides."),
}

_SCHEDULES = {
    "linear": "linear",
    "cosine": "cosine",
    "constant": "constant",
    "constant_with_warmup": "constant",
}
_BEST_BY = {
    "loss": "loss",
    "rewards/margins": "margin",
    "rewards/accuracies": "accuracy",
}
_ADAMW = frozenset("adamw_torch adamw_torch_fused adamw_hf".split())
_WARMUP_OF_STEPS = 0.1


def translate_trainer(given: Translation, default_rate: float) -> None:
    """Read what both programs share; `default_rate` is the learning rate of a file that names none."""
    _batch(given)
    given.put("learning_rate", "training.learning_rate", given.number("learning_rate", default_rate))
    _epochs(given)
    _schedule(given)
    given.put("weight_decay", "training.weight_decay", given.number("weight_decay", 0.0))
    given.put("max_grad_norm", "training.max_grad_norm", given.number("max_grad_norm", 1.0))
    given.put("seed", "training.seed", given.whole("seed", 42))
    _optimizer(given)
    _number_format(given)
    _evaluation(given)
    _saving(given)
    for key, absent in ABSENT.items():
        if not given.said(key):
            given.say_absent(key, absent)
    for key, why in NEEDLESS.items():
        given.say(key, "needless", why)


def _batch(given: Translation) -> None:
    pairs, times = given.whole("per_device_train_batch_size", 8), given.whole("gradient_accumulation_steps", 1)
    given.put("per_device_train_batch_size", "training.batch_size", pairs * times)
    given.say(
        "gradient_accumulation_steps", "taken", f"Part of training.batch_size = {pairs} x {times} = {pairs * times}"
    )


def _epochs(given: Translation) -> None:
    epochs = given.number("num_train_epochs", 3.0)
    if epochs == int(epochs):
        given.put("num_train_epochs", "training.epochs", int(epochs))
    else:
        why = "A run ends with an epoch."
        given.put_differently("num_train_epochs", "training.epochs", max(1, math.ceil(epochs)), why)


def _schedule(given: Translation) -> None:
    name = given.text("lr_scheduler_type", "linear")
    if name in _SCHEDULES:
        given.put("lr_scheduler_type", "training.schedule", _SCHEDULES[name])
    else:
        nearest = "linear" if name == "polynomial" else "constant" if name == "inverse_sqrt" else "cosine"
        given.put_differently("lr_scheduler_type", "training.schedule", nearest, f"There is no schedule {name}.")
    steps, ratio = given.number("warmup_steps", 0.0), given.number("warmup_ratio", 0.0)
    key = "warmup_steps" if steps or not given.has("warmup_ratio") else "warmup_ratio"
    if name == "constant":
        given.put_differently(key, "training.warmup_ratio", 0.0, "The schedule constant begins at its full rate.")
    elif key == "warmup_ratio":
        given.put(key, "training.warmup_ratio", ratio)
    elif steps < 1:
        given.put(key, "training.warmup_ratio", steps)
    elif given.whole("max_steps", -1) > 0:
        share = min(1.0, steps / given.whole("max_steps", -1))
        given.put_differently(key, "training.warmup_ratio", share, "The same share of max_steps.")
    else:
        why = "How many updates there are depends on the data, so a share stands here; correct it."
        given.put_differently(key, "training.warmup_ratio", _WARMUP_OF_STEPS, why)
    if key == "warmup_steps":
        given.say("warmup_ratio", "needless", "warmup_steps goes before it.")
    else:
        given.say("warmup_steps", "needless", "It is off, so that warmup_ratio counts.")


def _optimizer(given: Translation) -> None:
    name = given.text("optim", "adamw_torch")
    if name in _ADAMW:
        given.say("optim", "needless", "The optimizer is AdamW here, too.")
    else:
        given.say("optim", "absent", "The optimizer is AdamW in float32.")


def _number_format(given: Translation) -> None:
    if given.flag("fp16", False):
        why = "Half precision with loss scaling is not offered; bfloat16 takes as little memory."
        given.put_differently("fp16", "model.dtype", "bfloat16", why)
        given.say("bf16", "needless", "fp16 is set.")
    elif given.has("bf16"):
        given.say("fp16", "needless", "It is off, as here.")
        if given.flag("bf16", True):
            why = "The model's weights are kept in it, not only computed in; the adapter's stay in float32."
            given.put_differently("bf16", "model.dtype", "bfloat16", why)
        else:
            given.put("bf16", "model.dtype", "float32")
    else:
        given.say("fp16", "needless", "It is off, as here.")
        given.say("bf16", "needless", 'Left to the program there, and to model.dtype = "auto" here.')
    for key in ("use_cpu", "no_cuda"):
        if given.flag(key, False):
            given.put(key, "model.device", "cpu")
        else:
            given.say(key, "needless", 'model.device = "auto" takes the fastest device, as there.')


def _evaluation(given: Translation) -> None:
    key = "evaluation_strategy" if given.has("evaluation_strategy") else "eval_strategy"
    strategy = given.text(key, "no")
    if strategy == "steps":
        every = given.number("eval_steps", given.number("logging_steps", 10))
        step_key = "eval_steps" if given.has("eval_steps") else key
        if every >= 1:
            given.put(step_key, "training.evaluate_every", int(every))
        else:
            why = "A share of the run; 0 picks about eight times."
            given.put_differently(step_key, "training.evaluate_every", 0, why)
        given.say(key, "taken", "Evaluated every so many updates.")
    elif strategy == "epoch":
        why = "After each epoch there; here about eight times a run."
        given.put_differently(key, "training.evaluate_every", 0, why)
        given.say("eval_steps", "needless", f"{key} is epoch.")
    else:
        why = "Nothing is evaluated, so no pair is held back; 0.1 would show how well it learns."
        given.put_differently(key, "data.evaluation_share", 0.0, why)
        given.say("eval_steps", "needless", "Nothing is evaluated.")
    for other in {"evaluation_strategy", "eval_strategy"} - {key}:
        given.say(other, "needless", f"{key} says it.")


def _saving(given: Translation) -> None:
    strategy, every = given.text("save_strategy", "steps"), given.number("save_steps", 500)
    if given.has("save_strategy"):
        given.say(
            "save_strategy", "taken" if strategy == "steps" else "differently", _SAVING.get(strategy, _SAVING["no"])
        )
    if strategy == "steps" and every >= 1 and given.has("save_steps"):
        given.put("save_steps", "training.checkpoint_every", int(every))
    else:
        given.say("save_steps", "differently", "Checkpoints are made about eight times a run.")
    if given.flag("load_best_model_at_end", False):
        given.put("load_best_model_at_end", "training.load_best_model_at_end", True)
    else:
        given.say("load_best_model_at_end", "needless", "It is off, as here.")
    metric = given.text("metric_for_best_model", "loss").removeprefix("eval_")
    keeps_best = given.flag("load_best_model_at_end", False) or given.has("early_stopping_steps")
    if not keeps_best:
        given.say("metric_for_best_model", "needless", "Nothing keeps the best evaluation.")
    elif metric in _BEST_BY:
        if given.has("metric_for_best_model"):
            given.put("metric_for_best_model", "training.metric_for_best_model", _BEST_BY[metric])
        else:
            given.say("metric_for_best_model", "needless", "The loss decides, as here.")
    else:
        given.say("metric_for_best_model", "absent", "The best goes by loss, margin or accuracy on held-back pairs.")


_SAVING = {
    "steps": "A checkpoint every so many updates.",
    "epoch": "Checkpoints are made about eight times a run, not after each epoch.",
    "best": "The best evaluation always has a checkpoint; others are made about eight times a run.",
    "no": "Checkpoints are always made, about eight times a run.",
}
