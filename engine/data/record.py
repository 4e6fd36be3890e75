"""One row of a file, before anybody asks what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Progress: TypeAlias = Callable[[int, int], None]  # told the bytes done and the bytes in all
NOWHERE = -1
LONGEST_ROW = 32 << 20  # bytes; longer than any model reads, and long enough to hold up everything else
IsRow: TypeAlias = Callable[[dict[str, Any]], bool]  # whether an object is a row of a known format


@dataclass(frozen=True, slots=True)
class Record:
    """One row's named fields, as JSON has them.

    `start` is where its line begins in the file, in bytes, so that it can be read again by itself; NOWHERE for a row
    that is no line of a file that can be read from any place.
    """

    row: int
    fields: dict[str, Any]
    start: int = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A row that cannot be read, and why, naming its place in the file."""

    row: int
    reason: str


def too_long(size: int) -> str:
    """What is wrong with a row of so many bytes; "" when it is not too long."""
    return f"is {size >> 20:,} MB long, too long for one preference" if size > LONGEST_ROW else ""


# Rows with how many bytes of the file have been read when each is there.
Rows: TypeAlias = Iterator[tuple[int, Record | BrokenRecord]]
