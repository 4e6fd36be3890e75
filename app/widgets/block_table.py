"""A table in a reply. Where it is wider than its place it scrolls sideways, rather than break words apart."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.language.translate import tr
from app.models.reply_blocks import Alignment, Spans, Table
from app.theme.theme import Theme
from app.widgets.span_format import span_font, span_format
from app.widgets.streaming_text import StreamingText

_WIDEST_COLUMN = 220  # pixels up to which a table rather scrolls than wraps its cells
_PADDING = 6
_SIZE = 13
_ALIGNMENTS: dict[Alignment, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class BlockTable(StreamingText):
    """`show_table` may be called again while the table grows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Table"), parent)
        self._theme = theme
        self._table: Table | None = None
        self._drawn: QTextTable | None = None
        self._widths: list[int] = []  # what each column would take, in pixels
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        theme.changed.connect(self._dress_anew)

    def show_table(self, table: Table) -> None:
        """Show a table; rows that are there already stay untouched."""
        if table == self._table:
            return
        old, self._table = self._table, table
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        kept = 0
        if old is None or self._drawn is None or old.alignments != table.alignments:
            self._drawn = self._begin(cursor, table)
        else:
            kept = next(
                (i for i, (a, b) in enumerate(zip(old.rows, table.rows, strict=False)) if a != b), len(old.rows)
            )
            self._drawn.resize(len(table.rows), len(table.alignments))
        for row in range(kept, len(table.rows)):
            for column, cell in enumerate(table.rows[row]):
                self._widths[column] = max(self._widths[column], min(_WIDEST_COLUMN, _cell_width(cell)))
                self._write(self._drawn, row, column, cell, table.alignments[column])
        cursor.endEditBlock()
        self._set_width()

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._set_width()

    def _begin(self, cursor: QTextCursor, table: Table) -> QTextTable:
        self._widths = [0] * len(table.alignments)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        drawn = cursor.insertTable(len(table.rows), len(table.alignments), _table_format())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setBlockFormat(_flat())  # behind a table there is always an empty line
        return drawn

    def _dress_anew(self) -> None:
        """The colours are part of the cells' formats."""
        table, self._table = self._table, None
        if table is not None:
            self.show_table(table)

    def _write(self, drawn: QTextTable, row: int, column: int, cell: Spans, alignment: Alignment) -> None:
        place = drawn.cellAt(row, column)
        look = QTextTableCellFormat()
        look.setPadding(_PADDING)
        look.setBottomBorder(1)
        look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBottomBorderBrush(self._theme.color("border2" if row == 0 else "border"))
        place.setFormat(look)
        cursor = place.firstCursorPosition()
        cursor.setPosition(place.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        form = QTextBlockFormat()
        form.setAlignment(_ALIGNMENTS[alignment])
        cursor.setBlockFormat(form)
        for span in cell:
            cursor.insertText(span.text, span_format(self._theme, span, _SIZE, is_bold=row == 0))

    def _set_width(self) -> None:
        """As wide as its place, or wider where that would squeeze a column."""
        width = max(self.viewport().width(), sum(self._widths))
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)


def _cell_width(cell: Spans) -> int:
    """What the cell takes in one line, as bold as the head is."""
    words = (QFontMetricsF(span_font(span, _SIZE, is_bold=True)).horizontalAdvance(span.text) for span in cell)
    return ceil(sum(words)) + 2 * _PADDING + 2


def _table_format() -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setHeaderRowCount(1)
    return form


def _flat() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form
