"""Draws a line of the pair table: numbers over small bars, flags with their icons, the current pair's accent."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.models.pair_table import Column, PairRole
from app.models.words import mark_words
from app.pages.data.filter_bar import check_look
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.painting import rounded_box, text_in
from engine.data.edits.edit import Marks

Index = QModelIndex | QPersistentModelIndex
_PADDING = 10
_BAR = 40
_MOST_SHOWN = 400  # characters of a prompt; measuring all of a long one would take longer than painting the rest
_SIGNS = {"dropped": "trash", "flipped": "arrows-left-right", "edited": "pencil-simple"}


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
        colors = self._theme.colors
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        if selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, self._theme.color("hover" if colors.is_dark else "sunken"))
        column = Column(index.column())
        if selected and column == Column.ROW:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self._theme.color("accent"))
        match column:
            case Column.ROW:
                ink = colors.accent_text if selected else colors.text2
                place = rect.adjusted(0, 0, -_PADDING, 0)
                text_in(painter, place, str(index.data()), ui_font(13), ink, Qt.AlignmentFlag.AlignRight)
            case Column.PROMPT:
                self._paint_prompt(painter, rect, index, selected)
            case Column.CHOSEN | Column.REJECTED:
                self._paint_length(painter, rect, index, column, selected)
            case Column.FLAGS:
                self._paint_flags(painter, rect, index, selected)
        painter.restore()

    def _paint_prompt(self, painter: QPainter, rect: QRectF, index: Index, selected: bool) -> None:
        """The words, and at the end a sign for each thing that a person did; a dropped pair is struck out as well."""
        marks: Marks = index.data(PairRole.MARKS)
        font = ui_font(13, 500 if selected else 400)
        font.setStrikeOut(marks.is_dropped)
        right = rect.right() - _PADDING
        for word in mark_words(marks):
            right -= 14
            place = QRectF(right, rect.center().y() - 7, 14, 14)
            paint_icon(painter, _SIGNS[word], place, self._theme.colors.text2)
            right -= 5
        room = int(right - rect.x()) - 4
        words = str(index.data())[:_MOST_SHOWN]
        text = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        ink = self._theme.colors.text2 if marks.is_dropped else self._theme.colors.text
        text_in(painter, QRectF(rect.x() + 4, rect.y(), room, rect.height()), text, font, ink)

    def _paint_length(self, painter: QPainter, rect: QRectF, index: Index, column: Column, selected: bool) -> None:
        colors = self._theme.colors
        place = rect.adjusted(0, -4, -_PADDING, -4)
        ink = colors.text if selected else colors.text2
        text_in(painter, place, str(index.data()), ui_font(13), ink, Qt.AlignmentFlag.AlignRight)
        length = int(index.data(PairRole.LENGTH))
        width = max(2.0, _BAR * min(1.0, length / self.longest)) if length else 0.0
        track = QRectF(rect.right() - _PADDING - _BAR, rect.bottom() - 8, _BAR, 3)
        rounded_box(painter, track, 1.5, colors.pressed)
        bar = colors.chosen_fill if column == Column.CHOSEN else colors.rejected_fill
        rounded_box(painter, QRectF(track.right() - width, track.y(), width, 3), 1.5, bar)

    def _paint_flags(self, painter: QPainter, rect: QRectF, index: Index, selected: bool) -> None:
        names: tuple[str, ...] = index.data(PairRole.FLAG_NAMES) or ()
        x = rect.x() + 6
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
