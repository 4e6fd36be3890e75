"""The table of all pairs with its search field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.dataset import Dataset
from app.models.pair_table import Column
from app.pages.data.pair_delegate import PairDelegate
from app.theme.theme import Theme
from app.widgets.card import Card, hairline
from app.widgets.empty_state import EmptyState
from app.widgets.search_field import SearchField
from app.widgets.table_head import TableHead
from app.widgets.table_look import dress_table
from app.widgets.table_selection import select_line, selected_lines
from app.widgets.work_line import WorkLine

_ROW_WIDTHS = ((10_000, 48), (900_000, 68), (1 << 63, 88))  # pairs up to which rows fit into so many pixels
_NUMBERS = (Column.ROW, Column.CHOSEN, Column.REJECTED)
_INKS: Mapping[int, str] = {Column.CHOSEN: "chosen", Column.REJECTED: "rejected"}
_FLAGS_FROM = 480  # pixels of table from which flags are written out


class PairList(Card):
    """One tab stop for the search, one for the table; up and down move the selection, with Shift they widen it.

    `selection_counted(pairs)` when more or fewer are selected.
    """

    selection_counted = Signal(int)

    def __init__(self, theme: Theme, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._dataset = dataset
        self._is_showing = False
        self.search = SearchField(theme, tr("Search prompts and replies"))
        self.search.searched.connect(lambda text: dataset.filter.set(text, dataset.filter.flag))
        self.table = QTableView()
        self.table.setModel(dataset.table)
        self._delegate = PairDelegate(theme, self.table)
        self.nothing = EmptyState(
            theme,
            "funnel",
            "",
            tr("Try fewer words, or clear the filter."),
            tr("Clear filter"),
        )
        self.nothing.acted.connect(self._clear_filter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        self._build_table(theme)
        field = QVBoxLayout()
        field.setContentsMargins(12, 12, 12, 12)
        field.setSpacing(8)
        field.addWidget(self.search)
        self.searching = WorkLine(theme, tr("Searching"), tr("Stop"))
        self.searching.cancelled.connect(dataset.filter.stop)
        self.searching.hide()
        field.addWidget(self.searching)
        self.layout_.addLayout(field)
        self.layout_.addWidget(hairline())
        self.layout_.addWidget(self._stack, 1)
        self.layout_.setContentsMargins(1, 0, 1, 6)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.selectionModel().selectionChanged.connect(
            lambda: self.selection_counted.emit(sum(len(lines) for lines in selected_lines(self.table)))
        )
        dataset.selection.changed.connect(self._show_selected)
        dataset.filter.done.connect(self._filtered)
        dataset.filter.progressed.connect(self._show_search)
        dataset.changed.connect(self._changed)

    def selected_indices(self) -> list[int]:
        """Which pairs are selected, in the table's order."""
        return [index for lines in selected_lines(self.table) for index in self._dataset.table.indices_in(lines)]

    def _build_table(self, theme: Theme) -> None:
        table = self.table
        table.setItemDelegate(self._delegate)
        table.setAccessibleName(tr("Preferences"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setMouseTracking(True)
        table.viewport().installEventFilter(self)
        self._head = head = TableHead(theme, table, _NUMBERS, _INKS)
        dress_table(table, head)
        head.setSectionResizeMode(Column.PROMPT, QHeaderView.ResizeMode.Stretch)
        self._set_widths()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(self.table.indexAt(event.position().toPoint()).row())
        elif event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def _set_widths(self) -> None:
        self._delegate.compact = self.width() < _FLAGS_FROM
        widths = {
            Column.ROW: next(width for most, width in _ROW_WIDTHS if self._dataset.pair_count < most),
            Column.CHOSEN: self._head.width_for(Column.CHOSEN, 68),
            Column.REJECTED: self._head.width_for(Column.REJECTED, 72),
            Column.FLAGS: 46 if self._delegate.compact else 112,
        }
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)
        self.table.setColumnHidden(Column.FLAGS, not self._dataset.check.needs_a_look)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.table.viewport().update()

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self._dataset.selection.select(self._dataset.table.index_at(current.row()))

    def _show_selected(self) -> None:
        selected = self._dataset.selection.index
        line = self._dataset.table.line_of(selected) if selected is not None else None
        self._is_showing = True
        select_line(self.table, line, Column.PROMPT)
        self._is_showing = False

    def _show_search(self, share: float) -> None:
        self.searching.show_share(share, tr("Searching, {share:.0%}", share=share))
        self.searching.setVisible(share < 1.0)
        self._filtered()

    def _filtered(self) -> None:
        self.searching.setVisible(self._dataset.filter.is_running and self.searching.isVisible())
        rows = self._dataset.table.rowCount()
        if not rows:
            wanted = f" “{self._dataset.filter.text}”" if self._dataset.filter.text else ""
            self.nothing.set_texts(
                tr_marked(self._dataset.words.none_match) + wanted,
                tr("Try fewer words, or clear the filter."),
                tr("Clear filter"),
            )
        self._stack.setCurrentWidget(self.table if rows else self.nothing)
        self._show_selected()

    def _changed(self) -> None:
        if self._dataset.state == "loading" and not self._dataset.filter.text:
            self._stack.setCurrentWidget(self.table)
        self._delegate.longest = self._dataset.table.usual_longest()
        if self.search.text() != self._dataset.filter.text and not self.search.hasFocus():
            self.search.setText(self._dataset.filter.text)
        self._set_widths()

    def _clear_filter(self) -> None:
        self.search.clear()
        self._dataset.filter.set("", "")
        self._dataset.changed.emit()
