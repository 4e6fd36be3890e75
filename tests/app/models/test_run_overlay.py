from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.task import wait_for_tasks
from app.models.comparison_words import fact_in_full, fact_words
from app.models.run_overlay import RunOverlay, read_curves
from engine.events import to_json
from engine.storage.run_folder import RunFolder
from engine.storage.run_summary import RunSummary, summarise
from tests.app.fake_engine import step_finished
from tests.app.run_folders import write_run


@pytest.fixture
def overlay(qtbot: QtBot) -> Iterator[RunOverlay]:
    overlay = RunOverlay()
    overlay.watch(True)
    yield overlay
    wait_for_tasks()


def _run(tmp_path: Path, name: str) -> RunSummary:
    return summarise(write_run(tmp_path / name, "running").path)


def test_a_run_s_own_numbers_come_back(tmp_path: Path) -> None:
    curves = read_curves(write_run(tmp_path / "run", "finished"))
    assert curves.training.margin.steps.tolist() == [1, 2, 3, 4, 5, 6]
    assert curves.training.margin.values[-1] == pytest.approx(1.2 * 0.6)
    assert curves.held_back.loss.steps.tolist() == [4]


def test_damaged_lines_are_left_out(tmp_path: Path) -> None:
    run = write_run(tmp_path / "run", "finished")
    lines = run.metrics_path.read_text().splitlines()
    run.metrics_path.write_text("\n".join(['{"loss": 1}', "{", *lines]) + "\n")
    assert len(read_curves(run).training.loss) == 6


def test_runs_keep_their_places_and_are_read_again_when_they_went_on(
    overlay: RunOverlay, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = _run(tmp_path, "a"), _run(tmp_path, "b")
    with qtbot.waitSignal(overlay.changed):
        overlay.show([(first, 1), (second, 0)])
    assert [(one.run.name, one.place, len(one.curves.training.loss)) for one in overlay.runs] == [
        ("a", 1, 6),
        ("b", 0, 6),
    ]
    assert len(overlay.facts[0].values) == 2
    document = to_json(step_finished(7, 10))
    del document["event"]
    RunFolder(Path(first.folder)).append_metrics(document)
    kept = overlay.runs[1].curves
    with qtbot.waitSignal(overlay.changed):
        overlay.show([(replace(first, step=7), 1), (second, 0)])
    assert len(overlay.runs[0].curves.training.loss) == 7
    assert overlay.runs[1].curves is kept


def test_nothing_is_read_while_nobody_looks(overlay: RunOverlay, qtbot: QtBot, tmp_path: Path) -> None:
    overlay.watch(False)
    overlay.show([(_run(tmp_path, "a"), 0)])
    qtbot.wait(80)
    assert overlay.runs == ()
    with qtbot.waitSignal(overlay.changed):
        overlay.watch(True)
    assert len(overlay.runs) == 1


def test_facts_in_words() -> None:
    assert fact_words("training.learning_rate", 5e-5) == "5e-5"
    assert fact_words("data.path", "/data/pairs.jsonl") == "pairs.jsonl"
    assert fact_in_full("data.path", "/data/pairs.jsonl") == "/data/pairs.jsonl"
    assert fact_words("data.sha256", "9f2c" + "0" * 56 + "41ab") == "9f2c…41ab"
    assert [fact_words("x", value) for value in (None, True, 0.05, 2171, ("ipo", "sft"), (), {"q_proj": 8}, "")] == [
        "—", "on", "0.05", "2,171", "ipo, sft", "none", "q_proj 8", "none",
    ]  # fmt: skip
