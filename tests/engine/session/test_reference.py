"""No run without a true reference: damaged or foreign scores, adapters that are not fresh, adapters to go on from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest
import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

from engine.events import (
    StepFinished,
)
from engine.model.keeper import ModelKeeper
from engine.plan import Dtype, RunPlan
from engine.storage.manifest import read_manifest
from engine.storage.reference_cache import ReferenceCache
from tests.engine.tiny_runs import (
    failed,
    finished,
    of_kind,
    train,
)


@pytest.mark.parametrize("dtype", ["float32", "bfloat16"])
@pytest.mark.parametrize(
    "options",
    [{"dora": True}, {"rslora": True, "rank_pattern": {"q_proj": 8}, "alpha_pattern": {"v_proj": 2.0}}],
    ids=["DoRA", "rsLoRA and patterns"],
)
def test_every_kind_of_adapter_begins_at_its_reference_and_loads_in_plain_peft(
    plan: RunPlan, tmp_path: Path, options: dict[str, Any], dtype: Dtype
) -> None:
    model = replace(plan.model, dtype=dtype)
    chosen = replace(plan, adapter=replace(plan.adapter, **options), model=model)
    keeper = ModelKeeper()
    events = train(chosen, tmp_path / "run", keeper)
    finished(events)
    assert of_kind(events, StepFinished)[0].metrics.rewards_margins == 0.0
    assert keeper.loaded is not None
    base: Any = AutoModelForCausalLM.from_pretrained(plan.model.path, dtype=getattr(torch, dtype))
    ids = torch.tensor([[1, 5, 9, 11]])
    with torch.no_grad():
        before = base(input_ids=ids).logits
        plain = PeftModel.from_pretrained(base, str(tmp_path / "run" / "adapter")).eval()
        after = plain(input_ids=ids).logits
        assert not torch.allclose(after, before)
        torch.testing.assert_close(keeper.loaded.model.eval()(input_ids=ids).logits, after)


def test_a_damaged_cache_is_computed_again_and_the_log_says_so(plan: RunPlan, tmp_path: Path, home: Path) -> None:
    finished(train(plan, tmp_path / "one"))
    files = list((home / "reference_logps").rglob("*.npy"))
    for path in files:
        content = bytearray(path.read_bytes())
        content[-40] ^= 0x20  # in the last number, before the digest
        path.write_bytes(content)
    finished(train(plan, tmp_path / "two"))
    assert (tmp_path / "two" / "log.txt").read_text().count("damaged and are computed again") == len(files)
    one, two = (load_file(tmp_path / name / "adapter" / "adapter_model.safetensors") for name in ("one", "two"))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_stored_scores_of_another_model_are_named(plan: RunPlan, tmp_path: Path, home: Path) -> None:
    finished(train(plan, tmp_path / "one"))
    cache = ReferenceCache(home / "reference_logps")
    for path in cache.folder.rglob("*.npy"):
        cache.store(path.stem, numpy.load(path) * numpy.float32(1.001))
    failure = failed(train(plan, tmp_path / "two"))
    assert "stored scores of the original model" in failure.message
    assert "reference_logps" in failure.hint
    assert read_manifest(tmp_path / "two" / "manifest.json")["state"] == "failed"
    assert "stored scores" in (tmp_path / "two" / "log.txt").read_text()


def test_a_fresh_adapter_that_is_not_is_refused(plan: RunPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.training import assembly

    original = assembly.attach_fresh_adapter

    def disturbed(*arguments: Any) -> Any:
        model = original(*arguments)
        next(value for name, value in model.named_parameters() if "lora_B" in name).data += 0.1
        return model

    monkeypatch.setattr(assembly, "attach_fresh_adapter", disturbed)
    keeper = ModelKeeper()
    events = train(plan, tmp_path / "run", keeper)
    assert "already differ" in failed(events).message
    assert not of_kind(events, StepFinished)
    assert keeper.loaded is None


@pytest.mark.parametrize(
    "options",
    [{}, {"dropout": 0.3}, {"dora": True}, {"rslora": True, "rank_pattern": {"q_proj": 8}}],
    ids=["plain", "dropout", "DoRA", "rsLoRA and ranks"],
)
def test_going_on_from_an_adapter_takes_it_as_the_reference(
    plan: RunPlan, tmp_path: Path, options: dict[str, Any]
) -> None:
    first = replace(plan, adapter=replace(plan.adapter, **options))
    finished(train(first, tmp_path / "first"))
    adapter = tmp_path / "first" / "adapter"
    second = replace(plan, adapter=replace(plan.adapter, path=str(adapter)))
    keeper = ModelKeeper()
    events = train(second, tmp_path / "second", keeper)
    finished(events)
    if "dropout" not in options:  # which the first update would see
        assert of_kind(events, StepFinished)[0].metrics.rewards_margins == pytest.approx(0.0, abs=1e-5)
    before = load_file(adapter / "adapter_model.safetensors")
    after = load_file(tmp_path / "second" / "adapter" / "adapter_model.safetensors")
    assert before.keys() == after.keys()
    assert any(not torch.equal(before[name], after[name]) for name in before)
    # Its reference is the first adapter as it was: plain peft says the same of both sides.
    assert keeper.loaded is not None
    ids = torch.tensor([[1, 5, 9, 11]])
    sides = {}
    for name in ("first", "second"):
        base: Any = AutoModelForCausalLM.from_pretrained(plan.model.path)
        with torch.no_grad():
            plain = PeftModel.from_pretrained(base, str(tmp_path / name / "adapter")).eval()
            sides[name] = plain(input_ids=ids).logits
    with torch.no_grad():
        torch.testing.assert_close(keeper.loaded.model.eval()(input_ids=ids).logits, sides["second"])
        with keeper.loaded.reference():
            torch.testing.assert_close(keeper.loaded.model(input_ids=ids).logits, sides["first"])
    manifest = read_manifest(tmp_path / "second" / "manifest.json")
    assert manifest["reference"]["what"] == "initial_adapter"
    assert len(manifest["reference"]["sha256"]) == 64
