"""Files for `trl dpo --config`: TRL 1.16's script, model and `DPOConfig` settings, and older names still in use.

TRL switches off all dropout after the adapter was added (`disable_dropout`), so `lora_dropout` counts only where a
file turns that off.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import PlanError
from engine.plan_import.places import data_of_entry, put_data, put_model
from engine.plan_import.trainer_arguments import translate_trainer
from engine.plan_import.translation import Absent, Translation
from engine.preference.losses.catalogue import LOSSES

PROGRAM = "TRL"
_MODEL = "The model's folder is loaded as it is."
_QUANTIZED = "The model is trained in model.dtype."
_SPEED = "About speed and memory only."
_NO_LENGTH = 32_768  # tokens; where a file sets no limit
_OLD_RATIO = "Written for an older TRL; prompt and reply are cut together at data.max_length."

NEEDLESS: Mapping[str, str] = {
    "attn_implementation": _SPEED,
    "dataset_num_proc": _SPEED,
    "padding_free": _SPEED,
    "pad_to_multiple_of": _SPEED,
    "precompute_ref_log_probs": "The reference's log-probabilities are always computed first and kept.",
    "precompute_ref_batch_size": _SPEED,
    "activation_offloading": _SPEED,
    "use_logits_to_keep": _SPEED,
    "dataset_streaming": _SPEED,
    "streaming": _SPEED,
    "ignore_bias_buffers": "About several devices or machines; a run uses one.",
    "lora_task_type": "A language model is the only kind that is trained.",
    "model_adapter_name": "A run has one adapter.",
    "ref_adapter_name": "The reference is the model as it was before the run.",
    "bnb_4bit_quant_type": "Four bits are always NF4.",
    "use_bnb_nested_quant": "Scales are always quantised, too.",
    "bnb_4bit_quant_storage": "Where the packed bytes are kept changes no number.",
    "ref_model_mixup_alpha": "It means nothing without sync_ref_model.",
    "ref_model_sync_steps": "It means nothing without sync_ref_model.",
    "env": "Environment variables are not set by a plan.",
}
ABSENT: Mapping[str, Absent] = {
    "model_init_kwargs": Absent((None, {}, "{}"), _MODEL),
    "trust_remote_code": Absent((None, False), "Code that lies beside a model is never carried out."),
    "router_aux_loss_coef": Absent((None, 0), "No auxiliary loss is added for mixtures of experts."),
    "model_revision": Absent((None, "main"), _MODEL),
    "truncation_mode": Absent((None, "keep_start"), "Where a pair is too long, the end of its reply is cut."),
    "sync_ref_model": Absent((None, False), "The reference stays as it was before the run."),
    "pad_token": Absent((None,), "The tokenizer's own token fills up, and no result depends on it."),
    "lora_target_parameters": Absent((None, []), "Adapters are put on linear layers."),
    "lora_modules_to_save": Absent((None, []), "Only the adapter is trained."),
    "load_in_8bit": Absent((None, False), _QUANTIZED),
    "reference_free": Absent((None, False), "simpo, cpo and orpo need no reference; others always have one."),
    "generate_during_eval": Absent((None, False), "Set training.sample_prompts to read replies during a run."),
    "max_prompt_length": Absent((None,), _OLD_RATIO),
    "max_completion_length": Absent((None,), _OLD_RATIO),
    "dataset_config": Absent((None,), "One preference file is read."),
    "dataset_train_split": Absent((None, "train"), "One preference file is read, whole."),
}


def translate(given: Translation) -> None:
    """Read a file of TRL's."""
    translate_trainer(given, default_rate=1e-6)
    _four_bits(given)
    put_model(given, "model_name_or_path")
    _dtype(given)
    _adapter(given)
    _data(given)
    _loss(given)
    for key, absent in ABSENT.items():
        given.say_absent(key, absent)
    for key, why in NEEDLESS.items():
        given.say(key, "needless", why)


def _four_bits(given: Translation) -> None:
    if given.flag("load_in_4bit", default=False):
        given.put("load_in_4bit", "model.load_in_4bit", True)
    else:
        given.say("load_in_4bit", "needless", "It is off, as here.")


def _dtype(given: Translation) -> None:
    """TRL loads in `dtype` and computes in bfloat16 on top of it unless bf16 says otherwise."""
    for key in ("dtype", "torch_dtype"):
        name = given.text(key, "")
        if not name:
            given.say(key, "needless", "Left to the program there, and to model.dtype here.")
        elif "model.dtype" in given.values:
            given.say(key, "needless", "bf16 and fp16 go before it.")
        elif name in ("auto", "bfloat16"):
            given.put(key, "model.dtype", name)
        else:
            why = "TRL computes in bfloat16 anyway where it can, unless bf16 is false."
            given.put_differently(key, "model.dtype", "auto", why)


_OF_THE_ADAPTER = "lora_r lora_alpha lora_dropout lora_target_modules use_rslora use_dora".split()


