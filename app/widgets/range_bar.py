"""A share with the range in which it may truly lie, on a line from 0% to 100% with a mark at one half."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import dot, rounded_box, text_in

_LINE_Y = 16.0
_HEIGHT = 48


class RangeBar(QWidget):
    """`set_range(None, ...)` leaves only the line. The accessible description says the numbers."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._range: tuple[float, float, float] | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_range(self, share: float | None, low: float = 0.0, high: float = 1.0) -> None:
        """Show a share between two bounds, all from 0 to 1."""
        self._range = None if share is None else (share, low, high)
        words = (
            ""
            if share is None
            else tr("{share:.0%}, 95% range {low:.0%} to {high:.0%}", share=share, low=low, high=high)
        )
        self.setAccessibleDescription(words or tr("no votes yet"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        left, width = 7.0, self.width() - 14.0
        rounded_box(painter, QRectF(left, _LINE_Y - 3, width, 6), 3, colors.pressed)
        if self._range is not None:
            _, low, high = self._range
            painter.setOpacity(0.45)
            rounded_box(painter, QRectF(left + low * width, _LINE_Y - 3, (high - low) * width, 6), 3, colors.accent)
            painter.setOpacity(1.0)
        painter.setPen(QPen(QColor(colors.control), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left + width / 2, 2), QPointF(left + width / 2, _LINE_Y + 14))
        if self._range is not None:
            place = QPointF(left + self._range[0] * width, _LINE_Y)
            dot(painter, place, 9, colors.surface)
            dot(painter, place, 7, colors.accent)
        font, words = ui_font(11), QRectF(0, _HEIGHT - 16, self.width(), 16)
        for text, side in (
            ("0%", Qt.AlignmentFlag.AlignLeft),
            (tr("50% no difference"), Qt.AlignmentFlag.AlignHCenter),
            ("100%", Qt.AlignmentFlag.AlignRight),
        ):
            text_in(painter, words, text, font, colors.text3, side)
