"""What can go wrong in a blind test, and how its page says so."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from app.models.run_state import RunState
from app.pages.blind.page import BlindPage
from engine.errors import EngineError
from tests.app.fake_engine import ScriptedJob, SteppingRun
from tests.app.pages.blind.voting import press, ready, train
from tests.app.pages.conftest import Studio


def test_prompts_that_cannot_be_read_are_told(studio: Studio, page: BlindPage, tmp_path: Path) -> None:
    train(studio)
    (tmp_path / "prices.csv").write_text("article,price\nmug,7\n", encoding="utf-8")
    studio.session.blind_setup.choose_file(tmp_path / "prices.csv")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("prices.csv holds no prompts.")
    assert studio.session.blind.state == "setup"
    assert page.begin_button.isEnabled()


def test_data_that_changed_since_the_run_is_told(studio: Studio, page: BlindPage) -> None:
    train(studio)
    with studio.pairs.open("a", encoding="utf-8") as file:
        file.write(studio.pairs.read_text(encoding="utf-8").splitlines()[0].replace("Question", "Other") + "\n")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert "support_tone.jsonl has changed since the run started" in page.banner.text
    assert studio.session.blind.state == "setup"


def test_a_failure_offers_to_skip_the_prompt(studio: Studio, page: BlindPage) -> None:
    def refuse() -> None:
        raise EngineError("The prompt has 900 tokens.", "Shorten it.")

    usual = studio.blind
    studio.blind = lambda _: ScriptedJob([refuse])
    train(studio)
    studio.session.blind_setup.choose_source("suites")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("The prompt has 900 tokens.")
    studio.blind = usual
    skip = next(b for b in page.banner.findChildren(QPushButton) if b.text() == "Skip this prompt")
    skip.click()
    ready(studio, page)
    assert not page.banner.isVisible()
    assert studio.session.blind.votes[0].choice == "skip"


def test_a_new_run_holds_the_test_up(studio: Studio, voting: BlindPage) -> None:
    studio.qtbot.waitUntil(lambda: not studio.session.engine.is_busy)
    gate = threading.Semaphore(0)
    studio.run = SteppingRun(steps=2, gate=gate)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.RUNNING)
    made = len(studio.asked)
    for _ in range(made):
        ready(studio, voting)
        press(studio, voting, "same")
    assert not voting.voting.buttons["a"].isEnabled()
    assert len(studio.asked) == made
    gate.release(5)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    ready(studio, voting)
    # The test goes on with the adapter that it began with.
    assert studio.session.blind.test is not None


def test_lines_of_votes_that_say_nothing_are_told_once(studio: Studio) -> None:
    studio.session.project.votes_path.write_text("{half\n[]\n", encoding="utf-8")
    page = BlindPage(studio.theme, studio.session)
    studio.load()
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.blind.state == "setup")
    assert "2 lines of votes.jsonl could not be read" in page.banner.text
    page.banner.clear()
    page.refresh()
    assert not page.banner.isVisible()