def _adapter(given: Translation) -> None:
    is_packed = given.flag("load_in_4bit", False)
    if not given.flag("use_peft", False) and not is_packed:
        given.put("use_peft", "training.tuning", "full")
        given.say("disable_dropout", "taken", "No dropout in the model, whose layers are trained as they are.")
        for key in _OF_THE_ADAPTER:
            given.say(key, "needless", "use_peft is off: all weights are trained, and there is no adapter.")
        return
    if given.flag("use_peft", False):
        given.say("use_peft", "taken", "An adapter is trained.")
    else:
        given.say("use_peft", "differently", "Weights in four bits stand still, so an adapter is trained.")
    given.put("lora_r", "adapter.r", given.whole("lora_r", 16))
    given.put("lora_alpha", "adapter.alpha", given.number("lora_alpha", 32.0))
    dropout = given.number("lora_dropout", 0.05)
    if given.flag("disable_dropout", True):
        given.put_differently("lora_dropout", "adapter.dropout", 0.0, "TRL switches dropout off, the adapter's too.")
        given.say("disable_dropout", "taken", "No dropout, neither in the model nor in the adapter.")
    else:
        given.put("lora_dropout", "adapter.dropout", dropout)
        given.say("disable_dropout", "differently", "Dropout is left on in the adapter only, not in the model.")
    modules = given.names("lora_target_modules", ())
    if modules:
        given.put("lora_target_modules", "adapter.target_modules", modules)
    else:
        why = "TRL leaves the layers to peft, which mostly takes only q_proj and v_proj."
        given.put_differently("lora_target_modules", "adapter.target_modules", ("all-linear",), why)
    given.put("use_rslora", "adapter.rslora", given.flag("use_rslora", False))
    given.put("use_dora", "adapter.dora", given.flag("use_dora", False))


def _data(given: Translation) -> None:
    length = given.given.get("max_length", 1024)
    if length is None:
        given.put_differently("max_length", "data.max_length", _NO_LENGTH, "No limit there; this one is out of reach.")
    else:
        given.put("max_length", "data.max_length", given.whole("max_length", 1024))
    entries = given.given.get("datasets")
    if entries:
        train, evaluation, more = data_of_entry("datasets", entries)
        given.say("dataset_name", "needless", "datasets goes before it.")
        put_data(given, "datasets", train, evaluation)
        if more:
            given.say("datasets", "absent", f"One preference file is read; {more} more are left out.")
    else:
        given.say("datasets", "needless", "It names none.")
        put_data(given, "dataset_name", given.text("dataset_name", ""), "")
    share = given.number("test_split_size", 0.0)
    is_evaluated = given.values.get("data.evaluation_share") != 0.0
    if 0 < share < 1 and is_evaluated:
        given.put("test_split_size", "data.evaluation_share", share)
    elif share:
        given.say("test_split_size", "absent", "Held-back pairs are a share of the data, and only if it evaluates.")
    else:
        given.say("test_split_size", "needless", "It is off.")
    if given.has("dataset_test_split"):
        why = "A share of the file's pairs is held back, or data.evaluation_path is read."
        given.say("dataset_test_split", "differently" if is_evaluated else "needless", why)


def _loss(given: Translation) -> None:
    # A KTOConfig may leave its only loss out; then its weights tell.
    usual = "kto" if given.has("desirable_weight") or given.has("undesirable_weight") else "sigmoid"
    names, weights = given.names("loss_type", (usual,)), given.numbers("loss_weights")
    for name in names:
        if name == "kto_pair":
            raise PlanError(
                "loss_type", "loss_type is kto_pair, which TRL no longer has either.", "The nearest is apo_zero."
            )
    imitation = given.number("rpo_alpha", 0.0)
    if imitation:
        names, weights = (*names, "sft"), (*(weights or (1.0,) * len(names)), imitation)
        given.say("rpo_alpha", "taken", f"The loss sft is added, times {imitation}.")
    else:
        given.say("rpo_alpha", "needless", "It is off.")
    given.put("loss_type", "training.loss_type", names)
    given.put("beta", "training.beta", given.number("beta", 0.1))
    if weights:
        given.put("loss_weights", "training.loss_weights", weights)
    else:
        given.say("loss_weights", "needless", "Each loss counts 1, as here.")
    _options(given, names)


def _options(given: Translation, names: tuple[str, ...]) -> None:
    smoothing = given.number("label_smoothing", 0.0)
    readers = {"robust", "exo_pair", "aot", "aot_unpaired"}  # TRL's sigmoid takes no smoothing, ours does: cDPO
    if not smoothing:
        given.say("label_smoothing", "needless", "It is 0, as here.")
    elif readers.isdisjoint(names):
        why = f"TRL's {', '.join(names)} ignores it, so it is left out; with sigmoid it would make cDPO here."
        given.put_differently("label_smoothing", "training.label_smoothing", 0.0, why)
    else:
        given.put("label_smoothing", "training.label_smoothing", smoothing)
    if given.has("ld_alpha"):
        given.put("ld_alpha", "training.ld_alpha", given.number("ld_alpha", 1.0))
    else:
        given.say("ld_alpha", "needless", "It is off, as here.")
    given.put("use_weighting", "training.use_weighting", given.flag("use_weighting", False))
    divergence = given.text("f_divergence_type", "reverse_kl").rpartition(".")[2].lower()
    given.put("f_divergence_type", "training.f_divergence_type", divergence)
    _only_with(given, "f_alpha_divergence_coef", 0.5, divergence == "alpha_divergence", "alpha_divergence")
    is_read = any("discopop_tau" in LOSSES[name].reads for name in names if name in LOSSES)
    _only_with(given, "discopop_tau", 0.05, is_read, "discopop")
    for key in ("desirable_weight", "undesirable_weight"):
        _only_with(given, key, 1.0, names == ("kto",), "kto")


def _only_with(given: Translation, key: str, default: float, is_read: bool, reader: str) -> None:
    if is_read:
        given.put(key, f"training.{key}", given.number(key, default))
    else:
        given.say(key, "needless", f"Only {reader} reads it.")
