"""TRL on our pairs and plans: the other side of every comparison, in measurements and in tests.

Import nothing of TRL before `engine.offline.go_offline`; that is why the functions import it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.data.batch import arrange_updates
from engine.data.preference_pair import PreferencePair
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.plan import RunPlan

_LOSS_OPTIONS = (
    "label_smoothing",
    "f_divergence_type",
    "f_alpha_divergence_coef",
    "use_weighting",
    "discopop_tau",
)
_SCHEDULES = {"constant": "constant_with_warmup"}  # which have the same name elsewhere


def trl_row(pair: PreferencePair) -> dict[str, list[dict[str, Any]]]:
    """A pair as TRL's conversational row."""
    sides = {"prompt": pair.prompt, "chosen": pair.chosen, "rejected": pair.rejected}
    return {name: [message.as_dict() for message in messages] for name, messages in sides.items()}


def in_our_order(plan: RunPlan) -> list[dict[str, list[dict[str, Any]]]]:
    """The plan's pairs as TRL's conversational rows, in the order in which our first epoch visits them."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(plan.model.path)
    pairs = {pair.row: pair for pair in read_preferences(Path(plan.data.path)).pairs}
    tokenized = [tokenize_pair(tokenizer, pair, plan.data.max_length) for pair in pairs.values()]
    kept = [pair for pair in tokenized if isinstance(pair, TokenizedPair)]
    # A budget that never splits an update, so that only the order of the updates shows.
    updates = arrange_updates(kept, plan.training.batch_size, 10**9, plan.training.seed)
    rows = [pair.row for update in updates for portion in update.micro_batches for pair in portion.pairs]
    return [trl_row(pairs[row]) for row in rows]


def trl_trainer(
    plan: RunPlan, folder: Path, model: Any, tokenizer: Any, rows: Sequence[Mapping[str, Any]], **others: Any
) -> Any:
    """TRL's trainer with a plan's settings, on the CPU unless the plan says cuda, after it has tokenized the rows.

    `others` are further settings of `DPOConfig`, or in place of the plan's; `peft_config` and `ref_model` are passed
    on, and `trainer_class` is made instead of `DPOTrainer`.
    """
    from datasets import Dataset
    from trl import DPOConfig, DPOTrainer

    training = plan.training
    peft_config, ref_model = others.pop("peft_config", None), others.pop("ref_model", None)
    trainer_class: Any = others.pop("trainer_class", DPOTrainer)
    settings: dict[str, Any] = {
        "output_dir": str(folder),
        "per_device_train_batch_size": training.batch_size,
        "learning_rate": training.learning_rate,
        "num_train_epochs": training.epochs,
        "warmup_steps": training.warmup_ratio,
        "lr_scheduler_type": _SCHEDULES.get(training.schedule, training.schedule),
        "weight_decay": training.weight_decay,
        "max_grad_norm": training.max_grad_norm,
        "beta": training.beta,
        "loss_type": list(training.loss_type),
        "loss_weights": list(training.loss_weights) or None,
        "ld_alpha": None if training.ld_alpha == 1.0 else training.ld_alpha,
        **{name: getattr(training, name) for name in _LOSS_OPTIONS},
        "max_length": plan.data.max_length,
        "seed": training.seed,
        "use_cpu": not plan.model.device.startswith("cuda"),
        "activation_checkpointing": False,
        "save_strategy": "no",
        "report_to": "none",
        "disable_tqdm": True,
        **others,
    }
    return trainer_class(
        model=model,
        ref_model=ref_model,
        args=DPOConfig(**settings),
        train_dataset=Dataset.from_list([dict(row) for row in rows]),
        processing_class=tokenizer,
        peft_config=peft_config,
    )
