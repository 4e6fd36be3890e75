"""What can go wrong in the Arena, and how its page says so."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt

from app.models.run_state import RunState
from app.pages.arena.page import ArenaPage
from engine.errors import EngineError
from tests.app.fake_engine import ScriptedJob, SteppingRun
from tests.app.pages.arena.picking import CTRL, kept, key, keys, ready
from tests.app.pages.conftest import Studio


def test_a_prompt_that_cannot_be_answered_can_be_left_out_before_its_turn(studio: Studio, page: ArenaPage) -> None:
    def refuse() -> None:
        raise EngineError("The prompt has 900 tokens, but the model reads 512.", "Shorten it.")

    usual = studio.arena
    studio.arena = lambda prompt: ScriptedJob([refuse]) if prompt == "Long?" else usual(prompt)
    page.begin_button.click()
    keys(studio, "Long?")
    key(studio, Qt.Key.Key_Return, CTRL)
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("The prompt has 900 tokens")
    assert page.picking.replies.both[0].text == ""
    page.picking.type_prompt()
    keys(studio, "Short?")
    key(studio, Qt.Key.Key_Return, CTRL)
    assert studio.session.arena.waiting == [1, 0]
    page.banner.button("Leave the prompt out").click()
    ready(studio, page)
    assert not page.banner.isVisible()
    assert [(one.number, one.choice) for one in studio.session.arena.picks] == [(0, "skip")]
    key(studio, Qt.Key.Key_1)
    assert len(kept(studio)) == 1


def test_a_run_holds_new_replies_up_but_not_picks(studio: Studio, picking: ArenaPage) -> None:
    studio.load()
    studio.qtbot.waitUntil(lambda: not studio.session.engine.is_busy)
    gate = threading.Semaphore(0)
    studio.run = SteppingRun(steps=2, gate=gate)
    studio.session.start_training()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.RUNNING)
    made = len(studio.arena_asked)
    for _ in range(made):
        ready(studio, picking)
        key(studio, Qt.Key.Key_1)
    studio.qtbot.waitUntil(lambda: not picking.picking.is_lit)
    assert picking.picking.replies.both[0].text == ""
    assert not picking.picking.controls.may("a")
    assert len(studio.arena_asked) == made
    gate.release(5)
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED)
    ready(studio, picking)
    assert len(kept(studio)) == made


def test_a_log_that_cannot_be_written_is_told_and_nothing_moves_on(studio: Studio, picking: ArenaPage) -> None:
    path = studio.session.project.arena_path
    path.unlink()
    path.mkdir()
    prompt = picking.picking.prompt.reading.text
    key(studio, Qt.Key.Key_1)
    assert picking.banner.text.startswith("Nothing was kept")
    assert studio.session.arena.picks == ()
    assert picking.picking.prompt.reading.text == prompt
    assert kept(studio) == []


def test_lines_that_say_nothing_are_told_once(studio: Studio) -> None:
    studio.session.project.arena_path.write_text("{half\n[]\n", encoding="utf-8")
    page = ArenaPage(studio.theme, studio.session)
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.arena.state == "setup")
    assert "2 lines of arena.jsonl could not be read" in page.banner.text
    page.banner.clear()
    page.refresh()
    assert not page.banner.isVisible()
