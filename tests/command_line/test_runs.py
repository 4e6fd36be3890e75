"""`main.py runs`: the list of all runs, those of sweeps included, and their metrics for other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.command_line.arguments import parse_arguments
from app.command_line.main import run_command
from tests.app.run_folders import write_run


def _lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_it_lists_projects_sweeps_and_the_command_line_s_own(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("runs", "projects/untitled/runs", "sweeps/runs/20260101-000000-tone"):
        write_run(home / place / f"20260101-000000-{place.split('/')[0]}", "finished")
    assert run_command(parse_arguments(["runs", "--json"])) == 0
    found = {(str(run["title"]), run["sweep"]) for run in _lines(capsys.readouterr().out)}
    assert found == {("runs", ""), ("projects", ""), ("sweeps", "tone")}
    assert run_command(parse_arguments(["runs"])) == 0
    assert "sweeps (sweep tone)" in capsys.readouterr().out


def test_it_writes_csv_and_event_files(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = write_run(tmp_path / "one", "finished").path
    csv, events = tmp_path / "metrics.csv", tmp_path / "events"
    arguments = ["runs", str(run), "--csv", str(csv), "--tensorboard", str(events)]
    assert run_command(parse_arguments(arguments)) == 0
    assert len(csv.read_text().splitlines()) == 8
    assert len(list((events / "one").iterdir())) == 1
    assert f"tensorboard --logdir {events}" in capsys.readouterr().out
    assert run_command(parse_arguments(arguments)) == 1
    assert "nothing is overwritten" in capsys.readouterr().err


def test_what_is_no_run_is_said(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(parse_arguments(["runs", str(tmp_path)])) == 1
    assert "is no run" in capsys.readouterr().err


def test_without_runs_it_says_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(parse_arguments(["runs"])) == 0
    assert capsys.readouterr().out == "There are no runs yet.\n"
