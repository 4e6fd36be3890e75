"""The divider between parts of a page: moved by mouse or keyboard, put back, and remembered only when it was moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.theme.theme import Theme
from app.widgets.splitter import Part, Splitter, restore_splitters, splitter_sizes
from tests.app.accessible import nameless


def _splitter(theme: Theme, qtbot: QtBot) -> Splitter:
    splitter = Splitter(theme, "pairs", "The list and the pair", [Part(QWidget()), Part(QWidget(), 3)], 16)
    qtbot.addWidget(splitter)
    splitter.resize(816, 300)
    splitter.show()
    return splitter


def test_the_parts_share_the_room_by_their_weights(theme: Theme, qtbot: QtBot) -> None:
    splitter = _splitter(theme, qtbot)
    assert splitter.sizes() == [200, 600]
    assert splitter.kept == []
    assert nameless(splitter) == []


def test_arrow_keys_move_it_and_home_puts_it_back(theme: Theme, qtbot: QtBot) -> None:
    splitter = _splitter(theme, qtbot)
    handle = splitter.handle(1)
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert splitter.sizes() == [224, 576]
    qtbot.keyClick(handle, Qt.Key.Key_Left)
    qtbot.keyClick(handle, Qt.Key.Key_Left)
    assert splitter.sizes() == [176, 624]
    qtbot.keyClick(handle, Qt.Key.Key_Home)
    assert splitter.sizes() == [200, 600]
    assert splitter.kept == []


def test_a_part_of_fixed_size_keeps_it_when_the_window_grows(theme: Theme, qtbot: QtBot) -> None:
    splitter = Splitter(theme, "live", "The charts and the replies", [Part(QWidget()), Part(QWidget(), 0, 300)], 14)
    qtbot.addWidget(splitter)
    splitter.resize(914, 300)
    splitter.show()
    assert splitter.sizes() == [600, 300]
    splitter.resize(1114, 300)
    assert splitter.sizes() == [800, 300]
    splitter.set_size(1, 400)
    assert splitter.sizes() == [700, 400]


def test_it_is_put_where_it_was_left(theme: Theme, qtbot: QtBot) -> None:
    first, second = _splitter(theme, qtbot), _splitter(theme, qtbot)
    qtbot.keyClick(first.handle(1), Qt.Key.Key_Right)
    page = QWidget()
    qtbot.addWidget(page)
    first.setParent(page)
    assert splitter_sizes(page) == {"pairs": [224, 576]}
    restore_splitters(second.parentWidget() or second, {})
    second.restore([1, 2, 3])
    assert second.sizes() == [200, 600]
    second.restore([224, 576])
    assert second.sizes() == [224, 576]
