"""A chart's numbers in rows, for those who would rather read them, or cannot see the curves."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.chart_data import ChartSeries
from app.widgets.chart_export import chart_table
from app.widgets.chart_words import STEPS, ChartUnit
from app.widgets.dialog import Dialog
from app.widgets.table_head import TableHead
from app.widgets.table_look import dress_table

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 640, 520


class ChartTable(Dialog):
    """Every step's numbers as they were when it was opened."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        series: Sequence[ChartSeries],
        format_value: Callable[[float], str],
        parent: QWidget | None = None,
        *,
        unit: ChartUnit = STEPS,
    ) -> None:
        super().__init__(theme, title, _WIDTH, parent)
        self.setFixedHeight(_HEIGHT)
        self.table = QTableView()
        self.table.setAccessibleName(tr("{title}, step by step", title=title))
        self.table.setModel(_Rows(series, format_value, unit, self.table))
        columns = self.table.model().columnCount()
        head = TableHead(theme, self.table, range(columns))
        dress_table(self.table, head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.close_button = Button(theme, tr("Close"), key="Esc")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.layout_of_body.addWidget(self.table, 1)
        self.layout_of_body.addLayout(foot)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class _Rows(QAbstractTableModel):
    def __init__(
        self, series: Sequence[ChartSeries], format_value: Callable[[float], str], unit: ChartUnit, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._unit = unit
        self._numbers = chart_table(series)
        self._format = format_value

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers.steps)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers.names) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self._unit.title, *self._numbers.names)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row, column = index.row(), index.column()
        if column == 0:
            return self._unit.tick(float(self._numbers.steps[row]))
        value = float(self._numbers.columns[column - 1][row])
        return "" if math.isnan(value) else self._format(value)
