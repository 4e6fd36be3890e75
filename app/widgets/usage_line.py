"""How much of something is used: a name, a small bar, and the numbers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.translate import tr
from app.models.words import byte_size
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import rounded_box, text_in, text_width

_BAR = 54
_GAP = 8
_NEARLY_FULL = 0.95


class UsageLine(QWidget):
    """`show_usage(used, total)` in bytes; the description says the same to those who do not see it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._share = 0.0
        self._words = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The numbers as they stand beside the bar."""
        return self._words

    def show_usage(self, used: int, total: int, tip: str = "") -> None:
        """Show so many bytes of so many."""
        self._share = min(1.0, used / total) if total else 0.0
        self._words = tr("{used} of {total}", used=byte_size(used), total=byte_size(total))
        self.setAccessibleDescription(self._words)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = ui_font(12)
        return QSize(round(text_width(font, self._name) + _BAR + text_width(font, self._words) + 2 * _GAP) + 1, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors, font, height = self._theme.colors, ui_font(12), float(self.height())
        x = text_width(font, self._name)
        text_in(painter, QRectF(0, 0, x, height), self._name, font, colors.text2)
        track = QRectF(x + _GAP, height / 2 - 2, _BAR, 4)
        rounded_box(painter, track, 2, colors.pressed)
        fill = colors.warn_fill if self._share > _NEARLY_FULL else colors.accent_text
        rounded_box(painter, QRectF(track.x(), track.y(), max(4.0, _BAR * self._share), 4), 2, fill)
        left = track.right() + _GAP
        text_in(painter, QRectF(left, 0, self.width() - left, height), self._words, font, colors.text)
