"""A blind test by keyboard alone, through a restart, and a second training on what was preferred in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.run_state import RunState
from app.pages.blind.page import BlindPage
from engine.data.reader import read_preferences
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder
from engine.storage.vote_log import VoteLog
from tests.journeys.conftest import Journey
from tests.journeys.keyboard import key, tab_to

VOTES = 30


def blind_page(journey: Journey) -> BlindPage:
    page = journey.window.page("blind")
    assert isinstance(page, BlindPage)
    return page


def vote(journey: Journey, page: BlindPage, prefers_short: bool = True) -> None:
    """Read both replies, and press 1 or 2 for the shorter one."""
    journey.wait(lambda: all(pane.text for pane in page.voting.replies.both) and not page.voting.is_lit)
    first, second = (len(pane.text) for pane in page.voting.replies.both)
    count = len(journey.session.blind.votes)
    key(journey, Qt.Key.Key_1 if (first <= second) == prefers_short else Qt.Key.Key_2)
    assert len(journey.session.blind.votes) == count + 1


@pytest.mark.slow
def test_thirty_votes_by_keyboard_are_pairs_that_train(
    make_journey: Callable[[], Journey], pairs: Path, tiny_model_folder: Path
) -> None:
    journey = make_journey()
    journey.load(pairs, tiny_model_folder)
    journey.train(training__learning_rate=2e-2, training__epochs=2)
    journey.wait_for(RunState.FINISHED)
    first_run = journey.session.run.folder
    assert first_run is not None
    journey.session.chat.set_sampling(max_new_tokens=16, temperature=1.0)
    with journey.qtbot.waitActive(journey.window):
        journey.window.activateWindow()
    key(journey, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    tab_to(journey, "Blind test")
    key(journey, Qt.Key.Key_B)
    page = blind_page(journey)
    journey.wait(lambda: journey.session.blind.state == "setup")
    tab_to(journey, "Prompts: Held back")
    key(journey, Qt.Key.Key_Right)
    key(journey, Qt.Key.Key_Right)
    key(journey, Qt.Key.Key_Space)
    tab_to(journey, "Begin")
    key(journey, Qt.Key.Key_Space)
    journey.wait(lambda: journey.session.blind.state == "voting")
    assert journey.session.blind.total == VOTES
    for _ in range(12):
        vote(journey, page)
    vote(journey, page, prefers_short=False)
    key(journey, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    expected = journey.session.blind.votes
    assert len(expected) == 12

    journey.close()
    again = make_journey()
    again.studio.reopen()
    again.wait(lambda: again.session.blind.state == "voting" and again.session.run.adapter is not None)
    assert again.session.blind.votes == expected
    with again.qtbot.waitActive(again.window):
        again.window.activateWindow()
    again.window.show_page("blind")
    page = blind_page(again)
    for _ in range(VOTES - 12):
        vote(again, page)
    assert again.session.blind.is_complete
    again.wait(lambda: not page.voting.is_lit)
    tab_to(again, "Finish and reveal")
    key(again, Qt.Key.Key_Space)
    assert again.session.blind.state == "result"
    tab_to(again, "Save as pairs")
    key(again, Qt.Key.Key_Space)
    again.wait(lambda: "saved as blind-test" in page.banner.text)

    log = VoteLog(again.session.project.votes_path)
    assert log.latest is not None
    votes = log.votes(log.latest)
    assert len(votes) == VOTES
    assert log.damaged == 0
    assert all(cast.winner and cast.contestants.adapter == str(RunFolder(first_run).adapter) for cast in votes)
    assert sum(json.loads(line)["kind"] == "undo" for line in log.path.read_text("utf-8").splitlines()) == 1
    (path,) = again.session.project.data_folder.glob("blind-test-*.jsonl")
    read = read_preferences(path)
    # A model of noise now and then writes the same twice, or nothing at all: no pair to learn from.
    said = [(cast.before.strip(), cast.after.strip()) for cast in votes]
    clear = [replies for replies in said if all(replies) and replies[0] != replies[1]]
    assert len(clear) > 20
    assert (len(read.pairs), read.skipped) == (len(clear), ())
    assert all(len(pair.chosen_text) <= len(pair.rejected_text) for pair in read.pairs)

    page.banner.button("Open as data").click()
    again.wait(lambda: again.session.dataset.path == path and again.session.dataset.split is not None)
    again.session.model_choice.choose_folder(tiny_model_folder)
    again.wait(lambda: again.session.may_train)
    again.train(training__epochs=1)
    again.wait_for(RunState.FINISHED)
    run = again.session.run
    assert run.folder is not None
    assert run.finished is not None
    assert run.finished.outcome == "finished"
    manifest = read_manifest(RunFolder(run.folder).manifest_path)
    assert manifest["training_pairs"] + manifest["evaluation_pairs"] == len(clear)
