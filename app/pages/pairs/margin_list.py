"""The pairs of a run, the most suspicious first, with a search and a way to see only the suspected ones."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QWidget

from app.language.numbers import number
from app.language.translate import tr, tr_marked
from app.models.dataset import Dataset
from app.models.example_words import ExampleWords
from app.models.margin_table import MarginColumn, MarginTable
from app.models.margins_read import MarginsRead
from app.models.pair_search import PairSearch
from app.pages.pairs.margin_delegate import MarginDelegate
from app.theme.theme import Theme
from app.widgets.card import Card, hairline
from app.widgets.chip import Chip
from app.widgets.empty_state import EmptyState
from app.widgets.search_field import SearchField
from app.widgets.table_head import TableHead
from app.widgets.table_look import dress_table
from app.widgets.table_selection import select_line, selected_lines

_WIDTHS = {MarginColumn.ROW: 62, MarginColumn.MEAN: 102, MarginColumn.THEN: 88}


class MarginList(Card):
    """`selection_counted(pairs)` when more or fewer are selected."""

    selection_counted = Signal(int)

    def __init__(self, theme: Theme, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._dataset = dataset
        self._read: MarginsRead | None = None
        self._is_showing = False
        self.lines = MarginTable(dataset, self)
        self._search = PairSearch(dataset, self)
        self._search.changed.connect(self._fill)
        self.search = SearchField(theme, tr("Search prompts and replies"))
        self.search.searched.connect(self._search.look_for)
        self.suspected = Chip(theme, tr("Suspected"), icon="warning", tone="warn")
        self.suspected.setToolTip(tr("Only those whose mean margin is below 0"))
        self.suspected.toggled.connect(self._fill)
        self.table = QTableView()
        self.table.setModel(self.lines)
        self.table.setAccessibleName(tr("Pairs by their margins, the lowest first"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._delegate = MarginDelegate(theme, self.table)
        self.table.setItemDelegate(self._delegate)
        head = TableHead(theme, self.table, _WIDTHS)
        dress_table(self.table, head)
        head.setSectionResizeMode(MarginColumn.PROMPT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.nothing = EmptyState(theme, "funnel", "", tr("Try fewer words, or show all."), tr("Show all"))
        self.nothing.acted.connect(self._show_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        field = QHBoxLayout()
        field.setContentsMargins(12, 12, 12, 12)
        field.setSpacing(8)
        field.addWidget(self.search, 1)
        field.addWidget(self.suspected)
        self.layout_.addLayout(field)
        self.layout_.addWidget(hairline())
        self.layout_.addWidget(self._stack, 1)
        self.layout_.setContentsMargins(1, 0, 1, 6)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.selectionModel().selectionChanged.connect(
            lambda: self.selection_counted.emit(sum(len(lines) for lines in selected_lines(self.table)))
        )
        dataset.selection.changed.connect(lambda _: self._show_selected())
        dataset.edits.changed.connect(lambda _: self.lines.refresh())

    def show_margins(self, read: MarginsRead | None) -> None:
        """Show a run's pairs; the one that is looked at stays in place."""
        is_first = self._read is None and read is not None
        self._read = read
        if read is not None:
            self.suspected.set_count(number(read.ranking.suspected, ","))
            bins = read.histograms[-1].bins
            self._delegate.reach = max(-bins.low, bins.high)
        self._fill()
        if is_first and self.lines.rowCount():
            self.table.scrollToTop()
            self._dataset.selection.select(self.lines.index_at(0))

    def step(self, lines: int) -> None:
        """Look at the pair so many lines further down."""
        count = self.lines.rowCount()
        if count:
            index = self._dataset.selection.index
            line = None if index is None else self.lines.line_of(index)
            wanted = 0 if line is None else min(max(line + lines, 0), count - 1)
            self._dataset.selection.select(self.lines.index_at(wanted))

    @property
    def words(self) -> ExampleWords:
        """What the examples in the list are called."""
        return self._dataset.words

    def selected_indices(self) -> list[int]:
        """Which pairs are selected, in the table's order."""
        return [index for lines in selected_lines(self.table) for index in self.lines.indices_in(lines)]

    def _fill(self) -> None:
        place = self.table.verticalScrollBar().value()
        self._is_showing = True
        self.lines.show(self._read, only_suspected=self.suspected.isChecked(), found=self._search.found)
        self._is_showing = False
        has_lines = bool(self.lines.rowCount())
        self.nothing.set_texts(tr_marked(self.words.none_match), tr("Try fewer words, or show all."), tr("Show all"))
        self._stack.setCurrentWidget(self.table if has_lines or self._read is None else self.nothing)
        self.table.verticalScrollBar().setValue(place)
        index = self._dataset.selection.index
        if self.isVisible() and has_lines and (index is None or self.lines.line_of(index) is None):
            self._dataset.selection.select(self.lines.index_at(0))
        self._show_selected(scroll=False)

    def _row_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._is_showing:
            self._dataset.selection.select(self.lines.index_at(current.row()))

    def _show_selected(self, *, scroll: bool = True) -> None:
        selected = self._dataset.selection.index
        line = self.lines.line_of(selected) if selected is not None else None
        self._is_showing = True
        select_line(self.table, line, MarginColumn.PROMPT, scroll=scroll)
        self._is_showing = False

    def _show_all(self) -> None:
        self.search.clear()
        self.suspected.setChecked(False)
