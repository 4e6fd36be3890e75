"""Dots on a line, one for each time that something was kept; one of them is being looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import text_in, text_width

_HEIGHT = 40
_DOTS_Y = 12
_EDGE = 14
_GAP = 8  # between two numbers


class StepDots(QAbstractSlider):
    """`valueChanged(index)` tells which one is looked at: arrow keys, Home and End, or a click choose it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[int, ...] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("The steps at which replies were written; Left and Right choose one"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._changed)

    @property
    def step(self) -> int:
        """The one that is looked at, or -1."""
        return self._steps[self.value()] if self._steps else -1

    def set_steps(self, steps: Sequence[int]) -> None:
        """Show these; who looked at the newest one goes on to the new newest."""
        if tuple(steps) == self._steps:
            return
        follows = self.value() == self.maximum() or not self._steps
        self._steps = tuple(steps)
        self.setRange(0, max(0, len(self._steps) - 1))
        if follows:
            self.setValue(self.maximum())
        self._changed()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._look_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._look_at(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = self._theme.colors, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._steps:
            return
        painter.setPen(QPen(self._theme.color("control"), 1))
        painter.drawLine(QPointF(self._x(0), _DOTS_Y), QPointF(self._x(len(self._steps) - 1), _DOTS_Y))
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(len(self._steps)):
            chosen = index == self.value()
            radius = 6 if chosen and self.hasFocus() else 5 if chosen else 4
            painter.setBrush(self._theme.color("accent_text" if chosen else "control"))
            painter.drawEllipse(QPointF(self._x(index), _DOTS_Y), radius, radius)
        for index in self._labelled():
            chosen = index == self.value()
            box = QRectF(self._x(index) - 40, 20, 80, 18)
            font = ui_font(11, 600 if chosen else 500)
            ink = colors.text if chosen else colors.text2
            text_in(painter, box, number(self._steps[index], ","), font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _labelled(self) -> list[int]:
        """Dots whose number has room: the chosen one, the ends, then whichever do not touch those before."""
        last = len(self._steps) - 1
        font = ui_font(11, 600)
        placed: list[tuple[float, float, int]] = []
        for index in dict.fromkeys((self.value(), last, 0, *range(last + 1))):
            half = text_width(font, number(self._steps[index], ",")) / 2 + _GAP / 2
            left, right = self._x(index) - half, self._x(index) + half
            if all(right <= other[0] or left >= other[1] for other in placed):
                placed.append((left, right, index))
        return [index for _, _, index in placed]

    def _x(self, index: int) -> float:
        spaces = max(1, len(self._steps) - 1)
        return _EDGE + index * (self.width() - 2 * _EDGE) / spaces

    def _look_at(self, x: float) -> None:
        if self._steps:
            self.setValue(min(range(len(self._steps)), key=lambda index: abs(self._x(index) - x)))

    def _changed(self) -> None:
        words = (
            tr("After step {step:,}", step=self.step)
            if self.step > 0
            else tr("Before training")
            if self._steps
            else tr("None yet")
        )
        self.setAccessibleDescription(words)
        self.update()
