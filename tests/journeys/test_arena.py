"""A first data set without any file: ten pairs by keyboard alone, through a restart, checked and trained on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.run_state import RunState
from app.pages.arena.page import ArenaPage
from engine.data.reader import read_preferences
from engine.storage.arena_log import ArenaLog
from engine.storage.manifest import read_manifest
from engine.storage.run_folder import RunFolder
from tests.journeys.conftest import Journey
from tests.journeys.keyboard import CTRL, key, keys, tab_to

PAIRS = 10


def arena_page(journey: Journey) -> ArenaPage:
    page = journey.window.page("arena")
    assert isinstance(page, ArenaPage)
    return page


def wait_for_replies(journey: Journey, page: ArenaPage) -> None:
    journey.wait(lambda: all(pane.text for pane in page.picking.replies.both) and not page.picking.is_lit)


def pick_until(journey: Journey, page: ArenaPage, pairs: int) -> None:
    """Prefer the shorter reply; draw again where both are the same."""
    arena = journey.session.arena
    while arena.pair_count < pairs:
        wait_for_replies(journey, page)
        if arena.why_no_pick:
            key(journey, Qt.Key.Key_R)
            continue
        first, second = (len(pane.text) for pane in page.picking.replies.both)
        key(journey, Qt.Key.Key_1 if first <= second else Qt.Key.Key_2)


@pytest.mark.slow
def test_ten_pairs_by_keyboard_are_a_data_set_that_trains(
    make_journey: Callable[[], Journey], project_root: Path, process_environment: dict[str, str]
) -> None:
    journey = make_journey()
    journey.session.model_choice.choose_demo()
    journey.wait(lambda: journey.session.model_choice.folder is not None)
    with journey.qtbot.waitActive(journey.window):
        journey.window.activateWindow()
    key(journey, Qt.Key.Key_8, CTRL)
    page = arena_page(journey)
    journey.wait(lambda: journey.session.arena.state == "setup")
    tab_to(journey, "Longest reply")
    key(journey, Qt.Key.Key_A, CTRL)
    keys(journey, "96")
    tab_to(journey, "Prompts: Type them")
    key(journey, Qt.Key.Key_Right)
    key(journey, Qt.Key.Key_Right)
    key(journey, Qt.Key.Key_Space)
    tab_to(journey, "Begin")
    key(journey, Qt.Key.Key_Space)
    journey.wait(lambda: journey.session.arena.state == "picking")
    wait_for_replies(journey, page)
    key(journey, Qt.Key.Key_P)
    keys(journey, "Which thing helps me to weigh flour?")
    key(journey, Qt.Key.Key_Return, CTRL)
    wait_for_replies(journey, page)
    key(journey, Qt.Key.Key_W)
    keys(journey, "A scale.")
    key(journey, Qt.Key.Key_Return, CTRL)
    pick_until(journey, page, 6)
    wait_for_replies(journey, page)
    key(journey, Qt.Key.Key_Z, CTRL)
    key(journey, Qt.Key.Key_S)
    expected = journey.session.arena.picks

    journey.close()
    again = make_journey()
    again.studio.reopen()
    again.session.model_choice.choose_demo()
    again.wait(lambda: again.session.arena.state == "picking" and again.session.model_choice.folder is not None)
    assert again.session.arena.picks == expected
    assert again.session.arena.plan.max_new_tokens == 96
    with again.qtbot.waitActive(again.window):
        again.window.activateWindow()
    key(again, Qt.Key.Key_8, CTRL)
    page = arena_page(again)
    wait_for_replies(again, page)
    key(again, Qt.Key.Key_E)
    if page.picking.editor.isHidden():  # else both say the same, and there is nothing to ask
        key(again, Qt.Key.Key_2)
    keys(again, " Goodbye.")
    key(again, Qt.Key.Key_Return, CTRL)
    pick_until(again, page, PAIRS)
    again.wait(lambda: not page.picking.is_lit)
    tab_to(again, "Open as data")
    key(again, Qt.Key.Key_Space)
    again.wait(lambda: again.session.dataset.split is not None)
    path = again.session.project.data_folder / "collected-pairs.jsonl"
    assert (again.window.current_page, again.session.dataset.path) == ("data", path)

    read = read_preferences(path)
    assert len(read.pairs) == again.session.arena.pair_count >= PAIRS
    assert read.skipped == ()
    assert (read.pairs[0].prompt_text, read.pairs[0].chosen_text) == (
        "Which thing helps me to weigh flour?",
        "A scale.",
    )
    assert sum(pair.chosen_text.endswith(" Goodbye.") for pair in read.pairs) == 1
    assert ArenaLog(again.session.project.arena_path).damaged == 0
    checked = subprocess.run(
        [sys.executable, "main.py", "check", str(path), "--json"],
        cwd=project_root,
        env=process_environment,
        capture_output=True,
        check=True,
    )
    report = json.loads(checked.stdout)
    assert (report["pairs"], report["skipped"]) == (len(read.pairs), [])
    assert report["flags"]["identical_replies"]["count"] == 0

    again.wait(lambda: again.session.may_train)
    again.train(training__epochs=1)
    again.wait_for(RunState.FINISHED, RunState.FAILED)
    run = again.session.run
    assert run.failure is None
    assert run.folder is not None
    assert run.step > 0
    manifest = read_manifest(RunFolder(run.folder).manifest_path)
    assert manifest["training_pairs"] + manifest["evaluation_pairs"] == len(read.pairs)
