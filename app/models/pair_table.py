"""The pairs as a table: row, prompt, both lengths, flags. Built for a million rows: nothing is kept per cell."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.language.numbers import number
from app.language.translate import mark, tr_marked
from app.models.example_words import PAIR_WORDS, ExampleWords
from app.models.rising import holds
from app.models.words import mark_words
from engine.data.edits.edit import Marks
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.errors import EngineError

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SAMPLE, _MOST = 2000, 0.95  # pairs that decide how long a full bar is, and the share of them that fit


class Column(IntEnum):
    """The columns, left to right."""

    ROW = 0
    PROMPT = 1
    CHOSEN = 2
    REJECTED = 3
    FLAGS = 4


class PairRole(IntEnum):
    """What the delegate asks for besides the text."""

    LENGTH = Qt.ItemDataRole.UserRole + 1
    FLAG_NAMES = Qt.ItemDataRole.UserRole + 2
    MARKS = Qt.ItemDataRole.UserRole + 3


class PairTable(QAbstractTableModel):
    """Shows all pairs, or those that `show_only` names by index; `grow` takes in what its pairs have gained.

    `unreadable(EngineError)` when a pair can no longer be read, once for a set of pairs.
    """

    unreadable = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: PairSequence | None = None
        self._count = 0  # of the pairs, how many the views know of
        self._shown: array[int] | None = None
        self._flags: Mapping[str, Sequence[int]] = {}
        self._titles: Mapping[str, str] = {}
        self._is_unreadable = False
        self._usual_longest = 0  # once the first pairs are all there; it is asked for whenever more arrive
        self._marks_of: Callable[[int], Marks] = lambda _: Marks()
        self._words = PAIR_WORDS

    @property
    def pairs(self) -> Sequence[PreferencePair]:
        """All pairs, shown or not."""
        return () if self._pairs is None else self._pairs

    def set_pairs(self, pairs: PairSequence | None, words: ExampleWords = PAIR_WORDS) -> None:
        """Show other pairs, without flags yet; `words` is what they are called."""
        self.beginResetModel()
        self._pairs, self._count, self._shown, self._flags = pairs, len(pairs or ()), None, {}
        self._words = words
        self._is_unreadable = False
        self._usual_longest = 0
        self.endResetModel()

    def grow(self) -> None:
        """Take in what the pairs have gained; it is shown unless the table is filtered."""
        grown = len(self.pairs)
        if self._shown is None and grown > self._count:
            self.beginInsertRows(_NOWHERE, self._count, grown - 1)
            self._count = grown
            self.endInsertRows()
        self._count = grown

    def show_only(self, indices: array[int] | None) -> None:
        """Show these pairs, given in rising order; None shows all."""
        self.beginResetModel()
        self._shown = indices
        self.endResetModel()

    def show_more(self, indices: array[int]) -> None:
        """Show these, too; they come after those that are shown."""
        if self._shown is not None and indices:
            first = len(self._shown)
            self.beginInsertRows(_NOWHERE, first, first + len(indices) - 1)
            self._shown.extend(indices)
            self.endInsertRows()

    def show_marks(self, marks_of: Callable[[int], Marks]) -> None:
        """Ask here what a person did to a pair."""
        self._marks_of = marks_of

    def refresh(self) -> None:
        """Draw anew what the pairs say: some were edited."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, Column.FLAGS))

    def set_flags(self, rows: Mapping[str, Sequence[int]], titles: Mapping[str, str]) -> None:
        """The rows that each check flagged, rising, by its name; `titles` are those names for people."""
        self._flags, self._titles = {name: flagged for name, flagged in rows.items() if flagged}, titles
        if self.rowCount():
            last = self.index(self.rowCount() - 1, Column.FLAGS)
            self.dataChanged.emit(self.index(0, Column.FLAGS), last)

    def read(self, index: int) -> PreferencePair | None:
        """One of all pairs; None, and `unreadable`, where it cannot be read."""
        try:
            return self.pairs[index]
        except EngineError as error:
            if not self._is_unreadable:
                self._is_unreadable = True
                self.unreadable.emit(error)
            return None

    def usual_longest(self) -> int:
        """A length that few of the first replies exceed: one very long one must not flatten the bars of all others."""
        pairs = self._pairs
        if self._usual_longest or pairs is None or not self._count:
            return self._usual_longest or 1
        lengths = sorted(max(pairs.lengths(index)) for index in range(min(self._count, _SAMPLE)))
        longest = max(1, lengths[int(_MOST * (len(lengths) - 1))])
        self._usual_longest = longest if len(lengths) == _SAMPLE else 0
        return longest

    def index_at(self, line: int) -> int:
        """Which of all pairs is in a line of the table."""
        return line if self._shown is None else self._shown[line]

    def indices_in(self, lines: range) -> Sequence[int]:
        """Which of all pairs are in these lines of the table."""
        return lines if self._shown is None else self._shown[lines.start : lines.stop]

    def pair_at(self, line: int) -> PreferencePair | None:
        """The pair in a line of the table; None where it cannot be read."""
        return self.read(self.index_at(line))

    def line_of(self, index: int) -> int | None:
        """Where one of all pairs stands now, None while it is filtered out."""
        if self._shown is None:
            return index if index < self._count else None
        return bisect_left(self._shown, index) if holds(self._shown, index) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return self._count if self._shown is None else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place, column = self.index_at(index.row()), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(place, column)
            case Qt.ItemDataRole.ToolTipRole if column in (Column.PROMPT, Column.FLAGS):
                return self._text(place, column)[:600] or None
            case Qt.ItemDataRole.TextAlignmentRole if column in (Column.ROW, Column.CHOSEN, Column.REJECTED):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case PairRole.LENGTH:
                return self._length(place, column)
            case PairRole.MARKS:
                return self._marks_of(place)
            case Qt.ItemDataRole.AccessibleTextRole if column == Column.PROMPT:
                return ", ".join((*mark_words(self._marks_of(place)), self._text(place, column)))
            case PairRole.FLAG_NAMES:
                return self._flag_names(place)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr_marked(self._heads()[section])
            case Qt.ItemDataRole.ToolTipRole:
                return tr_marked(self._tips()[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                right = section in (Column.ROW, Column.CHOSEN, Column.REJECTED)
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return None

    def _heads(self) -> tuple[str, ...]:
        return "#", mark("Prompt"), self._words.chosen, self._words.rejected, mark("Flags")

    def _tips(self) -> tuple[str, ...]:
        return (
            mark("Row in the file"),
            mark("The last thing the person said"),
            self._words.chosen_length,
            self._words.rejected_length,
            mark("What the data check found"),
        )

    def _text(self, index: int, column: Column) -> str:
        match column:
            case Column.ROW:
                return number(self._row(index), ",")
            case Column.PROMPT:
                pair = self.read(index)
                return "" if pair is None else " ".join(pair.prompt_text.split())
            case Column.CHOSEN | Column.REJECTED:
                length = self._length(index, column)
                return number(length, ",") if length else "–"  # a reply with a thumb has no other beside it
            case Column.FLAGS:
                return ", ".join(self._titles.get(name, name) for name in self._flag_names(index))

    def _length(self, index: int, column: Column) -> int:
        return 0 if self._pairs is None else self._pairs.lengths(index)[column == Column.REJECTED]

    def _row(self, index: int) -> int:
        return 0 if self._pairs is None else self._pairs.row(index)

    def _flag_names(self, index: int) -> tuple[str, ...]:
        row = self._row(index)
        return tuple(name for name, rows in self._flags.items() if holds(rows, row))
