from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.theme.theme import Theme
from app.widgets.text_editor import TextEditor


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> TextEditor:
    editor = TextEditor("Reply")
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_keeps(editor: TextEditor, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(editor.kept):
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == ""


def test_enter_alone_begins_a_line(editor: TextEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.kept):
        qtbot.keyClicks(editor, "a")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, "b")
    assert editor.text == "a\nb"


def test_escape_leaves(editor: TextEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_a_text_that_was_not_changed_is_given_back_to_the_letter(editor: TextEditor, qtbot: QtBot) -> None:
    given = "a\u00a0b\r\nc\u2028d\r"
    editor.set_text(given)
    assert editor.text == given
    qtbot.keyClicks(editor, "x")
    assert editor.text == "xa\u00a0b\nc\u2028d\n"
    editor.undo()
    assert editor.text == given


def test_tab_goes_on(theme: Theme, qtbot: QtBot) -> None:
    both = QWidget()
    qtbot.addWidget(both)
    first, second = TextEditor("One", both), TextEditor("Two", both)
    both.show()
    with qtbot.waitActive(both):
        both.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.text == ""
