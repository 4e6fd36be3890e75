"""A small turning arc: something is being waited for. A text beside it says what."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from app.widgets.painting import arc
from app.widgets.spin_clock import SpinClock

_SIDE = 14


class Spinner(QWidget):
    """Takes no room while it rests."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = SpinClock(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_running(self, running: bool) -> None:
        """Turn, or go away."""
        self._clock.run(running)
        self.setVisible(running)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(1.5, 1.5, _SIDE - 3, _SIDE - 3)
        painter = QPainter(self)
        arc(painter, area, 0, 1, self._theme.color("control", 0.4), 1.8)
        arc(painter, area, self._clock.phase, 0.3, self._theme.color("accent_text"), 1.8)
