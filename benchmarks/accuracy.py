"""Held-out accuracy after training SmolLM2-135M on file 05: ours, TRL with the same settings, the window's recipe.

    python3 dev.py bench accuracy [--seeds 3] [--data FILE] [--model FOLDER] [--sides ours,trl,recipe]

Rows 1 to 400 are learnt; all later rows whose prompt is not among them are held back. Every seed's result is printed
as it comes, then the means. TRL's adapter is scored by the same code as ours, so only the training differs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.models.recipes import BALANCED, Recipe
from benchmarks.sides.trl_side import in_our_order, trl_row, trl_trainer
from engine.control import RunControl
from engine.data.reader import read_preferences
from engine.data.tokenize import TokenizedPair, tokenize_pair
from engine.events import RunFinished
from engine.model.adapter import attach_fresh_adapter
from engine.model.load import load_model
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.preference.rewards import score_pairs
from engine.session import run_training
from engine.storage.home import home_folder

LEARNT = 400


def main() -> None:
    """Run every side with every seed and print the table."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        training, evaluation = split_file(arguments.data, folder)
        same = plan_for(arguments.model, training)
        sides: dict[str, tuple[RunPlan, Callable[[RunPlan, Path], Path]]] = {
            "ours": (same, train_ours),
            "trl": (same, train_with_trl),
            "recipe": (with_recipe(same, BALANCED), train_ours),
        }
        results: dict[str, list[float]] = {}
        for seed in range(1, arguments.seeds + 1):
            for name in arguments.sides.split(","):
                plan, train = sides[name]
                plan = replace(plan, training=replace(plan.training, seed=seed))
                began = time.perf_counter()
                adapter = train(plan, folder / f"{name}-{seed}")
                seconds = time.perf_counter() - began
                accuracy, margin = evaluate(plan, adapter, evaluation)
                results.setdefault(name, []).append(accuracy)
                line = {"side": name, "seed": seed, "accuracy": accuracy, "margin": margin, "training_seconds": seconds}
                print(json.dumps(line), flush=True)
        for name, values in results.items():
            print(f"{name:8} mean accuracy {statistics.mean(values):.4f} over {len(values)} seeds")


def split_file(source: Path, folder: Path) -> tuple[Path, Path]:
    """Write the rows to learn from and the rows to hold back as files of their own."""
    rows = json.loads(source.read_text(encoding="utf-8"))
    learnt = {(row["instruction"], row["input"]) for row in rows[:LEARNT]}
    held_back = [row for row in rows[LEARNT:] if (row["instruction"], row["input"]) not in learnt]
    training, evaluation = folder / "training.json", folder / "evaluation.json"
    training.write_text(json.dumps(rows[:LEARNT]), encoding="utf-8")
    evaluation.write_text(json.dumps(held_back), encoding="utf-8")
    return training, evaluation


def plan_for(model: Path, training: Path) -> RunPlan:
    """One epoch at learning rate 5e-5 with 8 pairs an update."""
    return RunPlan(
        ModelPlan(path=str(model)),
        DataPlan(path=str(training), evaluation_share=0.0, max_length=256),
        AdapterPlan(),
        TrainingPlan(learning_rate=5e-5, batch_size=8, epochs=1),
    )


def with_recipe(plan: RunPlan, recipe: Recipe) -> RunPlan:
    """The plan with a recipe's values, as the window would set them."""
    values = {key.removeprefix("training."): value for key, value in recipe.values.items()}
    return replace(plan, training=replace(plan.training, **values))  # pyright: ignore[reportArgumentType]  # checked there


def train_ours(plan: RunPlan, folder: Path) -> Path:
    """Train with our engine; returns the adapter's folder."""
    last = list(run_training(plan, folder, RunControl()))[-1]
    if not isinstance(last, RunFinished):
        raise SystemExit(str(last))
    return Path(last.adapter)


def train_with_trl(plan: RunPlan, folder: Path, *, from_our_start: bool = False) -> Path:
    """Train with TRL in the same settings and precision; returns the adapter's folder.

    `from_our_start`: from the adapter that our run would begin with, and in our order of the pairs, so that nothing
    but the training differs; else TRL draws both.
    """
    import torch
    from peft import LoraConfig
    from transformers import AutoModelForCausalLM, AutoTokenizer

    torch.manual_seed(plan.training.seed)
    model = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=torch.bfloat16)
    if from_our_start:
        rows = in_our_order(plan)
        start: dict[str, Any] = {"train_sampling_strategy": "sequential"}
        model = attach_fresh_adapter(model, plan.adapter, plan.training.seed)
    else:
        rows = [trl_row(pair) for pair in read_preferences(Path(plan.data.path)).pairs]
        start = {
            "peft_config": LoraConfig(
                r=plan.adapter.r,
                lora_alpha=int(plan.adapter.alpha),
                lora_dropout=0.0,
                target_modules="all-linear",
                task_type="CAUSAL_LM",
            )
        }
    trainer = trl_trainer(
        plan,
        folder,
        model,
        AutoTokenizer.from_pretrained(plan.model.path),
        rows,
        per_device_train_batch_size=2,
        gradient_accumulation_steps=plan.training.batch_size // 2,
        bf16=True,
        logging_steps=1000,
        **start,
    )
    trainer.train()
    trainer.save_model(str(folder / "adapter"))
    return folder / "adapter"


def evaluate(plan: RunPlan, adapter: Path, evaluation: Path) -> tuple[float, float]:
    """Share of held-back pairs with a positive margin, and the mean margin."""
    loaded = load_model(Path(plan.model.path), plan.model.device, plan.model.dtype, adapter)
    outcomes = [
        tokenize_pair(loaded.tokenizer, pair, plan.data.max_length) for pair in read_preferences(evaluation).pairs
    ]
    pairs = [pair for pair in outcomes if isinstance(pair, TokenizedPair)]
    scores = list(score_pairs(loaded, pairs, plan.training.beta))
    return statistics.mean(score.margin > 0 for score in scores), statistics.mean(score.margin for score in scores)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench accuracy")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--sides", default="ours,trl,recipe")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/05_rasbt_alpaca_pref.json"))
    parser.add_argument("--model", type=Path, default=home_folder() / "models" / "SmolLM2-135M-Instruct")
    return parser.parse_args()


if __name__ == "__main__":
    main()
