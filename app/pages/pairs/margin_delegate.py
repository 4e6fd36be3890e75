"""How a line of the pair explorer is drawn: the margin as a number over a bar that grows from its middle."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.models.margin_table import MarginColumn, MarginRole
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.painting import rounded_box
from app.widgets.pair_cells import bar_track, paint_ground, paint_number, paint_prompt, paint_row

Index = QModelIndex | QPersistentModelIndex
_BAR = 56


class MarginDelegate(QStyledItemDelegate):
    """`reach` is the margin that fills half a bar."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.reach = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, METRICS.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        paint_ground(painter, rect, self._theme, selected=selected)
        words = str(index.data())
        match MarginColumn(index.column()):
            case MarginColumn.ROW:
                paint_row(painter, rect, self._theme, words, selected=selected)
            case MarginColumn.PROMPT:
                paint_prompt(painter, rect, self._theme, words, index.data(MarginRole.MARKS), selected=selected)
            case MarginColumn.MEAN | MarginColumn.THEN:
                paint_number(painter, rect, self._theme, words, selected=selected)
                self._paint_margin(painter, rect, float(index.data(MarginRole.VALUE)))
        painter.restore()

    def _paint_margin(self, painter: QPainter, rect: QRectF, value: float) -> None:
        if value != value:
            return  # not looked at yet
        track = bar_track(rect, _BAR)
        rounded_box(painter, track, 1.5, self._theme.colors.pressed)
        middle, length = track.center().x(), min(1.0, abs(value) / self.reach) * _BAR / 2
        start = middle if value >= 0 else middle - length
        fill = self._theme.color("chosen_fill" if value >= 0 else "rejected_fill")
        painter.fillRect(QRectF(start, track.y(), length, 3), fill)
        painter.fillRect(QRectF(middle - 0.5, track.y() - 1, 1, 5), self._theme.color("control"))
