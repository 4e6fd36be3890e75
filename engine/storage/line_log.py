"""A log of JSON lines, to which lines are only ever added, and which survives a crash in the middle of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from engine.data import json_text


def log_lines(path: Path) -> Iterator[tuple[bytes, bool]]:
    """Each line that is not blank, and whether it has its end: a last line without one may have been cut off.

    A log that does not exist has no lines. Raises OSError when it cannot be read.
    """
    return ((line, is_whole) for _, line, is_whole in numbered_lines(path))


def numbered_lines(path: Path) -> Iterator[tuple[int, bytes, bool]]:
    """The same with each line's number in the file, from 1, as text editors count."""
    *lines, rest = path.read_bytes().split(b"\n") if path.exists() else (b"",)
    yield from ((number, line, True) for number, line in enumerate(lines, 1) if line.strip())
    if rest.strip():
        yield len(lines) + 1, rest, False


def append_line(path: Path, line: object, *, to_disk: bool = False) -> None:
    """Add one line; with `to_disk` it survives a power cut, too. Raises OSError, and then nothing was added."""
    data = json_text.encode(line) + b"\n"
    with path.open("ab+", buffering=0) as file:  # a buffer would keep what failed, and write it later after all
        size = _whole_size(file)
        try:
            written = 0
            while written < len(data):
                written += file.write(data[written:])
            if to_disk:
                os.fsync(file.fileno())
        except OSError:
            file.truncate(size)  # a full disk took half of it
            raise


def _whole_size(file: FileIO) -> int:
    """Where the next line begins: what a crash cut off is dropped, a last line that only lacks its end gets one."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 1))
    if file.read(1) in (b"", b"\n"):
        return size
    file.seek(0)
    data = file.read()
    tail = data[data.rfind(b"\n") + 1 :]
    try:
        json_text.decode(tail)
    except (json_text.DecodeError, RecursionError):
        return file.truncate(len(data) - len(tail))
    return len(data) + file.write(b"\n")
