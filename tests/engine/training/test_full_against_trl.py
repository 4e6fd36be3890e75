"""Full fine-tuning: TRL trains all weights of the same model on the same pairs, and every step has the same numbers."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import AutoModelForCausalLM

from benchmarks.sides.trl_side import in_our_order, trl_trainer
from engine.model.load import load_tokenizer
from engine.plan import AdapterPlan, RunPlan, SharedPrefix
from tests.engine.training.test_against_trl import (
    STEPS,
    assert_equal_step_by_step,
    make_plan,
    ours,
    write_pairs,
)
from tests.tiny_model import build_tiny_tokenizer, random_llama


@pytest.fixture(params=[True, False], ids=["tied", "untied"])
def model_folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A tiny model whose output layer is its embedding, or has weights of its own."""
    tokenizer = build_tiny_tokenizer()
    folder = tmp_path / "model"
    random_llama(len(tokenizer), seed=7, tie_word_embeddings=request.param).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def plan_for(model: Path, data: Path, shared_prefix: SharedPrefix) -> RunPlan:
    plan = make_plan(model, data, 4, "linear", learning_rate=5e-4)
    training = replace(plan.training, tuning="full", shared_prefix=shared_prefix, max_grad_norm=0.5)
    return replace(plan, adapter=AdapterPlan(), training=training)


def trl(plan: RunPlan, folder: Path) -> tuple[list[dict[str, float]], Any]:
    """TRL's logged metrics, one dictionary a step, and the model that it made."""
    model = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.float32)
    reference = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trainer = trl_trainer(
            plan,
            folder,
            model,
            load_tokenizer(Path(plan.model.path)),
            in_our_order(plan),
            ref_model=reference,
            train_sampling_strategy="sequential",
            bf16=False,
            logging_steps=1,
            dataloader_pin_memory=False,
        )
        trainer.train()
    return [entry for entry in trainer.state.log_history if "rewards/margins" in entry], trainer.model


@pytest.mark.parametrize("shared_prefix", ["off", "on"])
def test_all_weights_train_as_with_trl(model_folder: Path, tmp_path: Path, shared_prefix: SharedPrefix) -> None:
    plan = plan_for(model_folder, write_pairs(tmp_path / "pairs.jsonl", count=STEPS * 4), shared_prefix)
    mine = ours(plan, tmp_path / "run")
    assert mine[-1]["rewards/margins"] != pytest.approx(0.0, abs=1e-3), "nothing was learnt, so nothing was compared"
    theirs, model = trl(plan, tmp_path / "trl")
    assert_equal_step_by_step(mine, theirs)
    saved: Any = AutoModelForCausalLM.from_pretrained(tmp_path / "run" / "model", dtype=torch.float32)
    before: Any = AutoModelForCausalLM.from_pretrained(model_folder, dtype=torch.float32)
    untrained = dict(before.named_parameters())
    expected = dict(model.named_parameters())
    for name, weight in saved.named_parameters():
        moved = float((expected[name] - untrained[name]).detach().abs().max())
        assert moved > 0, name
        assert float((weight - expected[name]).detach().abs().max()) < 0.02 * moved, name
