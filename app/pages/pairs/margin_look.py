"""How a line of the pair explorer is drawn: the margin as a number over a bar that grows from its middle."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.models.margin_table import MarginColumn, MarginRole
from app.models.words import mark_words
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.painting import rounded_box, text_in
from engine.data.edits.edit import Marks

Index = QModelIndex | QPersistentModelIndex
_PADDING, _BAR, _MOST_SHOWN = 10, 56, 400
_SIGNS = {"dropped": "trash", "flipped": "arrows-left-right", "edited": "pencil-simple"}
_RIGHT = Qt.AlignmentFlag.AlignRight


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
        colors = self._theme.colors
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        if selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        column = MarginColumn(index.column())
        if selected and column == MarginColumn.ROW:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.color("accent"))
        match column:
            case MarginColumn.ROW:
                ink = colors.accent_text if selected else colors.text2
                text_in(painter, rect.adjusted(0, 0, -_PADDING, 0), str(index.data()), ui_font(13), ink, _RIGHT)
            case MarginColumn.PROMPT:
                self._paint_prompt(painter, rect, index, selected)
            case MarginColumn.MEAN | MarginColumn.THEN:
                self._paint_margin(painter, rect, index, selected)
        painter.restore()

    def _paint_prompt(self, painter: QPainter, rect: QRectF, index: Index, selected: bool) -> None:
        marks: Marks = index.data(MarginRole.MARKS)
        font = ui_font(13, 500 if selected else 400)
        font.setStrikeOut(marks.is_dropped)
        right = rect.right() - _PADDING
        for word in mark_words(marks):
            right -= 14
            paint_icon(painter, _SIGNS[word], QRectF(right, rect.center().y() - 7, 14, 14), self._theme.colors.text2)
            right -= 5
        room = int(right - rect.x()) - 4
        words = QFontMetrics(font).elidedText(str(index.data())[:_MOST_SHOWN], Qt.TextElideMode.ElideRight, room)
        ink = self._theme.colors.text2 if marks.is_dropped else self._theme.colors.text
        text_in(painter, QRectF(rect.x() + 4, rect.y(), room, rect.height()), words, font, ink)

    def _paint_margin(self, painter: QPainter, rect: QRectF, index: Index, selected: bool) -> None:
        colors = self._theme.colors
        ink = colors.text if selected else colors.text2
        text_in(painter, rect.adjusted(0, -4, -_PADDING, -4), str(index.data()), ui_font(13), ink, _RIGHT)
        value = float(index.data(MarginRole.VALUE))
        if value != value:
            return  # not looked at yet
        track = QRectF(rect.right() - _PADDING - _BAR, rect.bottom() - 8, _BAR, 3)
        rounded_box(painter, track, 1.5, colors.pressed)
        middle, length = track.center().x(), min(1.0, abs(value) / self.reach) * _BAR / 2
        start = middle if value >= 0 else middle - length
        fill = self._theme.color("chosen_fill" if value >= 0 else "rejected_fill")
        painter.fillRect(QRectF(start, track.y(), length, 3), fill)
        painter.fillRect(QRectF(middle - 0.5, track.y() - 1, 1, 5), self._theme.color("control"))


class MarginHeader(QHeaderView):
    """Not clickable: the worst come first."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), METRICS.head_height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        area = QRectF(rect)
        painter.fillRect(area, self._theme.color("surface"))
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), self._theme.color("border"))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        font, ink = ui_font(12, 500), self._theme.colors.text3
        if logicalIndex == MarginColumn.PROMPT:
            text_in(painter, area.adjusted(4, 0, 0, 0), words, font, ink)
        else:
            text_in(painter, area.adjusted(0, 0, -_PADDING, 0), words, font, ink, _RIGHT)
        painter.restore()
