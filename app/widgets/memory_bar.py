"""Where a run's memory goes, on one bar as long as what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.translate import tr
from app.models.words import byte_size
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import text_in, text_width

_HEIGHT = 24
_PADDING = 8


@dataclass(frozen=True, slots=True)
class MemoryPart:
    """A segment: its name, its bytes, its colour, and that of the text on it; without one nothing stands there."""

    name: str
    size: int
    color: str
    ink: str = ""


class MemoryBar(QWidget):
    """Parts from the left, the rest free; where they are more than there is, all of the bar, with a line at its end."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[MemoryPart, ...] = ()
        self._available = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[MemoryPart], available: int) -> None:
        """Show these parts of `available` bytes."""
        self._parts, self._available = tuple(parts), available
        named = ", ".join(f"{part.name} {byte_size(part.size)}" for part in parts)
        left = available - sum(part.size for part in parts)
        rest = (
            tr("{byte_size} free", byte_size=byte_size(left))
            if left >= 0
            else tr("{byte_size} short", byte_size=byte_size(-left))
        )
        self.setAccessibleDescription(f"{named}, {rest}")
        self.setToolTip(f"{named}, {rest}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, font = self._theme.colors, ui_font(12, 600)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(area, 4, 4)
        painter.setClipPath(outline)
        painter.fillRect(area, QColor(colors.hover))
        used = sum(part.size for part in self._parts)
        scale = area.width() / max(1, used, self._available)
        x = 0.0
        for part in self._parts:
            width = part.size * scale
            segment = QRectF(x, 0, max(0.0, width - 1), area.height())
            painter.fillRect(segment, QColor(part.color))
            words = byte_size(part.size)
            if part.ink and text_width(font, words) + _PADDING < width:
                text_in(painter, segment, words, font, part.ink, Qt.AlignmentFlag.AlignHCenter)
            x += width
        if used > self._available:
            self._show_lack(painter, QRectF(self._available * scale, 0, area.width(), area.height()))
        elif (
            text_width(font, words := tr("{byte_size} free", byte_size=byte_size(self._available - used))) + _PADDING
            < area.width() - x
        ):
            text_in(painter, QRectF(x, 0, area.width() - x, area.height()), words, font, colors.text2,
                    Qt.AlignmentFlag.AlignHCenter)  # fmt: skip

    def _show_lack(self, painter: QPainter, rect: QRectF) -> None:
        """What does not fit is hatched, so that colour is not the only sign."""
        painter.fillRect(rect, QBrush(QColor(self._theme.colors.danger_fill), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(rect.left(), 0, 2, rect.height()), QColor(self._theme.colors.danger))
