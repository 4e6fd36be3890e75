"""Draws a line of the pair table: numbers over small bars, flags with their icons, the current pair's accent."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.models.pair_table import Column, PairRole
from app.pages.data.filter_bar import check_look
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.painting import rounded_box, text_in
from app.widgets.pair_cells import bar_track, paint_ground, paint_number, paint_prompt, paint_row

Index = QModelIndex | QPersistentModelIndex
_BAR = 40


class PairDelegate(QStyledItemDelegate):
    """`longest` is the length that fills a bar; `compact` leaves only the icons of flags."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.longest = 1
        self.compact = False
        self.hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, METRICS.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        paint_ground(painter, rect, self._theme, selected=selected, hovered=index.row() == self.hovered_row)
        column, words = Column(index.column()), str(index.data())
        match column:
            case Column.ROW:
                paint_row(painter, rect, self._theme, words, selected=selected)
            case Column.PROMPT:
                paint_prompt(painter, rect, self._theme, words, index.data(PairRole.MARKS), selected=selected)
            case Column.CHOSEN | Column.REJECTED:
                paint_number(painter, rect, self._theme, words, selected=selected)
                self._paint_length(painter, rect, int(index.data(PairRole.LENGTH)), column)
            case Column.FLAGS:
                self._paint_flags(painter, rect, index)
        painter.restore()

    def _paint_length(self, painter: QPainter, rect: QRectF, length: int, column: Column) -> None:
        colors = self._theme.colors
        width = max(2.0, _BAR * min(1.0, length / self.longest)) if length else 0.0
        track = bar_track(rect, _BAR)
        rounded_box(painter, track, 1.5, colors.pressed)
        bar = colors.chosen_fill if column == Column.CHOSEN else colors.rejected_fill
        rounded_box(painter, QRectF(track.right() - width, track.y(), width, 3), 1.5, bar)

    def _paint_flags(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        names: tuple[str, ...] = index.data(PairRole.FLAG_NAMES) or ()
        x = rect.x() + 4
        for name in names:
            icon, tone = check_look(name)
            paint_icon(painter, icon, QRectF(x, rect.center().y() - 7, 14, 14), self._theme.colors.tone(tone))
            x += 20
        if len(names) == 1 and not self.compact:
            font = ui_font(12)
            words = str(index.data())
            text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(rect.right() - x - 4))
            ink = self._theme.colors.tone(check_look(names[0])[1])
            text_in(painter, QRectF(x, rect.y(), rect.right() - x, rect.height()), text, font, ink)
