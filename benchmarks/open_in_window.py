"""Opens a file in the real Data page and prints what a person would wait for. Started by `benchmarks/data.py`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer

from app.application import make_application
from app.models.dataset import Dataset
from app.pages.data.page import DataPage
from app.theme.theme import Theme

_TICK = 5  # milliseconds
_SCROLL_EVERY = 20  # ticks
_MOST_SECONDS = 3600.0
_SEARCHED = "the (4"  # in a hundredth of the pairs


class _Watch(QObject):
    """Ticks as often as it can: the longest gap between two ticks is how long the window stood still."""

    def __init__(self, page: DataPage) -> None:
        super().__init__()
        self._page = page
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter()
        self._ticks = 0
        self.longest = 0.0
        self._timer.start()

    def take_longest(self) -> float:
        """Milliseconds, since this was last asked."""
        longest, self.longest = self.longest, 0.0
        return longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - _TICK)
        self._last = now
        self._ticks += 1
        if self._ticks % _SCROLL_EVERY == 0:
            bar = self._page.list.table.verticalScrollBar()
            bar.setValue(bar.maximum() * (self._ticks * 37 % 1000) // 1000)


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


def main(path: Path) -> None:
    """Open, scroll, check, search."""
    application = make_application(sys.argv[:1])
    theme, dataset = Theme("light"), Dataset()
    theme.apply()
    page = DataPage(theme, dataset)
    page.resize(1224, 900)
    page.show()
    dataset.failed.connect(lambda error: sys.exit(str(error)))
    _wait(lambda: application.topLevelWindows()[0].isExposed())
    _wait_seconds(1.0)
    print("{}", flush=True)
    paints, watch = _Paints(page), _Watch(page)
    figures: dict[str, float] = {}
    began = time.perf_counter()
    page.open_file(path)
    _wait(lambda: dataset.state == "loaded")
    figures["indexed_s"] = time.perf_counter() - began
    figures["first_rows_s"] = paints.first - began
    figures["reading_block_ms"] = watch.take_longest()
    _wait(lambda: dataset.flags is not None and dataset.split is not None)
    figures["checks_s"] = time.perf_counter() - began - figures["indexed_s"]
    figures["checking_block_ms"] = watch.take_longest()
    began = time.perf_counter()
    dataset.set_filter(_SEARCHED, "")
    _wait(lambda: not dataset.is_searching)
    figures["search_s"] = time.perf_counter() - began
    figures["searching_block_ms"] = watch.take_longest()
    figures["pairs"] = dataset.pair_count
    figures["found"] = dataset.table.rowCount()
    print(json.dumps(figures), flush=True)


def _wait_seconds(seconds: float) -> None:
    end = time.perf_counter() + seconds
    _wait(lambda: time.perf_counter() > end)


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + _MOST_SECONDS
    while not until():
        if time.perf_counter() > deadline:
            sys.exit("This takes too long.")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
