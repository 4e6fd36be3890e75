"""A first pass over a file of any size that keeps where its pairs are, and hands them over as they are found."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from engine.data.labelled_reply import LabelledReply
from engine.data.options import ReadingOptions
from engine.data.pair_index import SPOOLED, PairIndex, entry
from engine.data.pair_store import PairSource, PairStore, encode_pair, has_changed
from engine.data.preference_pair import PreferencePair
from engine.data.reader import Besides, PreferenceData
from engine.data.reading import Reading, RowOutcome, open_reading
from engine.data.record import NOWHERE, Progress
from engine.data.version import version_of

_SECONDS = 0.1  # between two deliveries
_MOST = 2000  # outcomes in a delivery, so that taking it apart is done in a moment


@dataclass(frozen=True, slots=True)
class BytesRead:
    """How far the reading is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FormatFound:
    """The first news: the file can be read, and how."""

    source: PairSource


@dataclass(frozen=True, slots=True)
class PairsFound:
    """What was read since the last time: entries for a `PairIndex`, and what else the rows held."""

    entries: bytes
    besides: tuple[RowOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingDone:
    """The last news. `unpaired` labelled replies found no partner; they themselves are not kept."""

    rows: int
    unpaired: int


News: TypeAlias = BytesRead | FormatFound | PairsFound | ReadingDone
_AS_THE_FILE_SAYS = ReadingOptions()


def read_in_pieces(path: Path, folder: Path, options: ReadingOptions, tell: Callable[[News], None]) -> None:
    """Read a file and tell what it holds, piece by piece, with what `read_preferences` uses.

    A pair in a line of a plain file stays there; others are written into `folder`, where the index is left at the end.
    Raises EngineError as `read_preferences` does, and when the file changes meanwhile.
    """
    version = version_of(path)
    reading = open_reading(path, lambda done, total: tell(BytesRead(done, total)), options)
    source = PairSource(path, version or (0, 0), reading.form.name, options, folder)
    tell(FormatFound(source))
    unpaired = _Pass(reading, source, tell).run()
    if version_of(path) != version:
        raise has_changed(path)
    tell(ReadingDone(reading.rows, unpaired))


class _Pass:
    """One run over the outcomes, gathering them into deliveries."""

    def __init__(self, reading: Reading, source: PairSource, tell: Callable[[News], None]) -> None:
        self._reading = reading
        self._source = source
        self._tell = tell
        self._index = PairIndex()
        self._entries: list[bytes] = []
        self._besides: list[RowOutcome] = []

    def run(self) -> int:
        """Read to the end; returns how many labelled replies have no partner."""
        unpaired = part = 0
        line, told = NOWHERE, time.monotonic()
        with self._source.spool_path.open("wb") as spool:
            for outcome in self._reading.outcomes():
                if isinstance(outcome, PreferencePair):
                    start = self._reading.start
                    if start == NOWHERE:
                        self._entries.append(entry(outcome, spool.tell(), SPOOLED))
                        spool.write(encode_pair(outcome) + b"\n")
                    else:
                        part = part + 1 if start == line else 0
                        line = start
                        self._entries.append(entry(outcome, start, part))
                elif isinstance(outcome, LabelledReply):
                    unpaired += 1
                else:
                    self._besides.append(outcome)
                waiting = len(self._entries) + len(self._besides)
                if waiting >= _MOST or (waiting % 16 == 0 and time.monotonic() - told > _SECONDS):
                    self._deliver()
                    told = time.monotonic()
        self._deliver()
        self._index.save(self._source.index_path)
        return unpaired

    def _deliver(self) -> None:
        entries, self._entries = b"".join(self._entries), []
        besides, self._besides = tuple(self._besides), []
        self._index.extend(entries)
        self._tell(PairsFound(entries, besides))


class Gathering:
    """Puts the pieces together again, on the side that shows them."""

    def __init__(self) -> None:
        self.pairs: PairStore | None = None
        self._besides = Besides()

    def add(self, news: FormatFound | PairsFound) -> None:
        """Take what was told."""
        if isinstance(news, FormatFound):
            self.pairs = PairStore(news.source, PairIndex())
        elif self.pairs is not None:
            self.pairs.entries.extend(news.entries)
            for outcome in news.besides:
                self._besides.add(outcome)

    def data(self, done: ReadingDone) -> PreferenceData:
        """All that the file holds, its labelled replies only counted."""
        if self.pairs is None:
            raise ValueError("nothing was told")
        source = self.pairs.source
        return replace(self._besides.data(source.path, source.form, done.rows, self.pairs), unpaired=done.unpaired)


def index_preferences(
    path: Path, folder: Path, options: ReadingOptions = _AS_THE_FILE_SAYS, progress: Progress | None = None
) -> PreferenceData:
    """The same data as `read_preferences` gives, with pairs that are read from the disk when they are asked for.

    `folder` must be there as long as the pairs are used. Raises EngineError as `read_preferences` does.
    """
    gathering = Gathering()
    ends: list[ReadingDone] = []

    def tell(news: News) -> None:
        if isinstance(news, ReadingDone):
            ends.append(news)
        elif isinstance(news, BytesRead):
            if progress is not None:
                progress(news.done, news.total)
        else:
            gathering.add(news)

    read_in_pieces(path, folder, options, tell)
    return gathering.data(ends[0])
