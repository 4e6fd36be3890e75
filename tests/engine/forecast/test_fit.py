"""The quick estimate is near the forecast that counts every operation, and grows with what grows."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from engine.forecast.fit import model_fit
from engine.forecast.run_forecast import forecast_run
from engine.model.inspect import inspect_model
from engine.plan import DataPlan, ModelPlan, RunPlan


@pytest.mark.smollm2
@pytest.mark.parametrize("dtype, number_bytes", [("bfloat16", 2), ("float32", 4)])
def test_it_is_near_the_forecast(dtype: str, number_bytes: int, smollm2_folder: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "long.jsonl"
    reply = "The answer takes a while to tell and goes on for long. " * 70
    lines = [{"prompt": f"Why {n}?", "chosen": reply + "Yes.", "rejected": reply + "No."} for n in range(8)]
    pairs.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    plan = RunPlan(ModelPlan(str(smollm2_folder), dtype=dtype, device="cpu"), DataPlan(str(pairs)))  # pyright: ignore[reportArgumentType]
    counted = forecast_run(plan).memory.parts
    quick = model_fit(inspect_model(smollm2_folder), "cpu", number_bytes, 1).parts
    assert quick.total - quick.program == pytest.approx(counted.total - counted.program, rel=1 / 3)
    assert quick.weights == pytest.approx(counted.weights, rel=0.01)
    assert quick.optimizer == pytest.approx(counted.optimizer, rel=0.1)


def test_larger_models_and_numbers_need_more(tiny_model_folder: Path) -> None:
    facts = inspect_model(tiny_model_folder)
    small = model_fit(facts, "cpu", 2, 10**10)
    assert small.verdict == "fits"
    assert model_fit(facts, "cpu", 4, 10**10).parts.total > small.parts.total
    large = replace(facts, parameters=7_000_000_000, layers=32, hidden_size=4096, vocabulary=32_000)
    assert model_fit(large, "cpu", 2, 10**10).verdict == "will not fit"
    assert model_fit(large, "cuda", 2, 80 * 10**9).verdict == "fits"
