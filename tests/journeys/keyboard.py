"""A person at the keyboard of a journey's window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.conftest import Journey

CTRL = Qt.KeyboardModifier.ControlModifier


def key(journey: Journey, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    journey.qtbot.keyClick(_focus(), key, modifier)


def keys(journey: Journey, text: str) -> None:
    """Type wherever the keyboard is."""
    journey.qtbot.keyClicks(_focus(), text)


def tab_to(journey: Journey, name: str) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and focus.accessibleName() == name:
            return
        key(journey, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    return focus
