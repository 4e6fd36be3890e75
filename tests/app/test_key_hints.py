"""Every control that has a shortcut says so when one points at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.main_window import PAGES
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.command import Command, commands_below
from tests.app.studio import fake_studio

# Their controls show the keys in a cap, or in words of their own; or there is no single control for them.
_OWN_WAY = {"compare", "blind", "arena"}
_NO_CONTROL = {
    "Undo the last edit",  # offered in the note after each edit
    "Redo the last edit",
    "Show all charts",
    "Show samples as written, or formatted",  # its button's tooltip says what it would do, and the key
    "Mark the run",
    "Star the run",
    "Bring deleted runs back",
}


@pytest.fixture
def studio(theme: Theme, home: Path) -> Iterator[Studio]:
    studio = fake_studio(home)
    studio.window.show()
    yield studio
    studio.shut_down()
    studio.deleteLater()


def _with_keys(page: QWidget) -> list[Command]:
    return [one for one in commands_below(page) if one.keys and not one.text().startswith("Enlarge or shrink")]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in _OWN_WAY])
def test_every_shortcut_of_a_page_is_said_by_its_control(studio: Studio, name: str) -> None:
    page = studio.window.page(name)  # pyright: ignore[reportArgumentType]
    for command in _with_keys(page):
        assert command.shown_on or command.text() in _NO_CONTROL, command.text()
        for widget in command.shown_on:
            assert command.keys in command.tip_of(widget), command.text()


@pytest.mark.parametrize("name", PAGES)
def test_a_key_cap_is_that_of_a_command(studio: Studio, name: str) -> None:
    page = studio.window.page(name)  # pyright: ignore[reportArgumentType]
    known = {one.keys.replace("Return", "↵").replace("Enter", "↵") for one in commands_below(page)} | {"Esc", "Ctrl ↵"}
    for button in page.findChildren(Button):
        assert not button.key or button.key.replace("Enter", "↵") in known, button.text()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tooltip_has_the_reason_and_the_keys(studio: Studio, qtbot: QtBot) -> None:
    page = studio.window.page("export")
    button = next(one for one in page.findChildren(Button) if one.key == "Ctrl E")
    button.setToolTip("Train first.")
    place = button.mapToGlobal(QPoint(2, 2))
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), place))
    assert QToolTip.text() == "Train first. (Ctrl E)"
    QToolTip.hideText()
