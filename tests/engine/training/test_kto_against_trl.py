"""KTO on thumbs against TRL's KTOTrainer: loss, rewards, divergence and gradient norm, step by step."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.control import RunControl
from engine.data.batch import in_training_order
from engine.data.preference_pair import PreferencePair
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.events import RunFinished, StepFinished
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import load_model
from engine.plan import RunPlan
from engine.session import run_training
from engine.training.thumbs import examples_for
from tests.engine.training.thumbs import thumbs_plan, write_thumbs

STEPS = 12
RELATIVE, ABSOLUTE = 1e-4, 1e-5
WITHIN_RELATIVE = ("loss", "logps/chosen", "logps/rejected", "grad_norm")
# Rewards and the divergence start at zero, so they need an absolute bound as well.
WITHIN_ABSOLUTE_TOO = ("rewards/chosen", "rewards/rejected", "rewards/margins", "kl")


def ours(plan: RunPlan, folder: Path) -> list[dict[str, float]]:
    events = list(run_training(plan, folder, RunControl()))
    assert isinstance(events[-1], RunFinished), events[-1]
    steps = [event for event in events if isinstance(event, StepFinished)]
    return [
        {**step.metrics.named(), "grad_norm": step.grad_norm, "learning_rate": step.learning_rate} for step in steps
    ]


def trl(plan: RunPlan, folder: Path) -> list[dict[str, float]]:
    """TRL's logged metrics, its replies in the order in which our first epoch visits them."""
    from datasets import Dataset
    from trl import KTOConfig, KTOTrainer

    loaded = load_model(Path(plan.model.path), "cpu", "float32")
    examples = examples_for(plan, read_preferences(Path(plan.data.path), options=plan.reading).pairs)
    tokenized = [tokenize_pair(loaded.tokenizer, example, plan.data.max_length) for example in examples]
    order = in_training_order([each for each in tokenized if isinstance(each, TokenizedPair)], plan.training.seed)
    by_key = {(each.row, bool(each.chosen)): each for each in examples}
    rows = [_row(by_key[each.row, bool(each.chosen_ids)]) for each in order]
    model = attach_fresh_adapter(loaded.model, plan.adapter, plan.training.seed)
    training = plan.training
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        settings = KTOConfig(
            output_dir=str(folder),
            per_device_train_batch_size=training.batch_size,
            learning_rate=training.learning_rate,
            num_train_epochs=training.epochs,
            warmup_steps=training.warmup_ratio,
            lr_scheduler_type=training.schedule,
            max_grad_norm=training.max_grad_norm,
            beta=training.beta,
            desirable_weight=training.desirable_weight,
            undesirable_weight=training.undesirable_weight,
            max_length=plan.data.max_length,
            seed=training.seed,
            use_cpu=True,
            bf16=False,
            gradient_checkpointing=False,
            logging_steps=1,
            save_strategy="no",
            report_to="none",
            disable_tqdm=True,
            dataloader_pin_memory=False,
        )
        trainer = KTOTrainer(
            model=model,
            args=settings,
            train_dataset=Dataset.from_list(rows),
            processing_class=loaded.tokenizer,
        )
        trainer.train()
    return [entry for entry in trainer.state.log_history if "kl" in entry]


def _row(thumb: PreferencePair) -> dict[str, Any]:
    reply = thumb.chosen or thumb.rejected
    return {
        "prompt": [message.as_dict() for message in thumb.prompt],
        "completion": [message.as_dict() for message in reply],
        "label": bool(thumb.chosen),
    }


def assert_equal_step_by_step(mine: list[dict[str, float]], theirs: list[dict[str, float]]) -> None:
    assert len(mine) == len(theirs)
    for step, (our_step, their_step) in enumerate(zip(mine, theirs, strict=True), start=1):
        assert our_step["learning_rate"] == pytest.approx(their_step["learning_rate"], rel=1e-9, abs=1e-15)
        for name in (*WITHIN_RELATIVE, *WITHIN_ABSOLUTE_TOO):
            assert (name in our_step) == (name in their_step), (step, name)
            if name in our_step:
                absolute = ABSOLUTE if name in WITHIN_ABSOLUTE_TOO else 1e-12
                absolute = max(absolute, rounding(their_step)) if name == "kl" else absolute
                assert our_step[name] == pytest.approx(their_step[name], rel=RELATIVE, abs=absolute), (step, name)


def rounding(step: dict[str, float]) -> float:
    """Of a divergence: it is the difference of two log-probabilities, in whose size float32 has its steps."""
    sizes = [abs(step[name]) for name in ("logps/chosen", "logps/rejected") if name in step]
    return 2 * 2.0**-23 * max(sizes)


@pytest.mark.parametrize("weights", [(1.0, 1.0), (0.7, 1.4)])
def test_a_small_model_learns_from_thumbs_as_with_trl(
    tiny_model_folder: Path, tmp_path: Path, weights: tuple[float, float]
) -> None:
    data = write_thumbs(tmp_path / "thumbs.jsonl", count=STEPS * 4)
    plan = thumbs_plan(tiny_model_folder, data, desirable_weight=weights[0], undesirable_weight=weights[1])
    mine = ours(plan, tmp_path / "run")
    assert len(mine) == STEPS
    assert any(step["kl"] > 0.05 for step in mine), "the divergence stayed at 0, so it was not compared"
    assert any("rewards/rejected" not in step for step in mine), "no update was one-sided"
    assert_equal_step_by_step(mine, trl(plan, tmp_path / "trl"))


def test_pairs_become_thumbs_as_with_trl(tiny_model_folder: Path, tmp_path: Path) -> None:
    rows = [
        {"prompt": f"the cat {index}?", "chosen": "on a mat " * (1 + index % 4), "rejected": "dogs " * (1 + index % 3)}
        for index in range(18)
    ]
    data = tmp_path / "pairs.json"
    data.write_text(json.dumps(rows), encoding="utf-8")
    plan = thumbs_plan(tiny_model_folder, data)
    plan = replace(plan, data=replace(plan.data, thumbs_from_pairs=True))
    mine = ours(plan, tmp_path / "run")
    assert len(mine) == 9
    assert_equal_step_by_step(mine, trl(plan, tmp_path / "trl"))


@pytest.mark.slow
@pytest.mark.smollm2
@pytest.mark.timeout(600)
def test_smollm2_learns_from_real_thumbs_as_with_trl(smollm2_folder: Path, shared_data: Path, tmp_path: Path) -> None:
    rows = json.loads((shared_data / "03_llamafactory_kto_en.json").read_text(encoding="utf-8"))
    rows.sort(key=lambda row: sum(len(turn["content"]) for turn in row["messages"]))  # the shortest take a minute
    up, down = ([row for row in rows if row["label"] is label] for label in (True, False))
    data = tmp_path / "thumbs.json"
    data.write_text(json.dumps(up[:8] + down[:4]), encoding="utf-8")
    plan = thumbs_plan(smollm2_folder, data, learning_rate=1e-4)
    mine = ours(plan, tmp_path / "run")
    assert len(mine) == 3
    assert_equal_step_by_step(mine, trl(plan, tmp_path / "trl"))
