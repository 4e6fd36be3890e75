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
    aside: Path | None = None,
) -> int:
    """Write the pairs to `target`, replacing what is there, and return how many they were.

    `pairs` may be gone through several times; `progress` is told how many are written, and what it raises ends the
    writing. `aside` is the file that is filled first, for whoever may end this process and then has to take it away;
    without it a name is chosen here. Raises `EngineError` when the target is the `source` that the pairs come from,
    when it cannot be written, and when there are no pairs. Whatever is raised, what was at the target is untouched.
    """
    if source is not None and source.exists() and target.exists() and target.samefile(source):
        raise EngineError(
            f"{target.name} is the open file itself, which is never written to.", "Choose another name for the copy."
        )
    aside = aside or aside_of(target)
    try:
        count = form.write(aside, _Told(pairs, progress))
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


def aside_of(target: Path) -> Path:
    """A new name beside the target."""
    return target.with_name(f".{target.name[:80]}.{uuid4().hex[:8]}.part")


class _Told:
    """The pairs, with word of how many there were so far."""

    def __init__(self, pairs: Iterable[PreferencePair], progress: Callable[[int], None]) -> None:
        self._pairs = pairs
        self._progress = progress

    def __iter__(self) -> Iterator[PreferencePair]:
        for done, pair in enumerate(self._pairs):
            if done % _TELL_EVERY == 0:
                self._progress(done)
            yield pair
