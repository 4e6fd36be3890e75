"""Writing files so that a reader, or a power cut, finds the old content or the new one, never half of either."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from pathlib import Path
from typing import Any


def write_text(path: Path, text: str) -> None:
    """Replace a file's content by a text in UTF-8, in one move."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Replace a file's content in one move. Whoever may read new files in its folder may read it."""
    # Not by `tempfile`, whose files are for their owner alone.
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def replace_folder(new: Path, place: Path) -> None:
    """Move a whole folder to its place; what stood there goes only afterwards, and comes back if the move fails.

    Deleting first would take as long as the folder is large, and a power cut meanwhile would leave neither.
    """
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    flush_folder(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def flush_files(folder: Path) -> None:
    """Have everything in a folder on disk before the folder is moved to its place."""
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Have a folder's names on disk, so that a move that was just made survives a power cut."""
    if os.name == "nt":  # Windows opens no folders, and writes their changes in order
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_json(path: Path, document: Any) -> None:
    """Replace a file's content by a JSON document."""
    write_text(path, json.dumps(document, indent=2, ensure_ascii=False) + "\n")
