"""What a test of the window may leave behind by mistake: threads, running timers, top-level windows."""

from __future__ import annotations

import gc
import threading
import time
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication

_HELPERS_OF_LIBRARIES = ("TMonitor",)  # tqdm keeps one watching thread for the life of the process

_FEWEST_ROUNDS = 10  # what is deleted by what is deleted needs several, however busy the machine


@dataclass(frozen=True)
class Surroundings:
    """The live objects at one moment, by identity; kept alive, so that no identity is used twice."""

    threads: list[threading.Thread]
    qthreads: list[QThread]
    timers: list[QTimer]
    windows: list[object]

    @staticmethod
    def now() -> Surroundings:
        """Look around, after Qt has deleted what it was asked to delete."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return Surroundings._seen()

    @staticmethod
    def before_a_test() -> Surroundings:
        """Look around, and set aside what is here: with torch loaded, each later look would take seconds."""
        surroundings = Surroundings.now()
        gc.freeze()
        return surroundings

    @staticmethod
    def _seen() -> Surroundings:
        # isinstance would ask lazy stand-ins of other libraries for their class, and wake them.
        objects = [item for item in gc.get_objects() if issubclass(type(item), QThread | QTimer)]
        alive = [item for item in objects if shiboken6.isValid(item)]
        return Surroundings(
            threads=[thread for thread in threading.enumerate() if _counts(thread)],
            qthreads=[item for item in alive if isinstance(item, QThread) and item.isRunning()],
            timers=[item for item in alive if isinstance(item, QTimer) and item.isActive()],
            windows=list(QApplication.topLevelWidgets()),
        )

    def left_since(self, before: Surroundings) -> list[str]:
        """One line for each object that is here now and was not before."""
        pairs = (
            ("thread", self.threads, before.threads),
            ("QThread", self.qthreads, before.qthreads),
            ("timer", self.timers, before.timers),
            ("window", self.windows, before.windows),
        )
        return [
            f"{kind} {item!r}"
            for kind, present, earlier in pairs
            for item in present
            if not any(item is other for other in earlier)
        ]


def left_behind(before: Surroundings, patience: float = 2.0) -> list[str]:
    """What the test left, after giving threads that are about to end `patience` seconds, and Qt a few rounds."""
    deadline = time.monotonic() + patience
    rounds = 0
    while (left := Surroundings.now().left_since(before)) and (time.monotonic() < deadline or rounds < _FEWEST_ROUNDS):
        QCoreApplication.processEvents()
        time.sleep(0.02)
        rounds += 1
    return left


def _counts(thread: threading.Thread) -> bool:
    # A QThread that ran Python shows up as a dummy thread for ever; QThreads are looked at by themselves.
    is_dummy = type(thread).__name__ == "_DummyThread"
    return not is_dummy and type(thread).__name__ not in _HELPERS_OF_LIBRARIES
