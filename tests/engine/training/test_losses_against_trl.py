"""Losses of every kind of wiring train a small model as TRL's trainers do, step by step."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.data.batch import arrange_updates
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import load_model
from engine.plan import RunPlan
from engine.storage.manifest import read_manifest
from tests.engine.training.test_against_trl import (
    ABSOLUTE,
    RELATIVE,
    assert_equal_step_by_step,
    make_plan,
    ours,
    trl,
    write_pairs,
)

STEPS = 6
KINDS: dict[str, dict[str, Any]] = {
    "one pass, by length": {"loss_type": ("ipo",), "beta": 0.3},
    "two passes": {"loss_type": ("aot",), "label_smoothing": 0.1},
    "tokens and likelihoods": {"loss_type": ("apo_zero",), "ld_alpha": 0.4, "use_weighting": True},
    "a divergence": {"loss_type": ("discopop",), "f_divergence_type": "js_divergence"},
    "a mix": {"loss_type": ("sigmoid", "bco_pair", "sft"), "loss_weights": (0.8, 0.2, 1.0)},
}


def plan_with(model: Path, folder: Path, **loss: Any) -> RunPlan:
    data = write_pairs(folder / "pairs.jsonl", count=STEPS * 4)
    plan = make_plan(model, data, 4, "linear", learning_rate=5e-3)
    return replace(plan, training=replace(plan.training, **loss))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_small_model_trains_as_with_trl(tiny_model_folder: Path, tmp_path: Path, kind: str) -> None:
    plan = plan_with(tiny_model_folder, tmp_path, **KINDS[kind])
    mine = ours(plan, tmp_path / "run")
    assert len(mine) == STEPS
    assert abs(mine[-1]["rewards/margins"]) > 1e-4, "nothing was learnt, so nothing was compared"
    assert_equal_step_by_step(mine, trl(plan, tmp_path / "trl"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "loss", [{"loss_type": ("cpo",), "cpo_alpha": 0.5}, {"loss_type": ("simpo",), "beta": 2.0, "simpo_gamma": 1.0}]
)
def test_without_a_reference_a_small_model_trains_as_with_trl(
    tiny_model_folder: Path, tmp_path: Path, loss: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRL_EXPERIMENTAL_SILENCE", "1")
    plan = plan_with(tiny_model_folder, tmp_path, **loss)
    mine = ours(plan, tmp_path / "run")
    assert read_manifest(tmp_path / "run" / "manifest.json")["reference"]["what"] == "none"
    assert not (tmp_path / "home" / "reference_logps").exists()
    theirs = cpo_trainer_log(plan, tmp_path / "trl")
    assert len(mine) == len(theirs) == STEPS
    # TRL logs the means over tokens as logps for simpo; a run of ours logs sums for every loss.
    logps = ("logps/chosen", "logps/rejected") if loss["loss_type"] == ("cpo",) else ()
    for our_step, their_step in zip(mine, theirs, strict=True):
        for name in ("loss", "grad_norm", "rewards/chosen", "rewards/rejected", "rewards/margins", *logps):
            assert our_step[name] == pytest.approx(their_step[name], rel=RELATIVE, abs=ABSOLUTE), name
        assert our_step["rewards/accuracies"] == pytest.approx(their_step["rewards/accuracies"])
    assert abs(mine[-1]["loss"] - mine[0]["loss"]) > 1e-3


def cpo_trainer_log(plan: RunPlan, folder: Path) -> list[dict[str, float]]:
    """What TRL's CPOTrainer logs, given our tokens: it puts templates and end tokens together in another way."""
    from datasets import Dataset
    from trl.experimental.cpo import CPOConfig, CPOTrainer

    loaded = load_model(Path(plan.model.path), "cpu", "float32")
    training = plan.training
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trainer = CPOTrainer(
            model=attach_fresh_adapter(loaded.model, plan.adapter, training.seed),
            args=CPOConfig(
                output_dir=str(folder),
                loss_type="simpo" if training.loss_type == ("simpo",) else "sigmoid",
                cpo_alpha=training.cpo_alpha if training.loss_type == ("cpo",) else 0.0,
                simpo_gamma=training.simpo_gamma,
                beta=training.beta,
                per_device_train_batch_size=training.batch_size,
                learning_rate=training.learning_rate,
                num_train_epochs=1,
                warmup_steps=training.warmup_ratio,
                lr_scheduler_type=training.schedule,
                weight_decay=training.weight_decay,
                max_grad_norm=training.max_grad_norm,
                train_sampling_strategy="sequential",
                remove_unused_columns=False,
                bf16=False,
                use_cpu=True,
                gradient_checkpointing=False,
                save_strategy="no",
                report_to="none",
                disable_tqdm=True,
                logging_steps=1,
                dataloader_pin_memory=False,
            ),
            train_dataset=Dataset.from_list([{"prompt": "a", "chosen": "b", "rejected": "c"}]),
            processing_class=loaded.tokenizer,
        )
        trainer.train_dataset = Dataset.from_list(
            [as_trl_tokens(pair) for pair in in_our_order(plan, loaded.tokenizer)]
        )
        trainer.train()
    return [entry for entry in trainer.state.log_history if "rewards/margins" in entry]


def in_our_order(plan: RunPlan, tokenizer: Any) -> list[TokenizedPair]:
    """The plan's pairs as our first epoch visits them."""
    outcomes = [
        tokenize_pair(tokenizer, pair, plan.data.max_length) for pair in read_preferences(Path(plan.data.path)).pairs
    ]
    kept = [pair for pair in outcomes if isinstance(pair, TokenizedPair)]
    updates = arrange_updates(kept, plan.training.batch_size, 10**9, plan.training.seed)
    return [pair for update in updates for portion in update.micro_batches for pair in portion.pairs]


def as_trl_tokens(pair: TokenizedPair) -> dict[str, list[int]]:
    """A pair as CPOTrainer keeps it once tokenized."""
    prompt = list(pair.prompt_ids)
    row = {"prompt_input_ids": prompt, "prompt_attention_mask": [1] * len(prompt)}
    for side, ids in (("chosen", list(pair.chosen_ids)), ("rejected", list(pair.rejected_ids))):
        row[f"{side}_input_ids"] = prompt + ids
        row[f"{side}_attention_mask"] = [1] * (len(prompt) + len(ids))
        row[f"{side}_labels"] = [-100] * len(prompt) + ids
    return row
