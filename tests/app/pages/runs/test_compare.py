"""Runs beside their replies: who goes to Compare, and what blind tests said of whom."""

from __future__ import annotations

from pathlib import Path

from app.models.run_columns import INDEX
from app.pages.runs.page import RunsPage
from engine.chat.generate import Sampling
from engine.data.preference_pair import Message
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.trial import Contestants, lay_out_test
from engine.evaluation.vote import cast_vote
from engine.storage.vote_log import VoteLog
from tests.app.pages.conftest import Studio


def _test_run(votes: VoteLog, run: Path, wins: int, losses: int, *, is_revealed: bool = True) -> None:
    cases = [PromptCase((Message("user", f"Question {number}"),), "all") for number in range(wins + losses)]
    who = Contestants("/models/tiny", "tiny", str(run / "adapter"), run.name)
    test = lay_out_test(cases, who, Sampling(), 1, "a test", 100)
    votes.begin(test)
    for number, trial in enumerate(test.trials):
        winner = trial.after_side if number < wins else ("b" if trial.after_side == "a" else "a")
        votes.add(cast_vote(test, number, winner, "before", "after"))
    if is_revealed:
        votes.end(test)


def _wins(page: RunsPage) -> dict[str, str]:
    rows = range(page.table.rowCount())
    return {
        str(page.table.index(row, INDEX["name"]).data()): str(page.table.index(row, INDEX["blind"]).data())
        for row in rows
    }


def test_blind_wins_count_revealed_tests_of_ten_votes_and_more(studio: Studio, page: RunsPage) -> None:
    runs = {run.title: Path(run.folder) for run in studio.session.history.runs}
    log = VoteLog(studio.session.project.votes_path)
    _test_run(log, runs["gentle-01"], 9, 3)
    _test_run(log, runs["balanced-02"], 4, 2)
    _test_run(log, runs["strong-03"], 12, 0, is_revealed=False)
    studio.session.blind.load()
    studio.qtbot.waitUntil(lambda: studio.session.blind.state != "loading")
    assert _wins(page) == {"strong-03": "—", "balanced-02": "—", "gentle-01": "75%"}
    page.list.sort_by("blind")
    assert str(page.table.index(0, INDEX["name"]).data()) == "gentle-01"
    tip = str(page.table.index(0, INDEX["blind"]).data(3))  # Qt.ToolTipRole
    assert "9 of 12 votes with a preference, 75%" in tip


def test_one_run_is_compared_with_the_original(studio: Studio, page: RunsPage) -> None:
    line = page.table.line_of(next(r.folder for r in studio.session.history.runs if r.title == "gentle-01"))
    assert line is not None
    page.list.table.selectRow(line)
    page.bar.compare.click()
    studio.qtbot.waitUntil(lambda: studio.wanted_pages == ["compare"])
    before, after = (studio.session.panes.speaker(side) for side in ("before", "after"))
    assert before is not None
    assert before.note == "original"
    assert after is not None
    assert after.name == "gentle-01"


def test_two_marked_runs_answer_side_by_side_and_more_are_refused(studio: Studio, page: RunsPage) -> None:
    runs = {run.title: run.folder for run in studio.session.history.runs}
    page.marks.toggle(runs["gentle-01"])
    page.marks.toggle(runs["balanced-02"])
    page.bar.compare.click()
    studio.qtbot.waitUntil(lambda: studio.wanted_pages == ["compare"])
    panes = studio.session.panes
    studio.qtbot.waitUntil(lambda: (one := panes.speaker("before")) is not None and one.name == "gentle-01")
    after = panes.speaker("after")
    assert after is not None
    assert after.name == "balanced-02"
    page.marks.toggle(runs["strong-03"])
    assert not page.bar.compare.isEnabled()
    assert page.bar.compare.toolTip() == "Two can answer side by side. Take a mark away."


def test_a_run_is_the_current_one_from_the_start(studio: Studio, page: RunsPage) -> None:
    again = RunsPage(studio.theme, studio.session)  # made when the list is known already
    studio.show(again)
    assert again.list.current is not None
    assert again.bar.duplicate.isEnabled()
