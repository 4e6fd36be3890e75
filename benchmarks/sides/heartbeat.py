"""A timer that comes as often as it can: how late it comes is how long the window's event loop was deaf."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

_TICK = 5  # milliseconds


class Heartbeat(QObject):
    """`first_paint` is when the window had first painted, on the clock of `time.time`; 0 before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.first_paint = 0.0
        self._delays: list[float] | None = None
        self._last = 0.0
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """Count delays from now on."""
        self._delays, self._last = [], time.perf_counter()

    def end_delays(self) -> list[float]:
        """The delays since `begin`, in milliseconds, each tick's own."""
        self._tick()
        delays, self._delays = self._delays or [0.0], None
        return delays

    def end(self) -> dict[str, float]:
        """Their 99th percentile and the longest."""
        return summary(self.end_delays())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint."""
        if not self.first_paint and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self.first_paint = self.first_paint or time.time()

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._delays is not None:
            self._delays.append(max(0.0, (now - self._last) * 1000 - _TICK))
        self._last = now


def summary(delays: list[float]) -> dict[str, float]:
    """99th percentile and longest of delays in milliseconds.

    A percentile over ticks would count a long block once, though everything that was asked meanwhile waited: each delay
    stands for all the moments that it lasted, of which the first waits longest and the last not at all.
    """
    moments = sorted(
        waited for delay in delays for waited in (delay - _TICK * passed for passed in range(int(delay // _TICK) + 1))
    )
    return {"p99_ms": moments[int(0.99 * (len(moments) - 1))], "max_ms": moments[-1]}
