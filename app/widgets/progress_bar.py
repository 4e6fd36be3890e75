"""How far something is. A text always stands beside it; this is only the bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.language.numbers import number
from app.theme.theme import Theme
from app.theme.tokens import Tone
from app.widgets.painting import rounded_box
from app.widgets.spin_clock import SpinClock

_PLACES = 10_000
_SEGMENT = 0.3


class ProgressBar(QProgressBar):
    """`set_share(None)` for an unknown length moves a segment. `ticks` mark places, such as evaluations, 0 to 1."""

    def __init__(self, theme: Theme, name: str, height: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._ticks: tuple[float, ...] = ()
        self._tone: Tone = "accent"
        self._spin = SpinClock(theme, self)
        self._unknown = False
        self.setRange(0, _PLACES)
        self.setValue(0)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        """How far it is, from 0 to 1; None while unknown."""
        return None if self._unknown else self.value() / _PLACES

    def set_share(self, share: float | None) -> None:
        """Show how far it is, from 0 to 1; None when nobody knows."""
        self._unknown = share is None
        self._spin.run(self._unknown)
        self.setUpdatesEnabled(False)  # QProgressBar would paint at once, with every step of a run
        self.setValue(0 if share is None else round(min(max(share, 0.0), 1.0) * _PLACES))
        self.setUpdatesEnabled(True)
        self.setAccessibleDescription("working" if share is None else number(share, ".0%"))
        self.update()

    def set_ticks(self, places: Sequence[float]) -> None:
        """Mark places along the bar."""
        self._ticks = tuple(places)
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Green once it is done, amber while it waits."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        area = QRectF(self.rect())
        radius = area.height() / 2
        rounded_box(painter, area, radius, colors.pressed)
        inside = QPainterPath()
        inside.addRoundedRect(area, radius, radius)
        painter.setClipPath(inside)
        rounded_box(painter, self._filled(area), radius, colors.fill(self._tone))
        for tick in self._ticks:
            passed = not self._unknown and tick <= self.value() / _PLACES
            painter.fillRect(
                QRectF(tick * area.width() - 1, area.height() / 2 - 2, 2, 4),
                self._theme.color("on_accent" if passed else "control", 0.75 if passed else 1.0),
            )

    def _filled(self, area: QRectF) -> QRectF:
        if self._unknown:
            start = -_SEGMENT + self._spin.phase * (1 + _SEGMENT)
            return QRectF(start * area.width(), 0, _SEGMENT * area.width(), area.height())
        return QRectF(0, 0, area.width() * self.value() / _PLACES, area.height())
