"""Folders for what is on the disk only while the window uses it, and what is left of them after a crash."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from pathlib import Path

from engine.errors import EngineError
from engine.storage.home import home_folder
from engine.storage.lock import LOCK_FILE, only_one

_TRIES = 10


class OwnFolder:
    """A new folder in the user's data folder, held by a lock until `close` removes it.

    The system lets the lock go when the process ends in any way: by that the next window knows what nobody owns.
    """

    def __init__(self, home: Path | None = None) -> None:
        place = temporary_place(home)
        place.mkdir(parents=True, exist_ok=True)
        self._lock = contextlib.ExitStack()
        self.path = self._make(place)

    def close(self) -> None:
        """Remove it with all that is in it."""
        self._lock.close()  # first, because Windows removes no file that is open
        shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.close()

    def _make(self, place: Path) -> Path:
        for _ in range(_TRIES):
            path = Path(tempfile.mkdtemp(dir=place))  # nobody else may look into it
            # Another window that starts now may take it for ownerless until the lock is held.
            with contextlib.suppress(EngineError, FileNotFoundError):
                self._lock.enter_context(only_one(path))
                if (path / LOCK_FILE).exists():
                    return path
                self._lock.close()
        raise EngineError(
            f"No folder of our own can be made in {place}.", "Close other windows of DPO Studio, then try again."
        )


def temporary_place(home: Path | None = None) -> Path:
    """Where these folders are."""
    return (home or home_folder()) / "temporary"


def remove_ownerless(home: Path | None = None) -> None:
    """Remove what windows left that did not come to their end. What a running one owns is not touched."""
    place = temporary_place(home)
    if not place.is_dir():
        return
    with OwnFolder(home) as mine:
        if not _is_locked(mine):
            return  # a file system without locks: nobody can tell whose a folder is
        for folder in place.iterdir():
            _remove_if_ownerless(folder)


def _is_locked(folder: Path) -> bool:
    try:
        with only_one(folder):
            return False
    except EngineError:
        return True


def _remove_if_ownerless(folder: Path) -> None:
    # Held by another window, gone meanwhile, or no folder: then it is not ours to remove.
    with contextlib.suppress(EngineError, OSError):
        with only_one(folder):
            shutil.rmtree(folder, ignore_errors=True)
        if sys.platform == "win32":  # there the lock's own file could not be removed while it was open
            shutil.rmtree(folder, ignore_errors=True)
