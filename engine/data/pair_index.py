"""What is kept in memory of every pair of a long file: where it is, and what tables, splits and pictures ask of all.

One entry is 40 bytes, so a million pairs take 40 MB, whatever they say.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.content_key import prompt_key
from engine.data.preference_pair import PreferencePair

if TYPE_CHECKING:
    import numpy as np

SPOOLED = (1 << 32) - 1  # the part of a pair that was written aside

# Place, row, part, characters of either reply, the prompt's key; numpy reads the same as _FIELDS.
_ENTRY = struct.Struct("<qIIII16s")
ENTRY_BYTES = _ENTRY.size
_ROW = struct.Struct("<8xI28x")
_LENGTHS = struct.Struct("<16xII16x")
_PROMPT = struct.Struct("<24x16s")
_FIELDS = [("start", "<i8"), ("row", "<u4"), ("part", "<u4"), ("chosen", "<u4"), ("rejected", "<u4"), ("prompt", "V16")]


@dataclass(frozen=True, slots=True)
class PairPlace:
    """Where a pair can be read again.

    `start` is the place of its line in the file, in bytes, and `part` which of the line's pairs it is; a pair that has
    no line of its own was written aside, `part` is then SPOOLED and `start` its line in that other file.
    """

    start: int
    row: int
    part: int


class PairIndex:
    """Entries that are only ever added to."""

    def __init__(self, entries: bytes = b"") -> None:
        self._entries = bytearray(entries)

    def __len__(self) -> int:
        return len(self._entries) // ENTRY_BYTES

    def extend(self, entries: bytes) -> None:
        """Take entries that `entry` made."""
        self._entries += entries

    def place(self, index: int) -> PairPlace:
        """Where a pair is."""
        return PairPlace(*_ENTRY.unpack_from(self._entries, index * ENTRY_BYTES)[:3])

    def row(self, index: int) -> int:
        """A pair's row in the file."""
        return _ROW.unpack_from(self._entries, index * ENTRY_BYTES)[0]

    def lengths(self, index: int) -> tuple[int, int]:
        """Characters of its chosen and of its rejected reply."""
        return _LENGTHS.unpack_from(self._entries, index * ENTRY_BYTES)

    def rows(self) -> array[int]:
        """Every pair's row."""
        rows = array("I")
        rows.frombytes(self._columns()["row"].tobytes())
        return rows

    def prompt_keys(self) -> list[bytes]:
        """Every pair's `prompt_key`."""
        return [key for (key,) in _PROMPT.iter_unpack(bytes(self._entries))]

    def save(self, path: Path) -> None:
        """Write the entries to a file of our own."""
        path.write_bytes(self._entries)

    def to_bytes(self) -> bytes:
        """A copy of all entries."""
        return bytes(self._entries)

    def all_lengths(self) -> tuple[np.ndarray, np.ndarray]:
        """The lengths of all chosen and of all rejected replies."""
        columns = self._columns()
        return columns["chosen"].copy(), columns["rejected"].copy()

    def _columns(self) -> np.ndarray:
        import numpy as np

        return np.frombuffer(bytes(self._entries), dtype=_FIELDS)


def load_index(path: Path) -> PairIndex:
    """The entries that `save` wrote."""
    return PairIndex(path.read_bytes())


def entry(pair: PreferencePair, start: int, part: int) -> bytes:
    """One pair's entry."""
    return _ENTRY.pack(start, pair.row, part, *lengths_of(pair), prompt_key(pair))


def lengths_of(pair: PreferencePair) -> tuple[int, int]:
    """Characters of the chosen and of the rejected reply."""
    lengths = len(pair.chosen_text), len(pair.rejected_text)
    if pair.is_thumb:  # told by the side that is there, though it may be a tool's call without a word
        lengths = max(bool(pair.chosen), lengths[0]), max(bool(pair.rejected), lengths[1])
    return lengths
