"""Whether a file is still the one that it was."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

FileVersion: TypeAlias = tuple[int, int]  # bytes, and the nanosecond of its last change


def version_of(path: Path) -> FileVersion | None:
    """What changes when a file does; None when it is not there."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns
