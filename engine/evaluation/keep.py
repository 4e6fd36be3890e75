"""Taking votes along: as a file of votes, and as a data set to train on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from engine.data.writers.copy_format import write_lines
from engine.data.writers.save_copy import aside_of, save_copy
from engine.data.writers.trl_jsonl import TRL_JSONL
from engine.errors import EngineError
from engine.evaluation.pairs import votes_as_pairs
from engine.evaluation.vote import Vote
from engine.storage.atomic import flush_folder
from engine.storage.vote_log import vote_entry


def save_votes(votes: Sequence[Vote], path: Path, kept: Sequence[Path] = ()) -> int:
    """Write the votes as JSON lines, each complete in itself, replacing what is there, and count them.

    Raises `EngineError` when the target is one of the files `kept`, or cannot be written; then what was there stays.
    """
    if any(_is_same(path, file) for file in kept):
        raise EngineError(f"{path.name} is the project's own file, and is kept as it is.", "Choose another name.")
    aside = aside_of(path)
    try:
        count = write_lines(aside, (vote_entry(vote) for vote in votes))
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.replace(path)
        flush_folder(path.parent)
        return count
    except OSError as error:
        raise EngineError(
            f"The votes could not be saved: {path.parent} cannot be written, or its disk is full.",
            "Choose another folder.",
            str(error),
        ) from error
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _is_same(path: Path, file: Path) -> bool:
    """Whether they are one place, even before there is anything at it."""
    return path.resolve() == file.resolve() or (path.exists() and file.exists() and path.samefile(file))


def save_as_pairs(votes: Sequence[Vote], folder: Path) -> tuple[Path, int]:
    """Write the clear votes as TRL's preference pairs into a new file of `folder`; its path, and how many they are.

    Raises `EngineError` when no vote makes a pair, or the folder cannot be written.
    """
    pairs = votes_as_pairs(votes)
    if not pairs:
        raise EngineError(
            "No vote makes a pair yet: a pair needs a reply that was preferred over another one.", "Vote with 1 or 2."
        )
    stem = f"blind-test-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    path, count = folder / f"{stem}.jsonl", 2
    while path.exists():
        path, count = folder / f"{stem}-{count}.jsonl", count + 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(
            f"The folder {folder} cannot be made, so the pairs have no place to be saved.",
            "Check the project folder's permissions.",
            str(error),
        ) from error
    return path, save_copy(pairs, path, TRL_JSONL)
