"""The reward report in the window: asked for after a run, watched, given up, read and saved."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.background.reward_report_job import PairsJudged, RewardsReported
from app.models.run_state import RunState
from app.pages.reward_report.dialog import RewardReportDialog
from app.pages.train.page import TrainPage
from engine.evaluation.reward_report import JudgedPair, report_rewards
from engine.evaluation.reward_report_html import rewards_as_html
from engine.evaluation.reward_report_markdown import rewards_as_markdown
from tests.app.accessible import beyond_tab, nameless, too_small, undescribed
from tests.app.fake_engine import SteppingRun
from tests.app.pages.conftest import Studio

_JUDGED = [JudgedPair(2.0, 60, "tone"), JudgedPair(-0.3, 0, "tone"), JudgedPair(0.7, 11, "facts")]
REPORTED = RewardsReported(report_rewards(_JUDGED), "pairs.jsonl", "run-01", 0.1, "topic", 2)


@pytest.fixture
def page(studio: Studio) -> TrainPage:
    """A run has just finished."""
    studio.load()
    page = TrainPage(studio.theme, studio.session)
    studio.show(page)
    studio.run = SteppingRun(steps=2)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    return page


def asked(page: TrainPage) -> RewardReportDialog:
    page.live.banner.button("Reward report…").click()
    dialog = page.findChild(RewardReportDialog)
    assert isinstance(dialog, RewardReportDialog)
    return dialog


def reported(studio: Studio, page: TrainPage) -> RewardReportDialog:
    studio.reward_report = [PairsJudged(0, 3), PairsJudged(3, 3), REPORTED]
    dialog = asked(page)
    dialog.group_by.setText(" topic ")
    studio.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(dialog.report.isVisible)
    return dialog


def test_the_held_back_pairs_of_the_run_are_reported_on(studio: Studio, page: TrainPage) -> None:
    dialog = reported(studio, page)
    (wanted,) = studio.reports_wanted
    assert (wanted.run, wanted.file, wanted.group_by) == (studio.session.run.folder, None, "topic")
    assert "66.7% of 3 pairs (beta 0.1)" in dialog.report.headline.text()
    table = dialog.report.table.model()
    cells = [[table.index(row, column).data() for column in range(4)] for row in range(table.rowCount())]
    assert cells == [["tone", "2", "50.0%", "72.8%"], ["facts", "1", "100.0%", "66.8%"]]
    assert "2 pairs could not be scored." in dialog.report.notes.text()
    studio.qtbot.waitUntil(lambda: "how sure" in dialog.report.chart.accessibleDescription())
    curve, ideal = dialog.report.chart.series
    assert curve.steps.tolist() == pytest.approx([57.444, 66.819, 88.080], abs=1e-3)  # sigmoid of 0.3, 0.7 and 2
    assert curve.values.tolist() == [0.0, 1.0, 1.0]
    assert (ideal.steps / 100).tolist() == ideal.values.tolist()
    for walk in (nameless, too_small, undescribed, beyond_tab):
        assert walk(dialog) == []


def test_all_pairs_of_the_open_file_with_their_edits(studio: Studio, page: TrainPage) -> None:
    dialog = asked(page)
    dialog.pairs.set_value("file")
    dialog.start_button.click()
    (wanted,) = studio.reports_wanted
    assert wanted.file is not None
    assert (wanted.file.path, wanted.file.edits) == (studio.pairs, studio.session.dataset.edits.log_path)


def test_esc_ends_the_scoring_and_only_then_closes(studio: Studio, page: TrainPage) -> None:
    go = threading.Event()
    studio.reward_report = [PairsJudged(0, 40), PairsJudged(10, 40), lambda: go.wait(20), REPORTED]
    dialog = asked(page)
    dialog.start_button.click()
    studio.qtbot.waitUntil(lambda: dialog.work.text.startswith("10 of 40 pairs"))
    assert not dialog.start_button.isVisible()
    studio.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.start_button.isVisible()
    go.set()
    studio.qtbot.waitUntil(lambda: not studio.session.engine.is_busy)
    assert studio.session.reward_report.reported is None
    studio.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_run_that_begins_is_not_kept_waiting(studio: Studio, page: TrainPage) -> None:
    go = threading.Event()
    studio.reward_report = [PairsJudged(0, 40), lambda: go.wait(20), REPORTED]
    dialog = asked(page)
    dialog.start_button.click()
    studio.session.start_training()
    assert "given up" in dialog.problem.text()
    assert not dialog.start_button.isEnabled()
    assert page.live.why_no_reward_report.startswith("A run is under way")
    go.set()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)


@pytest.mark.parametrize("name, render", [("r.md", rewards_as_markdown), ("r.html", rewards_as_html)])
def test_it_is_saved_as_its_name_says(
    studio: Studio, page: TrainPage, tmp_path: Path, name: str, render: object
) -> None:
    dialog = reported(studio, page)
    with studio.qtbot.waitSignal(page.noted):
        dialog.save(tmp_path / name)
    assert callable(render)
    wanted = render(REPORTED.report, "pairs.jsonl", "run-01", 0.1, "topic")
    assert (tmp_path / name).read_text(encoding="utf-8") == wanted
    dialog.save(tmp_path / "no folder" / name)
    studio.qtbot.waitUntil(lambda: "could not be written" in dialog.problem.text())
    assert dialog.report.isVisible()
