"""Which lines of a table are selected, and how one is."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView


def selected_lines(table: QTableView) -> list[range]:
    """In stretches: all of a million lines are one."""
    stretches = table.selectionModel().selection()
    # A stretch has a part for each column that is in sight.
    lines = {(stretches.at(place).top(), stretches.at(place).bottom() + 1) for place in range(stretches.count())}
    return [range(*ends) for ends in sorted(lines)]


def select_line(table: QTableView, line: int | None, column: int, *, scroll: bool = True) -> None:
    """Make a line the current one, unless it is; None leaves nothing selected."""
    if line is None:
        table.clearSelection()
    elif line != table.currentIndex().row() or not table.selectionModel().hasSelection():
        index = table.model().index(line, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().setCurrentIndex(index, flags)
        if scroll:
            table.scrollTo(index)
