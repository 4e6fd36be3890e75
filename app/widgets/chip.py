"""A filter to switch on and off: an icon, a word and how many it leaves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS, Tone
from app.widgets.painting import arc, rounded_box, text_in, text_width
from app.widgets.spin_clock import SpinClock

_PADDING = 11
_GAP = 7


class Chip(QAbstractButton):
    """Checkable. `set_count` fills in the number; until then a small spinner says that it is being counted.

    Without `has_count` there is only the word.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        tone: Tone = "neutral",
        has_count: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tone: Tone = tone
        self._count = ""
        self._spin = SpinClock(theme, self)
        self._has_count = has_count
        self._spin.run(has_count)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFont(ui_font(13, 500))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> str:
        """The number as shown, empty while counting."""
        return self._count

    def set_count(self, count: str) -> None:
        """Show the number; an empty text goes back to counting."""
        self._count = count
        self._spin.run(not count)
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(self.font(), self.text()) + 2 * _PADDING
        if self._has_count:
            width += _GAP + (text_width(ui_font(12, 600), self._count) if self._count else 12)
        return QSize(width + (METRICS.icon + _GAP if self._icon else 0), METRICS.chip_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        rest = colors.raised if colors.is_dark else colors.surface
        fill = colors.accent_soft if self.isChecked() else colors.hover if self.underMouse() else rest
        border = colors.accent if self.isChecked() else colors.border2
        rounded_box(painter, QRectF(self.rect()), self.height() / 2, fill, border)
        ink = colors.accent_text if self.isChecked() else colors.text
        mark = colors.accent_text if self.isChecked() else colors.tone(self._tone)
        x = float(_PADDING)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, (self.height() - 16) / 2, 16, 16), mark)
            x += METRICS.icon + _GAP
        width = text_width(self.font(), self.text())
        text_in(painter, QRectF(x, 0, width, self.height()), self.text(), self.font(), ink)
        x += width + _GAP
        if self._count:
            text_in(painter, QRectF(x, 0, 90, self.height()), self._count, ui_font(12, 600), mark)
        elif self._has_count:
            place = QRectF(x, (self.height() - 10) / 2, 10, 10)
            arc(painter, place, self._spin.phase, 0.7, self._theme.color("text3"), 1.5)
