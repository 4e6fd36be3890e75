"""The export of a fully fine-tuned model: plain transformers loads it, and its card says what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModelForCausalLM, AutoTokenizer

from engine.errors import EngineError
from engine.export.adapter import export_adapter
from engine.export.model import export_model
from engine.export.result import export_result
from tests.engine.tiny_runs import finished, tiny_plan, train, write_pairs

_IDS = torch.tensor([[5, 60, 70, 80, 90, 12]])


@pytest.fixture
def full_run(tiny_model_folder: Path, tmp_path: Path) -> Path:
    plan = tiny_plan(tiny_model_folder, write_pairs(tmp_path / "pairs.jsonl"), tuning="full", r=16, epochs=1)
    finished(train(plan, tmp_path / "runs" / "full"))
    return tmp_path / "runs" / "full"


def test_plain_transformers_loads_what_training_made(full_run: Path, tiny_model_folder: Path, tmp_path: Path) -> None:
    result = export_model(full_run, tmp_path / "out")
    exported: Any = AutoModelForCausalLM.from_pretrained(result.folder)
    trained: Any = AutoModelForCausalLM.from_pretrained(full_run / "model")
    before: Any = AutoModelForCausalLM.from_pretrained(tiny_model_folder)
    with torch.no_grad():
        expected = trained(_IDS).logits
        assert torch.equal(exported(_IDS).logits, expected)
        assert not torch.allclose(before(_IDS).logits, expected, atol=1e-3)
    mine, original = AutoTokenizer.from_pretrained(result.folder), AutoTokenizer.from_pretrained(tiny_model_folder)
    conversation = [{"role": "user", "content": "Why 123?"}]
    assert mine.apply_chat_template(conversation) == original.apply_chat_template(conversation)
    assert result.parameters == sum(
        tensor.numel() for tensor in load_file(result.folder / "model.safetensors").values()
    )
    assert json.loads((result.folder / "dpo_studio.json").read_text(encoding="utf-8"))["beta"] == 0.1


def test_the_card_says_that_it_is_a_whole_model_and_no_file_where_it_lay(full_run: Path, tmp_path: Path) -> None:
    folder = export_result(full_run, tmp_path / "out").folder
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert "library_name: transformers" in card
    assert "all of its weights trained" in card
    assert "PeftModel" not in card
    assert "`adapter." not in card
    assert "`training.tuning`" in card
    for path in folder.iterdir():
        assert str(tmp_path).encode() not in path.read_bytes(), path.name


def test_each_kind_of_run_is_exported_as_what_it_is(full_run: Path, run_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="trained the whole model"):
        export_adapter(full_run, tmp_path / "out")
    with pytest.raises(EngineError, match="trained an adapter"):
        export_model(run_folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert (export_result(run_folder, tmp_path / "one").folder / "adapter_model.safetensors").is_file()


def test_weights_that_are_no_numbers_are_not_handed_on(full_run: Path, tmp_path: Path) -> None:
    path = full_run / "model" / "model.safetensors"
    tensors = load_file(path)
    next(iter(tensors.values())).view(-1)[0] = float("nan")
    save_file(tensors, path, {"format": "pt"})
    with pytest.raises(EngineError, match="not finite"):
        export_model(full_run, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_run_that_has_saved_no_model_yet_says_so(full_run: Path, tmp_path: Path) -> None:
    for path in (full_run / "model").iterdir():
        path.unlink()
    with pytest.raises(EngineError, match="no model yet"):
        export_model(full_run, tmp_path / "out")
