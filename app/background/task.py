"""A one-shot job beside the window: read a file, look for models. What uses the model is in `run_thread.py`."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from app.background.beside import CancelledError
from app.background.failure import as_engine_error
from app.language.translate import mark, tr_marked
from engine.errors import EngineError

Result = TypeVar("Result")


def run_task(
    function: Callable[[Task], Result],
    on_success: Callable[[Result], None],
    on_failure: Callable[[EngineError], None],
    on_progress: Callable[[Any], None] | None = None,
    *,
    owner: QObject | None = None,
    doing: str = mark("This"),
) -> Task:
    """Run `function` in a thread of the pool and call back in this thread, which must be the window's.

    The function is given the task, to report progress and to see whether it was cancelled. Exactly one of
    `on_success` and `on_failure` is called, last, unless the task is cancelled or `owner` is deleted first. `doing`
    names the work in the sentence about an unforeseen error: "Reading the file".
    """
    task = Task(_Callbacks(on_success, on_failure, on_progress), owner)
    QThreadPool.globalInstance().start(_Work(partial(task.work, function, doing)))
    return task


def cancel_tasks() -> None:
    """Ask every task to end early, because the window closes. What looks at no `cancelled` still comes to its end."""
    application = QCoreApplication.instance()
    for task in application.findChildren(Task) if application is not None else ():
        task.cancel()


def wait_for_tasks(seconds: float = 30.0) -> bool:
    """Let all tasks end before the process does: one that is importing a library would end it with a complaint."""
    return QThreadPool.globalInstance().waitForDone(round(seconds * 1000))


@dataclass(frozen=True, slots=True)
class _Callbacks:
    success: Callable[[Any], None]
    failure: Callable[[EngineError], None]
    progress: Callable[[Any], None] | None


class Task(QObject):
    """A job under way, as its starter and the function that does the work both see it."""

    _knock = Signal()

    def __init__(self, callbacks: _Callbacks, owner: QObject | None) -> None:
        # The application holds the task, so that it lives until the worker is done with it.
        super().__init__(QCoreApplication.instance())
        self._callbacks = callbacks
        self._owner = owner
        self._cancelled = threading.Event()
        self._mail: deque[Callable[[], None]] = deque()
        self._is_knocking = False
        self._lock = threading.Lock()
        self._knock.connect(self._open_mail)
        if owner is not None:
            owner.destroyed.connect(self.cancel)

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted; the function should look now and then and return early."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the function to end early; no callback is called from here on."""
        self._cancelled.set()

    def report(self, progress: object) -> None:
        """Hand something to `on_progress`. For the function that does the work; nothing reported is lost."""
        if self._callbacks.progress is not None:
            self._post(partial(self._callbacks.progress, progress))

    def work(self, function: Callable[[Task], object], doing: str) -> None:
        """Run the function; called once, in the worker's thread."""
        try:
            end = partial(self._callbacks.success, function(self))
        except CancelledError:  # nobody is called back then
            end = _nothing
        except Exception as error:  # whatever goes wrong there is told here  # noqa: BLE001
            end = partial(self._callbacks.failure, as_engine_error(error, tr_marked(doing)))
        self._post(end)
        self.deleteLater()

    def _post(self, call: Callable[[], None]) -> None:
        with self._lock:
            self._mail.append(call)
            knock, self._is_knocking = not self._is_knocking, True
        if knock:  # one signal for a whole burst of reports
            self._knock.emit()

    def _open_mail(self) -> None:
        with self._lock:
            calls = list(self._mail)
            self._mail.clear()
            self._is_knocking = False
        for call in calls:
            if not self.cancelled and (self._owner is None or shiboken6.isValid(self._owner)):
                call()


def _nothing() -> None: ...


class _Work(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
