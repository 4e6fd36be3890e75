"""A file of thumbs all the way: trained, paused, gone on with, stopped, resumed, looked at, exported and scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.export import ExportState
from app.models.pair_table import Column
from app.models.run_state import RunState
from app.models.sweep import SweepState
from app.pages.pairs.page import PairsPage
from app.pages.train.charts import RunCharts
from engine.model.find import DEMO_FOLDER
from engine.score import Summary, ThumbScored, score_file
from tests.journeys.conftest import Journey

KNOBS: dict[str, object] = {
    "training__learning_rate": 1e-3,
    "training__epochs": 1,
    "training__batch_size": 8,
    "training__sample_prompts": 0,
    "data__max_length": 256,
}


@pytest.fixture
def thumbs(tmp_path: Path) -> Path:
    """The demo's first pairs, taken apart: a thumb up or down for one reply of each."""
    rows: list[object] = []
    for number, line in enumerate((DEMO_FOLDER / "pairs.jsonl").read_text(encoding="utf-8").splitlines()[:96]):
        pair = json.loads(line)
        good = number % 3 > 0
        rows.append({"prompt": pair["prompt"], "completion": pair["chosen" if good else "rejected"], "label": good})
    path = tmp_path / "thumbs.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


@pytest.mark.slow
def test_thumbs_from_the_file_to_the_export(journey: Journey, thumbs: Path) -> None:
    session, run = journey.session, journey.session.run
    journey.load(thumbs, DEMO_FOLDER / "model")
    journey.wait(lambda: session.dataset.holds_thumbs and session.dataset.split is not None)
    journey.wait(lambda: session.dataset.thumbs == (64, 32))
    table = session.dataset.table
    assert table.headerData(Column.CHOSEN, Qt.Orientation.Horizontal) == "Thumb up"
    assert session.setup.value("training.loss_type") == ("kto",)

    journey.window.show_page("train")
    journey.train(**KNOBS)
    journey.wait(lambda: run.step >= 2)
    run.pause()
    journey.wait_for(RunState.PAUSED)
    session.chat.set_sampling(max_new_tokens=8, temperature=1.0)
    session.ask("Which thing helps me to weigh flour?")
    journey.wait(lambda: not session.chat.is_busy)
    run.go_on()
    journey.wait_for(RunState.RUNNING)
    run.stop()
    journey.wait_for(RunState.FINISHED)
    if run.can_resume:  # a fast machine may have been done before the stop
        run.resume()
        journey.wait(lambda: run.finished is not None and run.finished.outcome == "finished")
    assert run.step == run.total_steps == 11
    charts = journey.window.findChild(RunCharts)
    assert charts is not None
    assert [series.name for series in charts.chart("rewards").series] == ["Thumb up", "Thumb down"]
    charts.set_shown(("kl",))
    assert len(charts.chart("kl").series[0].steps) == 11

    journey.window.show_page("pairs")
    page = journey.window.findChild(PairsPage)
    assert page is not None
    journey.wait(lambda: page.list.lines.rowCount() == 96)
    session.pair_rewards.set_wanted(True)
    journey.wait(lambda: session.pair_rewards.rewards is not None or session.pair_rewards.problem)
    assert session.pair_rewards.problem == ""
    rewarded = session.pair_rewards.rewards
    assert rewarded is not None

    journey.wait(lambda: session.export.may_export)
    session.export.start()
    journey.wait(lambda: session.export.state in (ExportState.VERIFIED, ExportState.FAILED))
    assert session.export.state is ExportState.VERIFIED
    assert run.adapter is not None
    scored = list(score_file(thumbs, DEMO_FOLDER / "model", adapter=run.adapter))
    assert sum(isinstance(event, ThumbScored) for event in scored) == 96
    assert isinstance(scored[-1], Summary)
    assert scored[-1].thumbs == 96


@pytest.mark.slow
def test_a_sweep_over_thumbs(journey: Journey, thumbs: Path) -> None:
    session = journey.session
    journey.load(thumbs, DEMO_FOLDER / "model")
    journey.wait(lambda: session.dataset.holds_thumbs and session.dataset.split is not None)
    for key, value in KNOBS.items():
        session.setup.set_value(key.replace("__", "."), value)
    session.start_sweep([0.1, 0.3], [1e-3])
    journey.wait(lambda: session.sweep.state in (SweepState.FINISHED, SweepState.HALTED))
    assert session.sweep.state is SweepState.FINISHED
    assert [result.state for result in session.sweep.results()] == ["finished", "finished"]
