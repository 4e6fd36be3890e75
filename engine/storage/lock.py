"""One process at a time in a folder: two would write over each other's checkpoints, or a project's edits."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Generator
from pathlib import Path

from engine.errors import EngineError

LOCK_FILE = ".lock"


@contextlib.contextmanager
def only_one(folder: Path, taken: EngineError | None = None) -> Generator[None]:
    """Hold a folder for as long as the block runs; raises `taken`, an `EngineError`, when somebody else holds it.

    The system lets the lock go when the process ends in any way, so nothing has to be cleaned up after a crash.
    """
    handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT)
    try:
        if not _try_lock(handle):
            raise taken or EngineError(
                f"The run {folder.name} is being worked on by another window or command.",
                "Wait until it has ended, or stop it there; then try again.",
            )
        yield
    finally:
        os.close(handle)


def is_held(folder: Path) -> bool:
    """Whether some process works in a folder now."""
    try:
        handle = os.open(folder / LOCK_FILE, os.O_RDWR)
    except OSError:
        return False  # nobody ever did, or nobody may
    try:
        return not _try_lock(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _try_lock(handle: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _try_lock(handle: int) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # some network file systems know no locks: better without one than not at all
            return True
        return True
