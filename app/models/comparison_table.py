"""What differs between runs, as a table: a line for each fact, a column for each run."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.comparison_words import fact_in_full, fact_words
from engine.storage.run_comparison import ComparedFact

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ComparisonRole(IntEnum):
    """What the delegate and the head ask for besides the text."""

    DIFFERS = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2


class ComparisonTable(QAbstractTableModel):
    """Only what differs, or everything, once `show_all(True)`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[ComparedFact, ...] = ()
        self._lines: list[ComparedFact] = []
        self._names: tuple[str, ...] = ()
        self._places: tuple[int | None, ...] = ()
        self._shows_all = False

    @property
    def total(self) -> int:
        """How many facts there are."""
        return len(self._facts)

    @property
    def differing(self) -> int:
        """How many of them differ."""
        return sum(not fact.is_same for fact in self._facts)

    def show(self, facts: Sequence[ComparedFact], names: Sequence[str], places: Sequence[int | None]) -> None:
        """Compare other runs; `places` are theirs in the palette."""
        if (tuple(facts), tuple(names), tuple(places)) != (self._facts, self._names, self._places):
            self._facts, self._names, self._places = tuple(facts), tuple(names), tuple(places)
            self._fill()

    def show_all(self, wanted: bool) -> None:
        """Also show what is the same in all runs."""
        self._shows_all = wanted
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self._lines = [fact for fact in self._facts if self._shows_all or not fact.is_same]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        fact, run = self._lines[index.row()], index.column() - 1
        differs = run >= 0 and fact.differs[run]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr_engine(fact.name) if run < 0 else fact_words(fact.key, fact.values[run])
            case Qt.ItemDataRole.ToolTipRole:
                return fact.key if run < 0 else fact_in_full(fact.key, fact.values[run])
            case Qt.ItemDataRole.AccessibleTextRole if differs:
                return tr("{fact_words}, differs from the first", fact_words=fact_words(fact.key, fact.values[run]))
            case ComparisonRole.DIFFERS:
                return differs
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (tr("Setting"), *self._names)[section]
        if role == ComparisonRole.PLACE:
            return (None, *self._places)[section]
        return None
