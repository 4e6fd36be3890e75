"""Reading a file beside the window: its pairs are in the table as they arrive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.models.data_work import DataWork
from app.models.open_file import OpenFile
from app.models.open_pairs import OpenPairs
from app.models.pair_table import PairTable
from app.models.pause import after_a_pause
from engine.data.index_file import BytesRead, FormatFound, News, PairsFound, ReadingDone, read_in_pieces
from engine.data.options import ReadingOptions
from engine.data.reader import holds_thumbs, require_pairs
from engine.errors import EngineError

_ARRIVAL_MILLISECONDS = 150  # a batch of pairs that were read may come more often than it is worth drawing them


class DataReading(QObject):
    """One file at a time; the one that was open before is open again when the next cannot be read.

    `replaced` when another file is there, whatever is known of it; `arrived` when the table has more of its pairs,
    `ready` when all are there. `progressed(done, total)` in bytes, `failed(EngineError)` when a file was not read.
    """

    replaced = Signal()
    arrived = Signal()
    ready = Signal()
    progressed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, opened: OpenPairs, table: PairTable, work: DataWork, parent: QObject) -> None:
        super().__init__(parent)
        self.share = 0.0  # of the file's bytes, while it is read
        self._open = opened
        self._table = table
        self._work = work
        self._previous: OpenFile | None = None  # comes back when the one being read cannot be opened
        self._arrival_timer = after_a_pause(_ARRIVAL_MILLISECONDS, self._show_arrived, self)

    def read(self, path: Path, options: ReadingOptions) -> None:
        """Begin with a file; whatever was under way ends."""
        if self._open.state == "loaded":
            self._previous = self._open.file
        self._begin(OpenFile(path, options))

    def _begin(self, file: OpenFile) -> None:
        self._work.cancel()
        self._open.file = file
        self._open.state = "loading"
        self.share = 0.0
        self.replaced.emit()
        arguments = (file.path, file.folder, file.options)
        self._work.start(
            "read", read_in_pieces, arguments, self._read, self._not_read, self._told, is_long=file.is_long
        )

    def cancel(self) -> None:
        """Leave the file that is being read."""
        if self._open.state == "loading":
            self._work.cancel()
            self._go_back()

    def _told(self, news: News) -> None:
        file = self._open.file
        if file is None:
            return
        match news:
            case BytesRead():
                self.share = news.done / max(1, news.total)
                self.progressed.emit(news.done, news.total)
            case ReadingDone():
                file.data = file.gathering.data(news)
            case FormatFound():
                file.gathering.add(news)
                self._table.set_pairs(self._open.edited, self._open.words)
            case PairsFound():
                file.gathering.add(news)
                if not self._table.rowCount():
                    self._show_arrived()
                elif not self._arrival_timer.isActive():
                    self._arrival_timer.start()

    def _show_arrived(self) -> None:
        self._arrival_timer.stop()
        self._table.grow()
        self.arrived.emit()

    def _read(self, _: None) -> None:
        file = self._open.file
        if file is None or file.data is None:
            return
        if holds_thumbs(file.data):  # no pairs among single replies: these are what there is to learn from
            self._begin(OpenFile(file.path, replace(file.options, thumbs=True)))
            return
        try:
            require_pairs(file.data)
        except EngineError as error:
            self._not_read(error)
            return
        self._previous, self._open.state = None, "loaded"
        self._show_arrived()
        self.ready.emit()

    def _not_read(self, error: EngineError) -> None:
        self._go_back()
        self.failed.emit(error)

    def _go_back(self) -> None:
        file = self._open.file = self._previous
        self._previous, self._open.state = None, "empty" if file is None else "loaded"
        self.replaced.emit()
        if file is not None:
            self.ready.emit()
