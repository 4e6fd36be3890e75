"""The pairs as a table: row, prompt, both lengths, flags. Built for a million rows: nothing is kept per cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.data.preference_pair import PreferencePair

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = ("#", "Prompt", "Chosen", "Rejected", "Flags")
_TIPS = (
    "Row in the file",
    "The last thing the person said",
    "Length of the chosen reply in characters",
    "Length of the rejected reply in characters",
    "What the data check found",
)


class Column(IntEnum):
    """The columns, left to right."""

    ROW = 0
    PROMPT = 1
    CHOSEN = 2
    REJECTED = 3
    FLAGS = 4


class PairRole(IntEnum):
    """What the delegate asks for besides the text."""

    PAIR = Qt.ItemDataRole.UserRole + 1
    LENGTH = Qt.ItemDataRole.UserRole + 2
    FLAG_NAMES = Qt.ItemDataRole.UserRole + 3


class PairTable(QAbstractTableModel):
    """Shows all pairs, or those that `show_only` names by index; grows with `append` while a file is read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[PreferencePair] = []
        self._shown: Sequence[int] | None = None
        self._flags: Mapping[int, tuple[str, ...]] = {}
        self._titles: Mapping[str, str] = {}

    @property
    def pairs(self) -> Sequence[PreferencePair]:
        """All pairs, shown or not."""
        return self._pairs

    def clear(self) -> None:
        """Forget everything."""
        self.beginResetModel()
        self._pairs, self._shown, self._flags = [], None, {}
        self.endResetModel()

    def append(self, pairs: Sequence[PreferencePair]) -> None:
        """Take pairs that were just read; they are shown unless the table is filtered."""
        if self._shown is not None:
            self._pairs.extend(pairs)
            return
        first = len(self._pairs)
        self.beginInsertRows(_NOWHERE, first, first + len(pairs) - 1)
        self._pairs.extend(pairs)
        self.endInsertRows()

    def show_only(self, indices: Sequence[int] | None) -> None:
        """Show these pairs, given in rising order; None shows all."""
        self.beginResetModel()
        self._shown = indices
        self.endResetModel()

    def set_flags(self, flags: Mapping[int, tuple[str, ...]], titles: Mapping[str, str]) -> None:
        """Names of the checks that flag a row, by row; `titles` are those names for people."""
        self._flags, self._titles = flags, titles
        if self.rowCount():
            last = self.index(self.rowCount() - 1, Column.FLAGS)
            self.dataChanged.emit(self.index(0, Column.FLAGS), last)

    def index_at(self, line: int) -> int:
        """Which of all pairs is in a line of the table."""
        return line if self._shown is None else self._shown[line]

    def pair_at(self, line: int) -> PreferencePair:
        """The pair in a line of the table."""
        return self._pairs[self.index_at(line)]

    def line_of(self, index: int) -> int | None:
        """Where one of all pairs stands now, None while it is filtered out."""
        if self._shown is None:
            return index if index < len(self._pairs) else None
        line = bisect_left(self._shown, index)
        return line if line < len(self._shown) and self._shown[line] == index else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return len(self._pairs) if self._shown is None else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        pair, column = self.pair_at(index.row()), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(pair, column)
            case Qt.ItemDataRole.ToolTipRole if column in (Column.PROMPT, Column.FLAGS):
                return self._text(pair, column)[:600] or None
            case Qt.ItemDataRole.TextAlignmentRole if column in (Column.ROW, Column.CHOSEN, Column.REJECTED):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case PairRole.PAIR:
                return pair
            case PairRole.LENGTH:
                return self._length(pair, column)
            case PairRole.FLAG_NAMES:
                return self._flags.get(pair.row, ())
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _HEADS[section]
            case Qt.ItemDataRole.ToolTipRole:
                return _TIPS[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                right = section in (Column.ROW, Column.CHOSEN, Column.REJECTED)
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def _text(self, pair: PreferencePair, column: Column) -> str:
        match column:
            case Column.ROW:
                return f"{pair.row:,}"
            case Column.PROMPT:
                return " ".join(pair.prompt_text.split())
            case Column.CHOSEN | Column.REJECTED:
                return f"{self._length(pair, column):,}"
            case Column.FLAGS:
                return ", ".join(self._titles.get(name, name) for name in self._flags.get(pair.row, ()))

    def _length(self, pair: PreferencePair, column: Column) -> int:
        return len(pair.rejected_text if column == Column.REJECTED else pair.chosen_text)
