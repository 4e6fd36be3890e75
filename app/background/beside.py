"""Long work in a process of its own.

A thread that reads a million rows holds Python's lock nearly all the time, and the window, which needs it for every
line that it paints, would wait. A process has a lock of its own, gives all its memory back, and can be ended at once.
It also lets the window go first where there are not processors enough for both.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from app.background.failure import as_engine_error
from app.background.own_folder import OwnFolder
from app.background.priority import step_back
from engine.errors import EngineError

Result = TypeVar("Result")
Tell = Callable[[Any], None]

_POLL_SECONDS = 0.05


class CancelledError(Exception):
    """The work was ended because nobody wants its result any more."""


def run_beside(
    work: Callable[..., Result], arguments: tuple[Any, ...], tell: Tell, cancelled: Callable[[], bool]
) -> Result:
    """Call `work(*arguments, tell)` in a new process, pass on what it tells, and return what it returns.

    `work`, arguments and result travel by pickling, and what is told should be taken apart in a moment, since that
    is done here. Raises the EngineError that ended the work, and CancelledError soon after `cancelled` says so.
    What the work keeps in temporary files is gone afterwards, however it ends.
    """
    # A process that is killed removes nothing itself.
    with OwnFolder() as folder:
        return _run_in_folder(folder, work, arguments, tell, cancelled)


def _run_in_folder(
    folder: Path,
    work: Callable[..., Result],
    arguments: tuple[Any, ...],
    tell: Tell,
    cancelled: Callable[[], bool],
) -> Result:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, folder, work, arguments), daemon=True)
    process.start()
    sender.close()
    try:
        while not cancelled():
            if not receiver.poll(_POLL_SECONDS):
                continue
            kind, content = receiver.recv()
            if kind == "told":
                tell(content)
            elif kind == "failed":
                raise EngineError(*content)
            else:
                return content
        raise CancelledError
    except EOFError as error:
        process.join()
        raise EngineError(
            "The work was ended from outside before it was done.",
            "Another program, or too little memory, can cause this. Try again with fewer programs open.",
            f"exit code {process.exitcode}",
        ) from error
    finally:
        receiver.close()
        process.kill()
        process.join()
        # Somebody else may have asked for its end, and then it counts as running for ever. What happened above matters.
        with contextlib.suppress(ValueError):
            process.close()


def run_here(
    work: Callable[..., Result], arguments: tuple[Any, ...], tell: Tell, cancelled: Callable[[], bool]
) -> Result:
    """The same in this thread, for what is done in a moment. Cancelling is seen when the work tells something."""

    def tell_unless_cancelled(news: Any) -> None:
        if cancelled():
            raise CancelledError
        tell(news)

    return work(*arguments, tell_unless_cancelled)


def _work(sender: Connection[Any, Any], folder: Path, work: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    step_back()
    tempfile.tempdir = str(folder)
    # Ctrl C in a terminal reaches every process; the window's ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        end = ("done", work(*arguments, lambda news: sender.send(("told", news))))
    except BrokenPipeError:
        return  # nobody is there any more
    except Exception as error:  # whatever goes wrong is told at the other end  # noqa: BLE001
        told = as_engine_error(error, "The work")
        end = ("failed", (told.message, told.hint, told.details))
    sender.send(end)
