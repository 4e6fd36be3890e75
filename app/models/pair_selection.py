"""The one pair that is looked at, and the steps from it to others."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.models.pair_table import PairTable
from engine.data.preference_pair import PreferencePair


class PairSelection(QObject):
    """A pair is named by its index among all pairs. `changed(pair)` when another is looked at, or it says another."""

    changed = Signal(object)

    def __init__(self, table: PairTable, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._index: int | None = None

    @property
    def index(self) -> int | None:
        """Which pair is looked at."""
        return self._index

    @property
    def pair(self) -> PreferencePair | None:
        """The pair that is looked at; None where the file no longer has it."""
        return None if self._index is None else self._table.read(self._index)

    def select(self, index: int | None) -> None:
        """Look at another pair."""
        if index != self._index:
            self._index = index
            self.changed.emit(self.pair)

    def step(self, lines: int) -> None:
        """Look at the pair so many lines further down, as far as the table goes."""
        if not self._table.rowCount():
            return
        line = self._line()
        wanted = 0 if line is None else min(max(line + lines, 0), self._table.rowCount() - 1)
        self.select(self._table.index_at(wanted))

    def stay_in_sight(self) -> None:
        """Look at the first pair that is shown, if the one that was looked at is not."""
        if self._table.rowCount() and self._line() is None:
            self.select(self._table.index_at(0))

    def refresh(self, indices: Collection[int]) -> None:
        """Some pairs say something else now."""
        if self._index in indices:
            self.changed.emit(self.pair)

    def _line(self) -> int | None:
        return None if self._index is None else self._table.line_of(self._index)
