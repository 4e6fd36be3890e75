"""Opens a file in the real Data page and prints what a person would wait for. Started by `benchmarks/data.py`."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer

from app.application import make_application
from app.models.dataset import Dataset
from app.pages.data.page import DataPage
from app.theme.theme import Theme

_TICK = 5  # milliseconds
_SCROLL_EVERY = 20  # ticks
_MOST_SECONDS = 3600.0
_SEARCHED = "(4"  # in a ninth of the pairs


class _Watch(QObject):
    """Ticks as often as it can: the longest gap between two ticks is how long the window stood still."""

    def __init__(self, page: DataPage) -> None:
        super().__init__()
        self._page = page
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._ticks = 0
        self._last = self._last_busy = 0.0
        self._begin_phase()
        self._timer.start()

    def phase_ends(self, name: str) -> dict[str, float]:
        """Seconds, processor seconds of all processes, and the longest block since the last phase, in milliseconds.

        `busy` is how much of the longest block this thread itself worked; for the rest it waited for its turn.
        """
        figures = {
            f"{name}_s": time.perf_counter() - self._began,
            f"{name}_cpu_s": _processor_seconds() - self._began_cpu,
            f"{name}_block_ms": self._longest * 1000 - _TICK,
            f"{name}_block_busy_ms": self._longest_busy * 1000,
        }
        self._begin_phase()
        return figures

    def _begin_phase(self) -> None:
        self._began, self._began_cpu = time.perf_counter(), _processor_seconds()
        self._longest = self._longest_busy = 0.0

    def _tick(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        if self._last and now - self._last > self._longest:
            self._longest, self._longest_busy = now - self._last, busy - self._last_busy
        self._ticks += 1
        if self._ticks % _SCROLL_EVERY == 0:
            bar = self._page.list.table.verticalScrollBar()
            bar.setValue(bar.maximum() * (self._ticks * 37 % 1000) // 1000)
        self._last, self._last_busy = now, busy


class _Paints(QObject):
    """Notes when the table was first painted with a row in it."""

    def __init__(self, page: DataPage) -> None:
        super().__init__()
        self._model = page.list.table.model()
        self.first = 0.0
        page.list.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.first and event.type() == QEvent.Type.Paint and self._model.rowCount():
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.first = self.first or time.perf_counter()


def main(path: str) -> None:
    """Open, scroll, check, search."""
    application = make_application(["bench"])
    theme, dataset = Theme("light"), Dataset()
    theme.apply()
    page = DataPage(theme, dataset)
    page.resize(1224, 900)
    page.show()
    dataset.failed.connect(lambda error: sys.exit(str(error)))
    _wait(application.topLevelWindows()[0].isExposed)
    gc.freeze()  # as `run_window` does
    _wait_seconds(1.0)
    print("{}", flush=True)
    paints, watch = _Paints(page), _Watch(page)
    began = time.perf_counter()
    page.open_file(Path(path))
    _wait(lambda: dataset.state == "loaded")
    _tell({"first_rows_s": paints.first - began, **watch.phase_ends("indexed"), "pairs": dataset.pair_count})
    _wait(lambda: dataset.flags is not None and dataset.split is not None)
    _tell(watch.phase_ends("checks"))
    dataset.filter.set(_SEARCHED, "")
    _wait(lambda: not dataset.filter.is_running)
    _tell({**watch.phase_ends("search"), "found": dataset.table.rowCount()})


def _tell(figures: dict[str, float]) -> None:
    print(json.dumps(figures), flush=True)


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _wait_seconds(seconds: float) -> None:
    end = time.perf_counter() + seconds
    _wait(lambda: time.perf_counter() > end)


def _wait(until: Callable[[], bool]) -> None:
    """Let the window live until it is so. It sleeps in between: a loop that asks all the time would fill a core."""
    deadline = time.perf_counter() + _MOST_SECONDS
    loop, timer = QEventLoop(), QTimer()

    def look() -> None:
        if time.perf_counter() > deadline:
            sys.exit("This takes too long.")
        if until():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_TICK)
    loop.exec()
