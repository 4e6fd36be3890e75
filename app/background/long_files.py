"""Which files are read beside the window rather than in one of its threads."""

from __future__ import annotations

from pathlib import Path

_IN_A_MOMENT = 1 << 20  # bytes; reading and checking more is long enough to make the window wait


def is_long_file(path: Path) -> bool:
    """Whether reading takes so long that it needs a process of its own; see `beside.py`."""
    try:
        # A folder holds tables, and what is in an archive is larger than itself.
        return path.is_dir() or path.stat().st_size > _IN_A_MOMENT
    except OSError:
        return False
