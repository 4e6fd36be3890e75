"""The runs that are shown, as a table: filtered, sorted, and told to those who cannot see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr, tr_marked
from app.models.run_columns import COLUMNS, INDEX, NOTHING, state_tip
from app.models.run_filter import RunChip, in_chip, is_found, sorted_runs
from app.models.run_history import RunHistory
from app.models.run_marks import RunMarks
from engine.evaluation.result import FEWEST_VOTES, Tally, in_words, verdict_in_words
from engine.storage.run_summary import RunSummary

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NAME = INDEX["name"]


class RunRole(IntEnum):
    """What the delegate asks for besides the text."""

    RUN = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2
    IS_MARKED = Qt.ItemDataRole.UserRole + 3


class RunTable(QAbstractTableModel):
    """`shown` after other runs are shown, or the same ones in another order."""

    shown = Signal()

    def __init__(self, history: RunHistory, marks: RunMarks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._marks = marks
        self._runs: list[RunSummary] = []
        self._wins: Mapping[str, Tally] = {}
        self._lines: dict[str, int] = {}
        self._chip: RunChip = "all"
        self._text = ""
        self.sorted_by = "started"
        self.is_descending = True
        history.changed.connect(self._fill)
        marks.changed.connect(self._redraw)
        self._fill()

    @property
    def chip(self) -> RunChip:
        """Which of the chips is on."""
        return self._chip

    def narrow(self, chip: RunChip | None = None, text: str | None = None) -> None:
        """Show only what a chip and a search leave; None leaves one of them as it is."""
        self._chip = chip or self._chip
        self._text = self._text if text is None else text
        self._fill()

    def show_wins(self, wins: Mapping[str, Tally]) -> None:
        """What blind tests came to, by the folder of the run that was tested."""
        if wins != self._wins:
            self._wins = wins
            self._fill()

    def sort_by(self, column: str, *, descending: bool | None = None) -> None:
        """Sort by a column, the same one again the other way round."""
        if descending is None:
            starts = COLUMNS[INDEX[column]].starts_high
            descending = not self.is_descending if column == self.sorted_by else starts
        self.sorted_by, self.is_descending = column, descending
        self._fill()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def counts(self) -> dict[RunChip, int]:
        """How many runs each chip would leave."""
        counts: dict[RunChip, int] = {"all": 0, "done": 0, "starred": 0, "failed": 0}
        alike = Counter((run.state, run.starred) for run in self._history.runs)
        examples = {(run.state, run.starred): run for run in self._history.runs}
        for kind, number_of_runs in alike.items():
            for chip in counts:
                counts[chip] += number_of_runs * in_chip(examples[kind], chip)
        return counts

    def run_at(self, line: int) -> RunSummary | None:
        """The run in a line; None beyond the last."""
        return self._runs[line] if 0 <= line < len(self._runs) else None

    def line_of(self, folder: str) -> int | None:
        """Where a run stands; None where it is not shown."""
        return self._lines.get(folder)

    def _fill(self) -> None:
        wanted = self._history.runs
        if self._chip != "all" or self._text.strip():
            wanted = [run for run in wanted if in_chip(run, self._chip) and is_found(run, self._text)]
        key = self._win_rate if self.sorted_by == "blind" else None
        runs = sorted_runs(wanted, self.sorted_by, descending=self.is_descending, key=key)
        lines = {run.folder: line for line, run in enumerate(runs)}
        if list(lines) == list(self._lines):
            self._runs = runs  # the same lines: nothing jumps while a run goes on
            self._redraw()
            return
        self.beginResetModel()
        self._runs = runs
        self._lines = lines
        self.endResetModel()
        self.shown.emit()

    def _redraw(self) -> None:
        if self._runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._runs) - 1, len(COLUMNS) - 1))

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _NAME else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run = self.run_at(index.row())
        if run is None or role != Qt.ItemDataRole.EditRole or index.column() != _NAME:
            return False
        self._history.rename(run.folder, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        run = self.run_at(index.row()) if index.isValid() else None
        if run is None:
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._win_text(run) if column.name == "blind" else column.text(run)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(run, column.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(run, column.name) or str(self.data(index))
            case RunRole.RUN:
                return run
            case RunRole.PLACE:
                return self._marks.place(run.folder)
            case RunRole.IS_MARKED:
                return run.folder in self._marks
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr_marked(COLUMNS[section].title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr_marked(COLUMNS[section].title or COLUMNS[section].tip)
        return tr_marked(COLUMNS[section].tip) if role == Qt.ItemDataRole.ToolTipRole else None

    def _win_rate(self, run: RunSummary) -> float | None:
        """Below ten votes with a preference there is no number, as on the page of the blind test."""
        tally = self._wins.get(run.folder)
        return tally.rate if tally is not None and tally.decided >= FEWEST_VOTES else None

    def _win_text(self, run: RunSummary) -> str:
        rate = self._win_rate(run)
        return NOTHING if rate is None else number(rate, ".0%")

    def _win_tip(self, run: RunSummary) -> str:
        tally = self._wins.get(run.folder)
        if tally is None:
            return tr("No blind test of this run has shown its result.")
        return tr_engine(f"{in_words(tally)} {verdict_in_words(tally)}")

    def _tip(self, run: RunSummary, column: str) -> str | None:
        match column:
            case "name":
                lines = [
                    run.title,
                    tr("Of the sweep {sweep}", sweep=run.sweep) if run.sweep else "",
                    tr("Tags: {tags}", tags=", ".join(run.tags)) if run.tags else "",
                    run.note,
                ]
                return "\n".join(line for line in lines if line)
            case "state":
                return state_tip(run)
            case "started":
                return run.created
            case "model":
                return run.model
            case "data":
                return run.data
            case "note":
                return run.note
            case "blind":
                return self._win_tip(run)
            case "loss" | "accuracy" | "margin":
                return (
                    tr("On what was held back") if run.is_held_back else tr("Of the last update; nothing was held back")
                )
            case _:
                return None

    def _spoken(self, run: RunSummary, column: str) -> str:
        """What a cell says that shows no words."""
        match column:
            case "mark":
                return "marked" if run.folder in self._marks else tr("not marked")
            case "star":
                return "starred" if run.starred else tr("not starred")
            case "name":
                sweep = [tr("of the sweep {sweep}", sweep=run.sweep)] if run.sweep else []
                return ", ".join([run.title, *sweep, *(tr("tag {tag}", tag=tag) for tag in run.tags)])
            case "curve" if run.curve:
                return tr("margin from {curve:+.2f} to {curve2:+.2f}", curve=run.curve[0], curve2=run.curve[-1])
            case _:
                return ""
