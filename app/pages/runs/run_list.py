"""The table of runs: sorted by its head, marked and starred by a click or a key, renamed in place."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from app.language.translate import tr
from app.models.run_columns import COLUMNS, INDEX
from app.models.run_table import RunTable
from app.pages.runs.run_delegate import RunDelegate
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.card import Card
from app.widgets.empty_state import EmptyState
from app.widgets.sort_head import SortHead
from app.widgets.table_look import dress_table
from app.widgets.table_selection import select_line
from engine.storage.run_summary import RunSummary

_NUMBERS = [INDEX[column.name] for column in COLUMNS if column.is_number]
_FIXED = ("mark", "star", "name", "state")
# What leaves first where the table is narrow.
_GIVES_WAY = (
    "note time objective steps data model epochs disk rate loss curve beta started blind accuracy margin".split()
)


class RunList(Card):
    """`chosen(RunSummary | None)` when another run is the current one; `opened` by a double click.

    `toggled(folder)` and `starred(folder)` by a click on a run's box or star.
    """

    chosen = Signal(object)
    opened = Signal()
    toggled = Signal(str)
    starred = Signal(str)

    def __init__(self, theme: Theme, runs: RunTable, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._runs = runs
        self._current = ""
        self._wanted = {column.name for column in COLUMNS if column.is_usual}
        self.table = QTableView()
        self.table.setModel(runs)
        self.table.setAccessibleName(tr("Runs"))
        self.table.setAccessibleDescription(tr("Space marks a run, Enter opens it, F2 renames it, Del deletes it"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMouseTracking(True)
        self.table.viewport().installEventFilter(self)
        self._delegate = RunDelegate(theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.head = SortHead(theme, self.table, _NUMBERS)
        dress_table(self.table, self.head)
        self.table.verticalHeader().setDefaultSectionSize(METRICS.run_row_height)
        self.head.setSectionsClickable(True)
        self.head.sort_wanted.connect(self._sort)
        self.head.setSectionResizeMode(INDEX["name"], QHeaderView.ResizeMode.Stretch)
        for index, column in enumerate(COLUMNS):
            self.table.setColumnWidth(index, column.width)
        self.nothing = EmptyState(
            theme, "funnel", tr("No runs match"), tr("Try fewer words, or show all."), tr("Show all")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        self.layout_.addWidget(self._stack)
        self.layout_.setContentsMargins(1, 0, 1, 6)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.clicked.connect(self._clicked)
        self.table.doubleClicked.connect(self._double_clicked)
        runs.shown.connect(self._show_current)
        runs.dataChanged.connect(lambda: self.chosen.emit(self.current))
        self._show_order()
        self._fit_columns()
        self._show_current()

    @property
    def current(self) -> RunSummary | None:
        """The run that the keyboard is on."""
        line = self._runs.line_of(self._current)
        return None if line is None else self._runs.run_at(line)

    @property
    def wanted_columns(self) -> frozenset[str]:
        """Which columns a person wants to see."""
        return frozenset(self._wanted)

    @property
    def columns_without_room(self) -> list[str]:
        """The titles of those that the table is too narrow for."""
        return [
            column.title
            for index, column in enumerate(COLUMNS)
            if column.name in self._wanted and self.table.isColumnHidden(index)
        ]

    def want_columns(self, names: Collection[str]) -> None:
        """Show these columns, as far as there is room; some are always there."""
        self._wanted = {column.name for column in COLUMNS if column.name in names or column.name in _FIXED}
        self._fit_columns()

    def sort_by(self, column: str) -> None:
        """Sort by a column, the same one again the other way round."""
        self._runs.sort_by(column)
        self._show_order()

    def rename(self) -> None:
        """Write the current run's name anew, in its line."""
        line = self._runs.line_of(self._current)
        if line is not None:
            index = self._runs.index(line, INDEX["name"])
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self.table.indexAt(event.position().toPoint()).row())
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return False

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.table.viewport().update()

    def _fit_columns(self) -> None:
        """Hide what has no room, the least telling first."""
        shown = set(self._wanted)
        widths = {column.name: column.width for column in COLUMNS}
        for name in _GIVES_WAY:
            if sum(widths[one] for one in shown) <= self.width() - 10:
                break
            shown.discard(name)
        for index, column in enumerate(COLUMNS):
            self.table.setColumnHidden(index, column.name not in shown)

    def _sort(self, column: int) -> None:
        name = COLUMNS[column].name
        if name != "mark":
            self.sort_by(name)

    def _show_order(self) -> None:
        self.head.show_order(INDEX[self._runs.sorted_by], descending=self._runs.is_descending)

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        run = self._runs.run_at(current.row())
        if run is not None:
            self._current = run.folder
            self.chosen.emit(run)

    def _clicked(self, index: QModelIndex) -> None:
        run = self._runs.run_at(index.row())
        name = COLUMNS[index.column()].name
        if run is not None and name == "mark":
            self.toggled.emit(run.folder)
        elif run is not None and name == "star":
            self.starred.emit(run.folder)

    def _double_clicked(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()].name not in ("mark", "star"):
            self.opened.emit()

    def _show_current(self) -> None:
        """Stay on the run that was the current one; where it is gone, on the first."""
        count = self._runs.rowCount()
        self._stack.setCurrentWidget(self.table if count else self.nothing)
        line = self._runs.line_of(self._current)
        if line is None:
            first = self._runs.run_at(0)
            self._current = first.folder if first else ""
            line = 0 if first else None
        select_line(self.table, line, INDEX["name"])
        self.chosen.emit(self.current)
