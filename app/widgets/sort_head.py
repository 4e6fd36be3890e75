"""The head of a table that can be sorted: a click on a column's name sorts by it, and a caret shows which and how."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.widgets.painting import text_width
from app.widgets.pair_cells import PADDING
from app.widgets.table_head import TableHead

_CARET = 12


class SortHead(TableHead):
    """`sort_wanted(column)` by a click. Call `setSectionsClickable(True)` once the table is dressed."""

    sort_wanted = Signal(int)

    def __init__(self, theme: Theme, table: QTableView, numbers: Collection[int]) -> None:
        super().__init__(theme, table, numbers)
        self._sorted_by = -1
        self._is_descending = False
        self.sectionClicked.connect(self.sort_wanted)

    def show_order(self, column: int, *, descending: bool) -> None:
        """Show by which column the table is sorted."""
        self._sorted_by, self._is_descending = column, descending
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex != self._sorted_by:
            return
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        width = text_width(ui_font(12, 500), words)
        at_right = rect.right() - PADDING - width - _CARET - 3
        x = at_right if logicalIndex in self._numbers else rect.x() + 4 + width + 4
        place = QRectF(x, rect.center().y() - _CARET / 2, _CARET, _CARET)
        icon = "caret-down" if self._is_descending else "caret-up"
        paint_icon(painter, icon, place, self._theme.colors.text2)
