"""The head of a table of pairs: names aligned as the cells below them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.painting import text_in, text_width
from app.widgets.pair_cells import PADDING


class TableHead(QHeaderView):
    """Not clickable: the table has an order of its own.

    `numbers` are the columns that stand at the right; `inks` are the colour tokens of those that have their own.
    """

    def __init__(
        self, theme: Theme, table: QTableView, numbers: Collection[int], inks: Mapping[int, str] | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._numbers = numbers
        self._inks = inks or {}

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), METRICS.head_height)

    def width_for(self, section: int, least: int) -> int:
        """Pixels for a column of numbers whose name has to fit."""
        return max(least, math.ceil(text_width(ui_font(12, 500), self._words(section))) + 2 * PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        area = QRectF(rect)
        painter.fillRect(area, self._theme.color("surface"))
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), self._theme.color("border"))
        words = self._words(logicalIndex)
        ink = str(getattr(self._theme.colors, self._inks.get(logicalIndex, "text3")))
        font = ui_font(12, 500)
        if logicalIndex in self._numbers:
            text_in(painter, area.adjusted(0, 0, -PADDING, 0), words, font, ink, Qt.AlignmentFlag.AlignRight)
        else:
            text_in(painter, area.adjusted(4, 0, 0, 0), words, font, ink)
        painter.restore()

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))
