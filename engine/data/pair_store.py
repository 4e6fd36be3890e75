"""The pairs of a file as a sequence that reads each one from the disk when it is asked for."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from engine.data.column_map import map_record
from engine.data.containers.json_rows import read_line
from engine.data.formats.registry import format_named
from engine.data.options import ReadingOptions
from engine.data.pair_index import SPOOLED, PairIndex, PairPlace, load_index
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.data.row_meaning import RowMeaning
from engine.data.version import FileVersion, version_of
from engine.errors import EngineError

if TYPE_CHECKING:
    import numpy as np

_KEPT = 256  # pairs: a few screens full

encode_pair = msgspec.json.Encoder().encode
_decode_pair = msgspec.json.Decoder(PreferencePair).decode


@dataclass(frozen=True, slots=True)
class PairSource:
    """A file and how it is read; `folder` is our own, for the index and for pairs that no line of the file gives."""

    path: Path
    version: FileVersion
    form: str
    options: ReadingOptions
    folder: Path

    @property
    def spool_path(self) -> Path:
        """Where the pairs are that no line of the file gives by itself."""
        return self.folder / "pairs.jsonl"

    @property
    def index_path(self) -> Path:
        """Where the index is once it is complete."""
        return self.folder / "index"


class PairStore(PairSequence):
    """Reads by the index, with the code that read the file at first, so that both always agree.

    Taking a pair raises EngineError when the file has changed since. Sent to another process, the store reads its
    index from the source's folder there instead of taking it along.
    """

    def __init__(self, source: PairSource, entries: PairIndex) -> None:
        self.source = source
        self.entries = entries
        self._meaning = RowMeaning(format_named(source.form), source.options)
        self._kept: OrderedDict[int, PreferencePair] = OrderedDict()

    def __reduce__(self) -> tuple[Any, ...]:
        return load_store, (self.source,)

    def __len__(self) -> int:
        return len(self.entries)

    def pair(self, index: int) -> PreferencePair:
        """One pair, at once if it was among the last few that were asked for."""
        pair = self._kept.get(index)
        if pair is None:
            (pair,) = self.take([index])
            self._kept[index] = pair
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return pair

    def row(self, index: int) -> int:
        """A pair's row in the file."""
        return self.entries.row(index)

    def rows(self) -> array[int]:
        """Every pair's row."""
        return self.entries.rows()

    def lengths(self, index: int) -> tuple[int, int]:
        """Characters of a pair's replies, chosen and rejected."""
        return self.entries.lengths(index)

    def all_lengths(self) -> tuple[np.ndarray, np.ndarray]:
        """The same of every pair: all chosen replies, all rejected ones."""
        return self.entries.all_lengths()

    def prompt_keys(self) -> list[bytes]:
        """Every pair's `prompt_key`."""
        return self.entries.prompt_keys()

    def take(self, indices: Sequence[int]) -> Iterator[PreferencePair]:
        """Some of the pairs; quick where the indices rise."""
        with ExitStack() as stack:
            handles: dict[Path, BinaryIO] = {}
            line: tuple[int, list[PreferencePair]] | None = None
            for index in indices:
                place = self.entries.place(index)
                path = self.source.spool_path if place.part == SPOOLED else self.source.path
                if path not in handles:
                    handles[path] = stack.enter_context(self._open(path))
                if place.part == SPOOLED:
                    yield _decode_pair(_line_at(handles[path], place.start))
                    continue
                if line is None or line[0] != place.start:
                    line = place.start, self._pairs_at(handles[path], place)
                if place.part >= len(line[1]):
                    raise has_changed(path)
                yield line[1][place.part]

    def _pairs_at(self, handle: BinaryIO, place: PairPlace) -> list[PreferencePair]:
        record = read_line(_line_at(handle, place.start), place.row)
        columns = self.source.options.columns
        return self._meaning.pairs(map_record(record, columns) if columns else record)

    def _open(self, path: Path) -> BinaryIO:
        if path == self.source.path and version_of(path) != self.source.version:
            raise has_changed(path)
        return path.open("rb")


def load_store(source: PairSource) -> PairStore:
    """The store over a file whose index is complete."""
    return PairStore(source, load_index(source.index_path))


def has_changed(path: Path) -> EngineError:
    """The refusal to show rows of a file that is not the one that was opened."""
    return EngineError(
        f"{path.name} has changed on the disk since it was opened, so its rows can no longer be told.",
        "Open it again to see it as it is now.",
    )


def _line_at(handle: BinaryIO, start: int) -> bytes:
    if handle.tell() != start:
        handle.seek(start)
    return handle.readline()
