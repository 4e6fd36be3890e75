"""Dots that a person goes along by keys or by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.theme.theme import Theme
from app.widgets.step_dots import StepDots


@pytest.fixture
def dots(qtbot: QtBot, theme: Theme) -> StepDots:
    dots = StepDots(theme, "Step of the sample")
    qtbot.addWidget(dots)
    dots.resize(228, 40)
    dots.set_steps([0, 20, 40])
    dots.show()
    return dots


def test_the_newest_is_looked_at_and_said(dots: StepDots) -> None:
    assert dots.step == 40
    assert dots.accessibleDescription() == "After step 40"


def test_keys_go_along(dots: StepDots, qtbot: QtBot) -> None:
    qtbot.keyClick(dots, Qt.Key.Key_Left)
    assert dots.step == 20
    qtbot.keyClick(dots, Qt.Key.Key_Home)
    assert (dots.step, dots.accessibleDescription()) == (0, "Before training")


def test_a_click_takes_the_nearest(dots: StepDots, qtbot: QtBot) -> None:
    qtbot.mouseClick(dots, Qt.MouseButton.LeftButton, pos=QPoint(100, 12))
    assert dots.step == 20


def test_who_looks_at_an_earlier_one_stays_there(dots: StepDots) -> None:
    dots.setValue(0)
    dots.set_steps([0, 20, 40, 60])
    assert dots.step == 0


def test_none_is_said_so(dots: StepDots) -> None:
    dots.set_steps([])
    assert (dots.step, dots.accessibleDescription()) == (-1, "None yet")
    dots.set_steps([0])
    assert dots.step == 0


def test_numbers_that_would_touch_are_left_out(dots: StepDots) -> None:
    dots.set_steps([1000 * number for number in range(12)])
    labelled = dots._labelled()  # pyright: ignore[reportPrivateUsage]
    assert {0, 11} <= set(labelled)
    assert len(labelled) < 12
