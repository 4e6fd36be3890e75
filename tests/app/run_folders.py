"""Run folders as the engine leaves them, without weights worth the name."""

from __future__ import annotations

from pathlib import Path

from engine.events import EvaluationFinished, StepFinished, to_json
from engine.plan import DataPlan, ModelPlan, RunPlan
from engine.plan_file import write_plan
from engine.storage.manifest import update_manifest
from engine.storage.run_folder import RunFolder
from tests.app.fake_engine import evaluated, step_finished

PLAN = RunPlan(ModelPlan("/models/demo"), DataPlan("/data/pairs.jsonl"))


def write_run(
    folder: Path, state: str, steps: int = 6, saved: int = 4, *, adapter: bool = True, plan: RunPlan = PLAN
) -> RunFolder:
    """A run folder as the engine leaves it, without the weights."""
    run = RunFolder(folder)
    run.create()
    write_plan(plan, run.plan_path)
    update_manifest(run.manifest_path, {"state": state, "device": "cpu", "training_pairs": 72, "evaluation_pairs": 8})
    for step in range(1, steps + 1):
        events: list[StepFinished | EvaluationFinished] = [step_finished(step, 10)]
        if step == saved:
            events.append(evaluated(step, 10))
            (run.checkpoints / f"step-{step:06d}").mkdir()
        for event in events:
            document = to_json(event)
            del document["event"]
            run.append_metrics(document)
    if adapter:
        run.adapter.mkdir()
        (run.adapter / "adapter_model.safetensors").touch()
    return run


def fill_checkpoint(run: RunFolder, step: int = 4) -> None:
    """Put the files into a checkpoint that training needs to go on from there."""
    for name in ("trainable.safetensors", "optimizer.safetensors", "state.json"):
        (run.checkpoints / f"step-{step:06d}" / name).touch()
