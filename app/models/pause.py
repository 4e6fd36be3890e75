"""What follows a change once nothing has changed for a moment: a moving slider asks once, not fifty times."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def after_a_pause(milliseconds: int, act: Callable[[], None], owner: QObject) -> QTimer:
    """A timer that calls `act` so long after it was last started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
