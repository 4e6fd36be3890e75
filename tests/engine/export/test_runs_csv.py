from __future__ import annotations

import csv
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.export.runs_csv import write_metrics, write_run_list
from engine.storage.run_remarks import RunRemarks, write_remarks
from engine.storage.run_summary import RunSummary, summarise
from tests.app.run_folders import write_run


@pytest.fixture
def runs(tmp_path: Path) -> list[RunSummary]:
    folders = [write_run(tmp_path / name, "finished").path for name in ("a", "b")]
    write_remarks(folders[0], RunRemarks("the best, so far", True, ("short", "tone"), "Two\nlines"))
    return [summarise(folder) for folder in folders]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_list_holds_what_the_table_shows(runs: list[RunSummary], tmp_path: Path) -> None:
    write_run_list(runs, tmp_path / "runs.csv")
    first, second = _rows(tmp_path / "runs.csv")
    assert (first["title"], first["tags"], first["note"]) == ("the best, so far", "short, tone", "Two\nlines")
    assert (second["name"], second["state"], second["beta"]) == ("b", "finished", "0.1")
    assert float(second["margin"]) == pytest.approx(runs[1].margin)


def test_metrics_stand_below_each_other(runs: list[RunSummary], tmp_path: Path) -> None:
    write_metrics(runs, tmp_path / "metrics.csv")
    rows = _rows(tmp_path / "metrics.csv")
    assert len(rows) == 2 * 7
    assert {row["run"] for row in rows} == {"the best, so far", "b"}
    assert [row["step"] for row in rows[:3]] == ["1", "2", "3"]
    held_back = next(row for row in rows if row["eval_loss"])
    assert held_back["loss"] == ""


def test_a_place_that_cannot_be_written_is_said(runs: list[RunSummary], tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="could not be written"):
        write_run_list(runs, tmp_path / "absent" / "runs.csv")
