"""Plays a script in the window's own event loop: a generator that yields what it waits for."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer

_LOOK_MILLISECONDS = 10
_MOST_SECONDS = 600.0


class Player(QObject):
    """A number waits so many seconds, a function until it says so; at the end `done` is called."""

    def __init__(
        self, script: Generator[float | Callable[[], bool]], done: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._script = script
        self._done = done
        self._is_so: Callable[[], bool] | None = None
        self._deadline = 0.0

    def start(self) -> None:
        """Begin when the loop runs."""
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if self._is_so is not None and not self._is_so():
            if time.monotonic() > self._deadline:
                raise SystemExit("This takes too long.")
            QTimer.singleShot(_LOOK_MILLISECONDS, self._go_on)
            return
        self._is_so = None
        try:
            wanted = next(self._script)
        except StopIteration:
            self._done()
            return
        if callable(wanted):
            self._is_so, self._deadline = wanted, time.monotonic() + _MOST_SECONDS
        QTimer.singleShot(0 if callable(wanted) else round(wanted * 1000), self._go_on)
