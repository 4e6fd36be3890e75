"""Ctrl K, with a whole window: what it lists, what it runs, and where the focus is afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.main_window import PAGES
from app.theme.theme import Theme
from app.widgets.command import Command, commands_below, keys_as_read
from tests.app.accessible import nameless
from tests.app.models.pairs import write_pairs
from tests.app.studio import fake_studio


@pytest.fixture
def studio(theme: Theme, qtbot: QtBot, home: Path) -> Iterator[Studio]:
    studio = fake_studio(home)
    with qtbot.waitActive(studio.window):
        studio.window.show()
        studio.window.activateWindow()
    yield studio
    studio.shut_down()
    studio.deleteLater()


def _open(studio: Studio, qtbot: QtBot) -> None:
    """Ctrl K, and wait until every page has told its commands."""
    qtbot.keyClick(studio.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(studio.window.made_pages) == len(PAGES))
    qtbot.waitUntil(lambda: {entry.place for entry in studio.palette.view.listed()} >= {"Train", "Blind test"})


def test_it_lists_every_command_of_the_window_with_its_keys(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    listed = [entry.command for entry in studio.palette.view.listed()]
    assert set(listed) == set(commands_below(studio.window))
    assert len(listed) > 40
    keys = {command.text(): command.keys for command in listed}
    assert keys["Find a command"] == "Ctrl K"
    assert keys["Go to Export"] == "Ctrl 5"
    assert keys["Flip the pair"] == "F"
    assert keys["Stop training and save"] == "Ctrl ."


def test_no_keys_work_beside_the_commands(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    assert studio.window.findChildren(QShortcut) == []


def test_two_commands_that_act_at_once_never_share_their_keys(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    own = studio.window.findChildren(Command, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for name, page in studio.window.made_pages.items():
        keys = [keys.toString() for one in (*own, *commands_below(page)) for keys in one.shortcuts()]
        assert len(keys) == len(set(keys)), name


def test_letters_and_enter_run_a_command_of_another_page(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    view = studio.palette.view
    assert QApplication.focusWidget() is view.search
    qtbot.keyClicks(view.search, "blind start")
    assert [entry.command.text() for entry in view.listed()] == ["Start a blind test"]
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert not view.isVisible()
    assert studio.window.current_page == "blind"


def test_up_and_down_choose_and_stay_in_the_list(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    view = studio.palette.view
    qtbot.keyClicks(view.search, "go to")
    first, second = view.listed()[:2]
    qtbot.keyClick(view.search, Qt.Key.Key_Up)
    assert view.current is first.command
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.current is second.command
    for _ in range(20):
        qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.current is view.listed()[-1].command


def test_what_cannot_be_done_says_why_and_keeps_the_list_open(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    view = studio.palette.view
    qtbot.keyClicks(view.search, "flip")
    assert view.current is not None
    assert view.current.why_not == "No pair is selected."
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.isVisible()


def test_escape_empties_the_search_then_closes_and_the_focus_is_back(studio: Studio, qtbot: QtBot) -> None:
    item = studio.window.sidebar.item("data")
    item.setFocus(Qt.FocusReason.TabFocusReason)
    _open(studio, qtbot)
    view = studio.palette.view
    qtbot.keyClicks(view.search, "zzz")
    assert view.nothing.isVisible()
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.isVisible()
    assert len(view.listed()) > 40
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert not view.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is item)


def test_a_letter_flips_the_pair_that_the_palette_would_flip(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    dataset = studio.session.dataset
    dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    dataset.selection.select(0)
    page = studio.window.page("data")
    flip = next(one for one in commands_below(page) if one.text() == "Flip the pair")
    assert flip.why_not == ""
    flip.run()
    qtbot.waitUntil(lambda: dataset.edits.may_undo)
    dataset.edits.undo()
    qtbot.waitUntil(lambda: dataset.edits.may_redo)
    page.list.table.setFocus()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    qtbot.keyClick(page.list.table, Qt.Key.Key_F)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    qtbot.waitUntil(lambda: dataset.edits.may_undo)


def test_everything_in_it_has_a_name(studio: Studio, qtbot: QtBot) -> None:
    _open(studio, qtbot)
    assert nameless(studio.palette.view) == []


@pytest.mark.parametrize(
    "keys, read",
    [("Ctrl+K", "Ctrl K"), ("Ctrl++", "Ctrl +"), ("Ctrl+Shift+Z", "Ctrl Shift Z"), ("", ""), ("/", "/")],
)
def test_keys_are_written_with_spaces(keys: str, read: str) -> None:
    assert keys_as_read(QKeySequence(keys)) == read
