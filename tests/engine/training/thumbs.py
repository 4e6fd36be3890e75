"""Files of replies with thumbs, and plans that learn from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan

_WORDS = "the cat sat on a red mat while 12 dogs ran past it slowly".split()


def write_thumbs(path: Path, count: int) -> Path:
    """Replies of differing lengths, some after several turns, two thumbs up of three."""
    with path.open("w", encoding="utf-8") as file:
        for index in range(count):
            prompt = [{"role": "user", "content": " ".join(_WORDS[: 2 + index % 9]) + f" {index}?"}]
            if index % 4 == 0:
                prompt = [
                    {"role": "user", "content": f"And {_WORDS[index % 7]}?"},
                    {"role": "assistant", "content": "Yes."},
                    *prompt,
                ]
            completion = [{"role": "assistant", "content": " ".join(_WORDS[index % 6 :])}]
            row: dict[str, Any] = {"prompt": prompt, "completion": completion, "label": index % 3 > 0}
            file.write(json.dumps(row) + "\n")
    return path


def thumbs_plan(model: Path, data: Path, *, share: float = 0.0, **training: Any) -> RunPlan:
    """KTO in float32 on the CPU."""
    values: dict[str, Any] = {"loss_type": ("kto",), "batch_size": 4, "learning_rate": 5e-3, **training}
    return RunPlan(
        model=ModelPlan(path=str(model), dtype="float32", device="cpu"),
        data=DataPlan(path=str(data), evaluation_share=share, max_length=256),
        adapter=AdapterPlan(r=8, alpha=16.0),
        training=TrainingPlan(**values),
    )
