from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.drop_down import DropDown


@pytest.fixture
def box(qtbot: QtBot) -> DropDown:
    box = DropDown([(("a",), "First", "Help one."), (("b",), "Second", "Help two.")], "Kind")
    qtbot.addWidget(box)
    box.show()
    return box


def test_a_choice_by_keyboard_is_told_and_one_by_the_program_is_not(qtbot: QtBot, box: DropDown) -> None:
    told: list[object] = []
    box.chosen.connect(told.append)
    box.set_value(("b",))
    assert box.currentText() == "Second"
    assert not told
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert told == [("a",)]
    assert box.help_text() == "Help one."


def test_the_wheel_scrolls_the_page_and_changes_nothing(box: DropDown) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert not event.isAccepted()
    assert box.currentText() == "First"


def test_a_value_may_be_offered_later(box: DropDown) -> None:
    assert not box.offers(("a", "b"))
    box.offer(("a", "b"), "Both", "Help three.")
    box.set_value(("a", "b"))
    assert (box.currentText(), box.help_text()) == ("Both", "Help three.")


def test_it_is_named_and_every_choice_can_be_hit(box: DropDown) -> None:
    assert box.accessibleName() == "Kind"
    view = box.view()
    assert all(view.sizeHintForIndex(box.model().index(row, 0)).height() >= 28 for row in range(box.count()))
