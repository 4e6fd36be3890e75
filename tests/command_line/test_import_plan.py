from __future__ import annotations

from pathlib import Path

import pytest

from engine.plan_file import read_plan
from tests.command_line.test_commands import run

_FILE = "model_name_or_path: owner/model\nbeta: 0.2\nlearning_rate: 5e-6\noptim: adafactor\nunheard_of: 1\n"


def test_the_plan_is_written_and_the_account_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dpo.yaml").write_text(_FILE)
    plan, data = tmp_path / "plan.toml", tmp_path / "pairs.jsonl"
    given = ["import-plan", tmp_path / "dpo.yaml", "--model", tmp_path, "--data", data, "--output", plan]
    shown = run(*given, capfd=capfd)
    assert shown.code == 0
    assert read_plan(plan).training.beta == 0.2
    absent = shown.stdout.partition("Without a counterpart:")[2].partition("\n\n")[0]
    assert all(key in absent for key in ("optim", "unheard_of", "model_name_or_path"))
    again = run(*given, capfd=capfd)
    assert again.code == 1
    assert "already" in again.stderr


def test_scripts_get_every_remark(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dpo.yaml").write_text(_FILE)
    shown = run("import-plan", tmp_path / "dpo.yaml", "--model", tmp_path, "--data", tmp_path, "--json", capfd=capfd)
    assert shown.lines[0]["event"] == "plan_imported"
    assert {"optim", "beta", "unheard_of"} <= {remark["key"] for remark in shown.lines[0]["remarks"]}


def test_a_file_without_a_model_here_says_what_to_give(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dpo.yaml").write_text(_FILE)
    shown = run("import-plan", tmp_path / "dpo.yaml", capfd=capfd)
    assert shown.code == 1
    assert "--model" in shown.stderr
