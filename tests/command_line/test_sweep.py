from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line.test_commands import run, write_plan


def test_a_sweep_runs_what_is_left_and_shares_the_reference(
    tiny_model_folder: Path,
    tiny_pairs_file: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DPO_STUDIO_HOME", str(tmp_path / "home"))
    plan = write_plan(tmp_path, tiny_model_folder, tiny_pairs_file)
    command = ["sweep", plan, "--beta", "0.1", "--output", tmp_path / "sweep", "--json"]
    first = run(*command, capfd=capfd)
    assert first.code == 0
    cached = {
        path: path.stat().st_size for path in (tmp_path / "home" / "reference_logps").rglob("*") if path.is_file()
    }
    assert cached
    command[3] = "0.1,0.4"
    second = run(*command, capfd=capfd)
    assert second.code == 0
    started = [line["run_folder"] for line in second.lines if line["event"] == "run_started"]
    assert [Path(folder).name for folder in started] == ["beta-0.4-rate-0.001"]
    after = {path: path.stat().st_size for path in (tmp_path / "home" / "reference_logps").rglob("*") if path.is_file()}
    assert after == cached  # the second run scored nothing with the original
    last = second.lines[-1]
    assert last["event"] == "sweep_finished"
    assert [(row["beta"], row["state"]) for row in last["runs"]] == [(0.1, "finished"), (0.4, "finished")]
    for row in last["runs"]:
        lines = [json.loads(line) for line in (Path(row["folder"]) / "metrics.jsonl").read_text().splitlines()]
        held_back = [line for line in lines if "eval_loss" in line][-1]
        assert row["accuracy"] == pytest.approx(held_back["eval_rewards/accuracies"])
        assert row["margin"] == pytest.approx(held_back["eval_rewards/margins"])
        assert row["length_change"] is not None


def test_a_failed_run_does_not_cost_the_others(
    tiny_model_folder: Path, tiny_pairs_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plan = write_plan(tmp_path, tiny_model_folder, tiny_pairs_file)
    shown = run("sweep", plan, "--rate", "1e30,1e-3", "--output", tmp_path / "sweep", "--json", capfd=capfd)
    assert shown.code == 1
    assert [row["state"] for row in shown.lines[-1]["runs"]][1] == "finished"
