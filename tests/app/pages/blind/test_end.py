"""The end of a blind test: who won, and what becomes of the votes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from app.pages.blind.page import BlindPage
from engine.data.reader import read_preferences
from tests.app.pages.blind.voting import finish, press, ready, train
from tests.app.pages.conftest import Studio


def test_the_end_says_who_won_and_reveals_the_sides(studio: Studio, voting: BlindPage) -> None:
    assert voting.reveal_button.text() == "Cancel test"
    finish(studio, voting, 12)
    assert "12 of 12 votes with a preference, 100%" in voting.result.words
    assert voting.result.words.startswith("The trained model is better")
    assert voting.result.votes.rowCount() == 12
    assert voting.result.bar.accessibleDescription().startswith("100%, 95% range")
    assert voting.result.go_on_button.isVisible()
    voting.result.go_on_button.click()
    assert voting.voting.isVisible()
    ready(studio, voting)
    press(studio, voting, "b")


def test_votes_become_pairs_of_the_project(studio: Studio, voting: BlindPage) -> None:
    finish(studio, voting, 11)
    voting.result.pairs_button.click()
    studio.qtbot.waitUntil(voting.banner.isVisible)
    (path,) = studio.session.project.data_folder.glob("blind-test-*.jsonl")
    read = read_preferences(path)
    assert len(read.pairs) == 11
    assert all(pair.chosen_text.startswith("Yes: ") for pair in read.pairs)
    button = next(b for b in voting.banner.findChildren(QPushButton) if b.text() == "Open as data")
    button.click()
    assert studio.wanted_pages == ["data"]
    studio.qtbot.waitUntil(lambda: studio.session.dataset.path == path and studio.session.dataset.split is not None)


def test_the_report_and_the_votes_can_be_kept(studio: Studio, voting: BlindPage, tmp_path: Path) -> None:
    finish(studio, voting, 3)
    for name, begins in (
        ("report.html", "<!doctype html>"),
        ("report.md", "# Blind test: balanced-01 against tiny-chat"),
    ):
        voting.save_report(tmp_path / name)
        studio.qtbot.waitUntil((tmp_path / name).exists)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    voting.export_votes(tmp_path / "votes.jsonl")
    studio.qtbot.waitUntil(lambda: "3 votes saved" in voting.banner.text)
    assert len((tmp_path / "votes.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    own = studio.session.project.votes_path
    before = own.read_bytes()
    voting.export_votes(own)
    studio.qtbot.waitUntil(lambda: "project's own file" in voting.banner.text)
    assert own.read_bytes() == before
    voting.save_report(tmp_path / "nowhere" / "report.html")
    studio.qtbot.waitUntil(lambda: "could not be saved" in voting.banner.text)


def test_the_last_vote_can_be_taken_back_before_the_result(studio: Studio, page: BlindPage) -> None:
    train(studio)
    page.begin_button.click()
    for _ in range(2):
        ready(studio, page)
        press(studio, page, "a")
    assert studio.session.blind.is_complete
    assert not page.voting.buttons["a"].isEnabled()
    assert page.undo_button.isEnabled()
    page.undo_button.click()
    ready(studio, page)
    press(studio, page, "b")
    page.reveal_button.click()
    assert studio.session.blind.state == "result"
    assert [vote.choice for vote in studio.session.blind.votes] == ["a", "b"]
    page.another_button.click()
    assert page.setup.isVisible()
    assert page.setup.past_button.isVisible()
