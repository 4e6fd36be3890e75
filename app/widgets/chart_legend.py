"""Which line is which: a short stroke or a hollow circle, and a word."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.dashes import dashed_pen
from app.widgets.painting import text_in, text_width

LegendMark = Literal["line", "circle", "square"]
_MARK, _DASHED_MARK = 14, 22  # a dash needs more room to be one
_GAP = 7
_BETWEEN = 14


class ChartLegend(QWidget):
    """`entries` are (mark, colour token, word)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[tuple[LegendMark, str, str], ...] = ()
        self._font = ui_font(12, 500)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: tuple[tuple[LegendMark, str, str], ...]) -> None:
        """Explain other lines."""
        if entries != self._entries:
            self._entries = entries
            self.setAccessibleName(tr("Legend: ") + ", ".join(word for _, _, word in entries))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        widths = [mark_width(token) + _GAP + text_width(self._font, word) for _, token, word in self._entries]
        return QSize(sum(widths) + _BETWEEN * max(0, len(widths) - 1), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.0, self.height() / 2
        for mark, token, word in self._entries:
            color = self._theme.color(token)
            if mark == "line":
                painter.setPen(dashed_pen(color, 2, token))
                painter.drawLine(QPointF(x, middle), QPointF(x + mark_width(token), middle))
            elif mark == "square":
                painter.setPen(QPen(color, 0))
                painter.setBrush(color)
                painter.drawRoundedRect(QRectF(x + 2, middle - 5, 10, 10), 3, 3)
            else:
                painter.setPen(QPen(color, 2))
                painter.setBrush(self._theme.color("surface"))
                painter.drawEllipse(QPointF(x + _MARK / 2 + 1, middle), 3.7, 3.7)
            width, before = text_width(self._font, word), mark_width(token) + _GAP
            place = QRectF(x + before, 0, width, self.height())
            text_in(painter, place, word, self._font, self._theme.colors.text2)
            x += before + width + _BETWEEN


def mark_width(token: str) -> int:
    """How wide the mark before a word is."""
    return _DASHED_MARK if token.startswith("run_") else _MARK
