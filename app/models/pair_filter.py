"""Which pairs the table shows: those that hold a text, that a check flagged, or that a person changed."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, Signal

from app.models.data_work import DataWork
from app.models.open_pairs import OpenPairs
from app.models.pair_selection import PairSelection
from app.models.pair_table import PairTable
from engine.data.find_pairs import find_pairs

EDITED = "edited"  # the filter that shows what a person changed


class PairFilter(QObject):
    """Searches beside the window; what is found is shown at once.

    `progressed(share)` while it fills the table, `done` when the table shows what was asked for,
    `failed(EngineError)` when it cannot.
    """

    progressed = Signal(float)
    done = Signal()
    failed = Signal(object)

    def __init__(
        self, opened: OpenPairs, table: PairTable, selection: PairSelection, work: DataWork, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._open = opened
        self._table = table
        self._selection = selection
        self._work = work
        self._text = ""
        self._flag = ""
        self._is_first_found = False

    @property
    def text(self) -> str:
        """The text that the shown pairs hold."""
        return self._text

    @property
    def flag(self) -> str:
        """The check whose rows are shown, or EDITED; empty shows all."""
        return self._flag

    @property
    def is_running(self) -> bool:
        """Whether pairs are being looked for."""
        return self._work.is_running("filter")

    def set(self, text: str, flag: str) -> None:
        """Show the pairs that hold a text and that a check flagged; empty texts ask for nothing.

        While a file is read this only says what to show once it is there.
        """
        if (text, flag) == (self._text, self._flag):
            return
        self._text, self._flag = text, flag
        self._work.cancel("filter")
        if not text and not flag:
            self._table.show_only(None)
            self._end()
        elif self._open.state == "loaded":
            self._start()

    def stop(self) -> None:
        """Show what was found so far and look no further."""
        if self.is_running:
            self._work.cancel("filter")
            self._end()

    def forget(self) -> None:
        """Ask for nothing: another file is there."""
        self._text = self._flag = ""

    def begin(self) -> None:
        """Look for what was asked for while the file was read."""
        if self._text or self._flag:
            self._start()

    def leave_if_empty(self) -> None:
        """Show all pairs where those that a check had flagged, or a person changed, are no more."""
        flag = (self._open.flags or {}).get(self._flag)
        is_unflagged = flag is not None and not flag.count
        if is_unflagged or (self._flag == EDITED and not self._open.edits.marks):
            self.set(self._text, "")

    def _start(self) -> None:
        file, pairs = self._open.file, self._open.edited
        if file is None or pairs is None:
            return
        among = pairs.only(self._open.edits.edited_indices() if self._flag == EDITED else range(len(pairs)))
        flag = (self._open.flags or {}).get(self._flag)
        rows = None if flag is None else array("I", flag.rows)
        self._is_first_found = True
        self._work.start(
            "filter",
            find_pairs,
            (among, self._text, rows),
            self._end,
            self.failed.emit,
            lambda found: self._show_found(among.indices_of(found.indices), found.share),
            is_long=file.is_long,
        )

    def _show_found(self, indices: array[int], share: float) -> None:
        if self._is_first_found:
            self._table.show_only(indices)
        else:
            self._table.show_more(indices)
        self._is_first_found = False
        self.progressed.emit(share)

    def _end(self, _: None = None) -> None:
        self._selection.stay_in_sight()
        self.done.emit()
