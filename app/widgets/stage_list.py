"""What will happen, one stage under the other: a ring for each, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import text_in

_LINE = 44
_INDENT = 26


class StageList(QWidget):
    """`stages` are (title, note)."""

    def __init__(self, theme: Theme, stages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stages = list(stages)
        self.setAccessibleName(tr("What happens next"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_note(self, number: int, note: str) -> None:
        """Say more about one stage."""
        self._stages[number] = (self._stages[number][0], note)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _LINE * len(self._stages))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        for number, (title, note) in enumerate(self._stages):
            top = number * _LINE
            painter.setPen(QPen(QColor(colors.control), 1.3))
            painter.drawEllipse(QPointF(8, top + 10), 5, 5)
            if number + 1 < len(self._stages):
                painter.setPen(QPen(QColor(colors.border2), 1))
                painter.drawLine(QPointF(8, top + 19), QPointF(8, top + _LINE + 1))
            room = self.width() - _INDENT
            text_in(painter, QRectF(_INDENT, top + 1, room, 18), title, ui_font(13, 500), colors.text)
            font = ui_font(12)
            painter.setFont(font)
            shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, room)
            text_in(painter, QRectF(_INDENT, top + 20, room, 16), shown, font, colors.text2)

    def _describe(self) -> None:
        self.setAccessibleDescription(". ".join(f"{title}: {note}" for title, note in self._stages))
