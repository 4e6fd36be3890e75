"""The ring around the keyboard's focus, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.theme.theme import Theme
from app.widgets.focus_ring import FocusRing


class TwoCards(QWidget):
    """Two cards with a button each, one above the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.top_card, self.bottom_card = QWidget(), QWidget()
        self.top_card.setFixedHeight(60)
        self.first, self.second = QPushButton("First", self.top_card), QPushButton("Second", self.bottom_card)
        layout = QVBoxLayout(self)
        layout.addWidget(self.top_card)
        layout.addWidget(self.bottom_card, 1)
        self.ring = FocusRing(theme, self)
        self.resize(300, 300)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> TwoCards:
    window = TwoCards(theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.first.setFocus(Qt.FocusReason.OtherFocusReason)
    return window


def _center(window: TwoCards, button: QPushButton) -> QPoint:
    return button.mapTo(window, button.rect().center())


def test_it_moves_with_the_card_that_holds_the_focused_button(qtbot: QtBot, window: TwoCards) -> None:
    qtbot.keyClick(window.first, Qt.Key.Key_Tab)
    assert window.ring.target is window.second
    before = window.ring.geometry()
    window.top_card.setFixedHeight(140)
    qtbot.waitUntil(lambda: window.ring.geometry() != before)
    assert window.ring.geometry().contains(_center(window, window.second))


def test_there_is_none_where_a_greyed_button_passed_the_focus_on(qtbot: QtBot, window: TwoCards) -> None:
    qtbot.mouseClick(window.first, Qt.MouseButton.LeftButton)
    window.first.setEnabled(False)
    assert window.focusWidget() is window.second
    assert not window.ring.isVisible()
