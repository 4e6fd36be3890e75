"""Saving pairs as a file of a person's own: written aside, and in its place only once it is whole."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from uuid import uuid4

from engine.data.preference_pair import PreferencePair
from engine.data.writers.copy_format import CopyFormat
from engine.errors import EngineError
from engine.storage.atomic import flush_folder

_TELL_EVERY = 500  # pairs


def save_copy(
    pairs: Iterable[PreferencePair],
    target: Path,
    form: CopyFormat,
    source: Path | None = None,
    progress: Callable[[int], None] = lambda _: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the pairs to `target`, replacing what is there, and return how many they were.

    `pairs` may be gone through twice; `progress` is told how many are written. Raises `EngineError` when the target is
    the `source` that they come from, when it cannot be written, when there are no pairs, or when `should_stop` says so;
    what was at the target is then untouched.
    """
    if source is not None and source.exists() and target.exists() and target.samefile(source):
        raise EngineError(
            f"{target.name} is the open file itself, which is never written to.", "Choose another name for the copy."
        )
    aside = target.with_name(f".{target.name[:80]}.{uuid4().hex[:8]}.part")
    try:
        count = form.write(aside, _Told(pairs, progress, should_stop))
        if not count:
            raise EngineError("There is no pair to save.", "Restore a dropped pair, or open another file.")
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise EngineError(
            f"The copy could not be saved: {target.parent} cannot be written, or its disk is full.",
            "Choose another folder.",
            str(error),
        ) from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
    return count


class _Told:
    """The pairs, with word of how many there were so far, and an end when it is asked for."""

    def __init__(
        self, pairs: Iterable[PreferencePair], progress: Callable[[int], None], should_stop: Callable[[], bool]
    ) -> None:
        self._pairs = pairs
        self._progress = progress
        self._should_stop = should_stop

    def __iter__(self) -> Iterator[PreferencePair]:
        for done, pair in enumerate(self._pairs):
            if done % _TELL_EVERY == 0:
                if self._should_stop():
                    raise EngineError("Saving was cancelled, and nothing was written.", "")
                self._progress(done)
            yield pair
