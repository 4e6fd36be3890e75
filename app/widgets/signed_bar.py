"""A number above or below zero as a short bar that grows from the middle; the number itself stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from app.widgets.painting import rounded_box

_SIZE = QSize(72, 16)


class SignedBar(QWidget):
    """Teal to the right for more, orange to the left for less; `reach` is the number that fills a half."""

    def __init__(self, theme: Theme, name: str, reach: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reach = reach
        self._value = 0.0
        self.setAccessibleName(name)
        self.setMaximumWidth(_SIZE.width())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_value(self, value: float, words: str) -> None:
        """Show a number; `words` say it to those who cannot see the bar."""
        self._value = value
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        return QSize(32, _SIZE.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        middle, y = self.width() / 2, self.height() / 2
        rounded_box(painter, QRectF(0, y - 2, self.width(), 4), 2, colors.pressed)
        length = min(abs(self._value) / self._reach, 1.0) * middle
        start = middle if self._value >= 0 else middle - length
        fill = self._theme.color("chosen_fill" if self._value >= 0 else "rejected_fill")
        painter.fillRect(QRectF(start, y - 2, length, 4), fill)
        painter.fillRect(QRectF(middle - 0.5, y - 6, 1, 12), self._theme.color("control"))
