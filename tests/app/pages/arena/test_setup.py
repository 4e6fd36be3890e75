"""How the Arena is set up: who answers, where prompts come from, and what is said while something is missing."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt

from app.pages.arena.page import ArenaPage
from tests.app.accessible import beyond_tab, nameless, too_small, undescribed
from tests.app.pages.arena.picking import CTRL, key, keys, ready
from tests.app.pages.conftest import Studio


def test_without_a_model_it_says_so_and_leads_there(studio: Studio) -> None:
    page = ArenaPage(studio.theme, studio.session)
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.arena.state == "setup")
    assert not page.begin_button.isEnabled()
    assert page.setup.reason.text().startswith("Choose a model first")
    page.setup.model_button.click()
    assert studio.wanted_pages == ["model"]


def test_typed_prompts_begin_with_the_place_to_type_them(studio: Studio, page: ArenaPage) -> None:
    assert page.begin_button.isEnabled()
    key(studio, Qt.Key.Key_Space)  # Begin has the keyboard
    assert page.picking.entry.isVisible()
    assert page.picking.replies.both[0].text == ""
    assert not any(page.picking.controls.may(choice) for choice in ("a", "b", "same", "skip"))
    keys(studio, "Open on 1 May?")
    key(studio, Qt.Key.Key_Return, CTRL)
    ready(studio, page)
    assert page.picking.prompt.reading.text == "Open on 1 May?"
    key(studio, Qt.Key.Key_1)
    studio.qtbot.waitUntil(page.picking.entry.isVisible)
    assert page.picking.entry.edit.hasFocus()


def test_prompts_of_a_file_keep_their_topics(studio: Studio, page: ArenaPage, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    rows = [{"prompt": f"{topic} {number}?", "topic": topic} for topic in ("Hours", "Prices") for number in range(3)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    setup = studio.session.arena_setup
    setup.choose_source("file")
    assert page.setup.reason.text() == "Choose a file with prompts."
    setup.prompts.choose_file(path)
    setup.prompts.set_count(4)
    page.begin_button.click()
    ready(studio, page)
    assert [line for line in page.picking.coverage.words.splitlines() if "wait" in line] == [
        "Hours: 0  ·  2 wait",
        "Prices: 0  ·  2 wait",
        "Up to 80 characters: 0  ·  4 wait",
    ]
    page.set_up_button.click()
    assert setup.source == "typed"  # going on asks no file twice
    setup.choose_source("file")
    setup.prompts.set_count(500)
    page.begin_button.click()
    studio.qtbot.waitUntil(lambda: len(studio.session.arena.waiting) == 6)
    page.set_up_button.click()
    setup.choose_source("file")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("Every prompt of questions.jsonl is in the Arena already.")


def test_a_file_without_prompts_is_told(studio: Studio, page: ArenaPage, tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("article,price\nmug,7\n", encoding="utf-8")
    studio.session.arena_setup.choose_source("file")
    studio.session.arena_setup.prompts.choose_file(tmp_path / "prices.csv")
    page.begin_button.click()
    studio.qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.startswith("prices.csv holds no prompts.")
    assert studio.session.arena.state == "setup"


def test_two_temperatures_need_two_and_two_models_need_two(studio: Studio, page: ArenaPage) -> None:
    setup = studio.session.arena_setup
    setup.change(difference="temperatures", temperatures=(0.7, 0.7))
    assert page.setup.reason.text() == "Choose two different temperatures."
    page.setup.temperatures[1].setValue(1.4)
    assert setup.plan.temperatures == (0.7, 1.4)
    assert page.begin_button.isEnabled()
    setup.change(difference="models")
    assert page.setup.reason.text().startswith("There is only one model yet.")
    setup.change(difference="seeds", temperatures=(0.0, 1.0))
    assert page.setup.reason.text().startswith("At temperature 0 both replies are always the same.")


def test_waiting_prompts_can_be_left_out(studio: Studio, picking: ArenaPage) -> None:
    picking.set_up_button.click()
    assert picking.setup.waiting.text() == "60 prompts from before wait already."
    picking.setup.drop_button.click()
    assert studio.session.arena.waiting == []
    assert not picking.setup.drop_button.isVisible()


def test_every_control_has_a_name_and_can_be_reached(studio: Studio, page: ArenaPage) -> None:
    for difference in ("seeds", "temperatures", "models"):
        for source in ("typed", "file", "suites"):
            studio.session.arena_setup.change(difference=difference)
            studio.session.arena_setup.choose_source(source)
            assert nameless(page) == []
            assert too_small(page) == []
            assert undescribed(page) == []
            assert beyond_tab(page) == []
