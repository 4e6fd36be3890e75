"""A run's pairs as a table, the most suspicious first. Built for a million pairs: nothing is kept per cell."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.dataset import Dataset
from app.models.example_words import ExampleWords
from app.models.margins_read import MarginsRead
from app.models.words import mark_words, signed_number
from engine.data.edits.edit import Marks

if TYPE_CHECKING:
    import numpy as np

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TIPS = (
    mark("Row in the file"),
    mark("The last thing the person said"),
    mark("The mean of the margin over all times that it was trained on or tested"),
)


class MarginColumn(IntEnum):
    """The columns, left to right."""

    ROW = 0
    PROMPT = 1
    MEAN = 2
    THEN = 3


class MarginRole(IntEnum):
    """What the delegate asks for besides the text."""

    VALUE = Qt.ItemDataRole.UserRole + 1
    MARKS = Qt.ItemDataRole.UserRole + 2


class MarginTable(QAbstractTableModel):
    """Shows those of a run's pairs that are wanted: all, the suspected ones, those that a search found.

    A pair is named by its index in the open file, as everywhere in the window.
    """

    def __init__(self, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._read: MarginsRead | None = None
        self._lines: np.ndarray | None = None  # numbers of the run's pairs
        self._epoch = 0

    def show(self, read: MarginsRead | None, *, only_suspected: bool, found: np.ndarray | None) -> None:
        """Show a run's pairs; `found` [pairs of the file] says which of them are wanted, None all."""
        lines: np.ndarray | None = None
        if read is not None:
            ranking = read.ranking
            lines = ranking.order[: ranking.suspected] if only_suspected else ranking.order
            indices = read.indices[lines]
            lines = lines[indices >= 0 if found is None else (indices >= 0) & found[indices]]
        self.beginResetModel()
        self._read, self._lines = read, lines
        self._epoch = min(self._epoch, len(read.epochs)) if read is not None and self._epoch else 0
        self.endResetModel()

    def show_epoch(self, epoch: int) -> None:
        """Which epoch's margins the last column has, from 1; 0 is always the newest."""
        self._epoch = epoch
        if self.rowCount():
            column = MarginColumn.THEN
            self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, MarginColumn.THEN, MarginColumn.THEN)

    def refresh(self) -> None:
        """Draw anew what the pairs say: some were edited."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, MarginColumn.PROMPT))

    def index_at(self, line: int) -> int:
        """Which of the file's pairs is in a line."""
        assert self._read is not None
        assert self._lines is not None
        return int(self._read.indices[self._lines[line]])

    def indices_in(self, lines: range) -> list[int]:
        """Which of the file's pairs are in these lines."""
        assert self._read is not None
        assert self._lines is not None
        return self._read.indices[self._lines[lines.start : lines.stop]].tolist()

    def line_of(self, index: int) -> int | None:
        """Where one of the file's pairs stands; None where it is not shown."""
        if self._read is None or self._lines is None or index >= len(self._read.numbers):
            return None
        places = (self._lines == self._read.numbers[index]).nonzero()[0]
        return int(places[0]) if len(places) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._lines is None else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(MarginColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = index.row(), MarginColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, column)
            case Qt.ItemDataRole.ToolTipRole if column == MarginColumn.PROMPT:
                return self._text(line, column)
            case MarginRole.VALUE:
                return self._value(line, column)
            case MarginRole.MARKS:
                return self._marks(line)
            case Qt.ItemDataRole.AccessibleTextRole if column == MarginColumn.PROMPT:
                return ", ".join((*mark_words(self._marks(line)), self._text(line, column)))
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            epochs = len(self._read.epochs) if self._read else 0
            return (
                "#",
                tr("Prompt"),
                tr("Mean margin"),
                tr("Epoch {value}", value=self._epoch or epochs) if epochs else tr("Last"),
            )[section]
        tips = (*_TIPS, self._dataset.words.margin)
        return tr_marked(tips[section]) if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, line: int, column: MarginColumn) -> str:
        match column:
            case MarginColumn.ROW:
                pairs = self._dataset.originals
                return "" if pairs is None else number(pairs.row(self.index_at(line)), ",")
            case MarginColumn.PROMPT:
                pair = self._dataset.table.read(self.index_at(line))
                return "" if pair is None else " ".join(pair.prompt_text.split())
            case MarginColumn.MEAN | MarginColumn.THEN:
                value = self._value(line, column)
                return "–" if value != value else signed_number(value)  # NaN: not looked at yet

    def _value(self, line: int, column: MarginColumn) -> float:
        assert self._read is not None
        assert self._lines is not None
        number = self._lines[line]
        if column == MarginColumn.MEAN:
            return float(self._read.ranking.means[number])
        return float(self._read.epochs[self._epoch - 1][number])

    def _marks(self, line: int) -> Marks:
        return self._dataset.edits.of(self.index_at(line))


def place_words(line: int | None, lines: int, words: ExampleWords) -> str:
    """Where a pair stands among those that are shown: 3 of 90 pairs."""
    if line is None:
        return tr("not among those shown")
    return words.some(line + 1, lines)
