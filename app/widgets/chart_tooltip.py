"""What the charts say at the cursor's step."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import dot, rounded_box, text_in, text_width

_PADDING = 10
_LINE = 20
_AWAY = 12  # from the cursor


class ChartTooltip(QWidget):
    """Lines of (colour token, name, value) under a title; takes no events."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_content(self, title: str, lines: tuple[tuple[str, str, str], ...]) -> None:
        """Show other values."""
        self._title, self._lines = title, lines
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        names = max((text_width(ui_font(12, 500), name) for _, name, _ in self._lines), default=0)
        values = max((text_width(ui_font(12, 600), value) for _, _, value in self._lines), default=0)
        width = max(14 + names + 18 + values, text_width(ui_font(12), self._title)) + 2 * _PADDING
        return QSize(width, _LINE * (1 + len(self._lines)) + 2 * (_PADDING - 3))

    def place(self, cursor_x: float, area: QRect, points: Iterable[QPointF]) -> None:
        """Go to that corner beside the cursor where the fewest data points are hidden."""
        size = self.size()
        sides = [cursor_x + _AWAY, cursor_x - _AWAY - size.width()]
        heights = [area.top() + 4, area.center().y() - size.height() // 2, area.bottom() - size.height() - 4]
        inside = [x for x in sides if area.left() <= x and x + size.width() <= area.right() + _AWAY]
        data = list(points)

        def hidden(rect: QRectF) -> int:
            return sum(rect.contains(point) for point in data)

        widest = max(0, area.right() + _AWAY - size.width())  # where neither side has room, it lies over the curves
        boxes = [QRectF(x, y, size.width(), size.height()) for x in inside or [min(sides[0], widest)] for y in heights]
        best = min(boxes, key=hidden)
        self.move(best.topLeft().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        rounded_box(painter, QRectF(self.rect()), 8, colors.raised, colors.border2)
        inner = self.width() - 2 * _PADDING
        y = float(_PADDING - 3)
        text_in(painter, QRectF(_PADDING, y, inner, _LINE), self._title, ui_font(12), colors.text2)
        for token, name, value in self._lines:
            y += _LINE
            row = QRectF(_PADDING, y, inner, _LINE)
            dot(painter, QPointF(_PADDING + 4, y + _LINE / 2), 4, str(getattr(colors, token)))
            text_in(painter, row.adjusted(14, 0, 0, 0), name, ui_font(12, 500), colors.text)
            text_in(painter, row, value, ui_font(12, 600), colors.text, Qt.AlignmentFlag.AlignRight)
