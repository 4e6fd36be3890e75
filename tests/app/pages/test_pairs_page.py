"""The pair explorer over margins that a run left: the worst first, search, epochs, edits, and training again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.background.pair_reward_job import PairRewarded
from app.models.past_run import read_past_run
from app.pages.pairs.page import PairsPage
from engine.data.content_key import pair_key
from engine.data.reader import read_preferences
from engine.plan_file import read_plan, write_plan
from engine.storage.pair_margins import PairOfRun
from tests.app.pages.compare.asking import REWARDED, YES
from tests.app.pages.conftest import Studio
from tests.app.run_folders import write_run

_MEANS = {1: 2.0, 2: -1.0, 3: 0.5, 4: -3.0}  # by row; the last epoch is 1 above the mean, the first 1 below


@pytest.fixture
def page(studio: Studio, tmp_path: Path) -> PairsPage:
    file = tmp_path / "four.jsonl"
    lines = [{"prompt": f"Question {row}?", "chosen": f"Good {row}.", "rejected": "Bad."} for row in _MEANS]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    run = write_run(tmp_path / "run", "finished")
    plan = read_plan(run.plan_path)
    write_plan(replace(plan, data=replace(plan.data, path=str(file))), run.plan_path)
    pairs = [PairOfRun(pair.row, False, pair_key(pair)) for pair in reversed(read_preferences(file).pairs)]
    run.margins.write_pairs(pairs, steps_per_epoch=1)
    for step, change in ((1, -1.0), (2, 1.0)):
        run.margins.append(step, 0, [_MEANS[pair.row] + change for pair in pairs], [0.0] * 4)
    dataset = studio.session.dataset
    with studio.qtbot.waitSignal(dataset.changed, check_params_cb=lambda: dataset.state == "loaded", timeout=10_000):
        dataset.open(file)
    past = read_past_run(run)
    assert past is not None
    studio.session.run.restore(past)
    page = PairsPage(studio.theme, studio.session)
    studio.qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    studio.qtbot.waitUntil(lambda: page.list.lines.rowCount() == 4, timeout=10_000)
    return page


def _column(page: PairsPage, column: int) -> list[str]:
    lines = page.list.lines
    return [str(lines.index(line, column).data()) for line in range(lines.rowCount())]


def test_the_worst_come_first_and_the_first_of_them_is_shown(page: PairsPage) -> None:
    assert _column(page, 0) == ["4", "2", "3", "1"]
    assert _column(page, 2) == ["−3.00", "−1.00", "+0.50", "+2.00"]
    assert _column(page, 3) == ["−2.00", "+0.00", "+1.50", "+3.00"]
    assert page.pair.chosen.text.toPlainText() == "Good 4."
    page.pair.next.click()
    assert page.pair.chosen.text.toPlainText() == "Good 2."


def test_the_slider_goes_through_the_epochs(page: PairsPage) -> None:
    page.histogram.slider.setValue(1)
    assert _column(page, 3) == ["−4.00", "−2.00", "−0.50", "+1.00"]
    assert "3 of them below 0" in page.histogram.picture.accessibleDescription()
    page.histogram.slider.setValue(2)
    assert _column(page, 3)[0] == "−2.00"


def test_suspected_and_search_leave_fewer(page: PairsPage, studio: Studio) -> None:
    page.list.suspected.click()
    assert _column(page, 0) == ["4", "2"]
    page.list.search.setText("question 2")
    studio.qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: _column(page, 0) == ["2"], timeout=10_000)


def test_a_flip_goes_through_the_edits_and_can_be_undone(page: PairsPage, studio: Studio) -> None:
    edits = studio.session.dataset.edits
    studio.qtbot.waitUntil(lambda: edits.may_edit)
    page.work.flip()
    assert page.pair.chosen.text.toPlainText() == "Bad."
    assert edits.edited_count == 1
    edits.undo()
    assert page.pair.chosen.text.toPlainText() == "Good 4."


def test_dropping_goes_on_to_the_next_worst(page: PairsPage, studio: Studio) -> None:
    studio.qtbot.waitUntil(lambda: studio.session.dataset.edits.may_edit)
    page.work.drop_or_restore()
    assert studio.session.dataset.edits.dropped_count == 1
    assert page.pair.chosen.text.toPlainText() == "Good 2."


def test_train_again_is_asked_for(page: PairsPage, studio: Studio) -> None:
    with studio.qtbot.waitSignal(page.train_wanted):
        page.train_button.click()


def test_without_a_run_it_says_what_to_do(studio: Studio) -> None:
    page = PairsPage(studio.theme, studio.session)
    studio.qtbot.addWidget(page)
    page.show()
    assert page.nothing.accessibleName() == "No run to look at yet"
    page.nothing.button.click()
    assert studio.wanted_pages == ["train"]


def test_t_shows_what_training_thinks_of_the_pair_in_sight(page: PairsPage, studio: Studio) -> None:
    studio.pair_rewards = [PairRewarded(YES, REWARDED)]
    page.list.table.setFocus()
    page.activateWindow()
    studio.qtbot.waitUntil(page.isActiveWindow)
    studio.qtbot.keyClick(page.list.table, Qt.Key.Key_T)
    studio.qtbot.waitUntil(page.pair.chosen.tokens.isVisible)
    assert page.pair.chosen.length_words == "Reward +0.14"
    assert studio.rewarded_pairs[0][1].chosen_text == "Good 4."
