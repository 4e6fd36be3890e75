"""The upright axis of a histogram: how many, in round numbers, with a hairline each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.language.numbers import number
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import text_in
from app.widgets.ticks import nice_ticks


def paint_counts(painter: QPainter, theme: Theme, area: QRectF, most: float) -> None:
    """Up to `most` at the top of `area`; the numbers stand at its left."""
    for tick in nice_ticks(0.0, most, 2):
        y = area.bottom() - area.height() * tick / most
        painter.fillRect(QRectF(area.x(), y, area.width(), 1), theme.color("border"))
        place = QRectF(0, y - 8, area.x() - 8, 16)
        text_in(painter, place, number(tick, ",.0f"), ui_font(11), theme.colors.text3, Qt.AlignmentFlag.AlignRight)
