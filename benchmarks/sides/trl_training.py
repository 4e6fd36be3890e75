"""TRL's side of the training benchmark: one epoch in a setting such as `4pc`."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from benchmarks.sides.specification import last_quarter, plan_of, specification
from benchmarks.sides.trl_side import trl_row, trl_trainer
from engine.offline import go_offline


def main() -> None:
    """Train, and print one line of JSON."""
    go_offline()
    from trl import DPOTrainer

    from engine.data.reader import read_preferences
    from engine.model.adapter import attach_fresh_adapter
    from engine.model.device import peak_memory_bytes
    from engine.model.load import load_model

    asked = specification()
    plan = plan_of(asked)
    setting: str = asked["setting"]
    size = int(setting.rstrip("pc"))
    loaded = load_model(Path(plan.model.path), plan.model.device, plan.model.dtype)
    model = attach_fresh_adapter(loaded.model, plan.adapter, plan.training.seed)
    reference_seconds: list[float] = []
    precompute = DPOTrainer._precompute_ref_logps  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

    def timed(*arguments: Any, **named: Any) -> Any:
        began = time.perf_counter()
        result = precompute(*arguments, **named)
        reference_seconds.append(time.perf_counter() - began)
        return result

    DPOTrainer._precompute_ref_logps = timed  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    pairs = read_preferences(Path(plan.data.path)).pairs[: plan.data.max_pairs or None]
    trainer = trl_trainer(
        plan,
        Path(asked["scratch"]),
        model,
        loaded.tokenizer,
        [trl_row(pair) for pair in pairs],
        per_device_train_batch_size=size,
        gradient_accumulation_steps=plan.training.batch_size // size,
        precompute_ref_log_probs="p" in setting,
        activation_checkpointing=False,
        gradient_checkpointing="c" in setting,
        bf16=plan.model.dtype == "bfloat16",
        logging_steps=1,
        dataloader_pin_memory=False,
    )
    began = time.perf_counter()
    trainer.train()
    seconds = time.perf_counter() - began
    losses = [entry["loss"] for entry in trainer.state.log_history if "rewards/margins" in entry]
    count = len(trainer.train_dataset)
    figures = {
        "first_epoch": count / (seconds + sum(reference_seconds)),
        "cached": count / seconds,
        "peak_gib": peak_memory_bytes(plan.model.device) / 2**30,
        "last_loss": last_quarter(losses),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
