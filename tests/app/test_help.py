"""F1 with a whole window: the page in sight is explained, links and the search lead on, Esc gives the focus back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.theme.theme import Theme
from app.widgets.help_window import HelpWindow
from tests.app.accessible import nameless, too_small
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


def _help(studio: Studio, qtbot: QtBot) -> HelpWindow:
    qtbot.keyClick(studio.window, Qt.Key.Key_F1)
    assert studio.help.view is not None
    return studio.help.view


def test_f1_opens_the_page_s_chapter_with_every_key_of_the_page(studio: Studio, qtbot: QtBot) -> None:
    studio.window.show_page("runs")
    view = _help(studio, qtbot)
    assert view.isVisible()
    assert view.shown is not None
    assert view.shown.title == "Runs"
    assert "Keys on this page" in view.text.toPlainText()
    assert "F2" in view.text.toPlainText()
    studio.window.show_page("blind")
    assert _help(studio, qtbot) is view
    assert view.shown.title == "Compare"
    assert view.text.verticalScrollBar().value() > 0  # from the blind test's heading on


def test_the_question_mark_opens_it_too(studio: Studio, qtbot: QtBot) -> None:
    buttons = studio.window.sidebar.findChildren(QAbstractButton)
    (button,) = [one for one in buttons if one.accessibleName() == "Help for this page"]
    button.click()
    assert studio.help.view is not None
    assert studio.help.view.isVisible()


def test_links_lead_to_other_chapters_and_never_out(studio: Studio, qtbot: QtBot) -> None:
    view = _help(studio, qtbot)
    view.text.anchorClicked.emit(QUrl("data-check.md#what-can-be-mended"))
    assert view.shown is not None
    assert view.shown.title == "The data check"
    assert view.contents.currentItem().text() == "The data check"
    view.text.anchorClicked.emit(QUrl("https://example.org"))
    assert view.shown.title == "The data check"


def test_a_search_lists_what_has_the_words_and_tints_them(studio: Studio, qtbot: QtBot) -> None:
    view = _help(studio, qtbot)
    qtbot.keyClicks(view.search, "likelihood displacement")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.listed()
    assert all("displacement" in one.text.casefold() for one in view.listed())
    assert view.text.extraSelections()
    view.search.setText("zzzz")
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.nothing.isVisible()
    view.search.clear()
    assert len(view.listed()) > 15
    assert not view.text.extraSelections()


def test_escape_closes_it_and_everything_in_it_has_a_name(studio: Studio, qtbot: QtBot) -> None:
    view = _help(studio, qtbot)
    assert nameless(view) == []
    assert too_small(view) == []
    qtbot.keyClick(view.text, Qt.Key.Key_Escape)
    assert not view.isVisible()
    qtbot.waitUntil(studio.window.isActiveWindow)
