"""A base model, which brings no chat template: trained with a chosen one, then talked to, scored with and exported."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from tests.command_line.test_commands import run

_TEMPLATE = "alpaca"


@pytest.fixture
def base_model(tiny_model_folder: Path, tmp_path: Path) -> Path:
    folder = shutil.copytree(tiny_model_folder, tmp_path / "base")
    (folder / "chat_template.jinja").unlink(missing_ok=True)
    settings = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    settings.pop("chat_template", None)
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def plan_for(folder: Path, model: Path, pairs: Path, template: str) -> Path:
    plan = folder / "plan.toml"
    plan.write_text(
        f'[model]\npath = "{model.as_posix()}"\ndtype = "float32"\ndevice = "cpu"\nchat_template = "{template}"\n'
        f'[data]\npath = "{pairs.as_posix()}"\nevaluation_share = 0.25\nmax_length = 128\n'
        "[training]\nbatch_size = 4\nlearning_rate = 1e-3\nepochs = 1\n"
    )
    return plan


def test_it_is_trained_with_a_chosen_template_that_everything_after_it_knows(
    base_model: Path, tiny_pairs_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    refused = run("train", plan_for(tmp_path, base_model, tiny_pairs_file, ""), capfd=capfd)
    assert refused.code == 1
    assert "no chat template" in refused.stderr
    trained = run(
        "train",
        plan_for(tmp_path, base_model, tiny_pairs_file, _TEMPLATE),
        "--output",
        tmp_path / "run",
        capfd=capfd,
    )
    assert trained.code == 0, trained.stderr
    adapter = tmp_path / "run" / "adapter"
    with_adapter = ("--model", base_model, "--adapter", adapter)

    said = run("chat", *with_adapter, "--prompt", "why?", "--max-new-tokens", 8, "--temperature", 0, capfd=capfd)
    assert said.code == 0, said.stderr
    scored = run("score", tiny_pairs_file, *with_adapter, "--json", capfd=capfd)
    assert scored.code == 0, scored.stderr
    *rows, summary = scored.lines
    assert summary["pairs"] == len(rows) > 0
    exported = run("export", tmp_path / "run", "--to", "adapter", "--output", tmp_path / "out", capfd=capfd)
    assert exported.code == 0, exported.stderr

    # Plain transformers and peft write the same conversation, and give the same reply and scores.
    tokenizer: Any = AutoTokenizer.from_pretrained(tmp_path / "out")
    text = tokenizer.apply_chat_template(
        [{"role": "user", "content": "why?"}], tokenize=False, add_generation_prompt=True
    )
    assert text == "### Instruction:\nwhy?\n\n### Response:\n"
    plain: Any = PeftModel.from_pretrained(
        AutoModelForCausalLM.from_pretrained(base_model, dtype="float32"), str(tmp_path / "out")
    )
    ids = tokenizer(text, return_tensors="pt", add_special_tokens=False)
    reply = plain.generate(**ids, max_new_tokens=8, do_sample=False)[0, ids["input_ids"].shape[1] :]
    assert tokenizer.decode(reply, skip_special_tokens=True).strip() == said.stdout.strip()
