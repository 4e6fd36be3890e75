"""How many prompts have their vote: one mark for each, the one that is asked now outlined."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.painting import rounded_box
from app.widgets.progress_bar import ProgressBar

_HEIGHT = 8
_GAP = 3
_NARROWEST = 4


class VoteProgress(ProgressBar):
    """A plain bar where there are too many marks for its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Votes"), _HEIGHT, parent)
        self._theme = theme
        self._done = 0
        self._total = 0

    def show_votes(self, done: int, total: int) -> None:
        """So many of so many."""
        self._done, self._total = done, total
        self.set_share(done / total if total else 0.0)
        self.setAccessibleDescription(tr("{done:,} of {total:,}", done=done, total=total))

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = (self.width() + _GAP) / max(1, self._total) - _GAP
        if width < _NARROWEST:
            super().paintEvent(event)
            return
        colors = self._theme.colors
        painter = QPainter(self)
        for number in range(self._total):
            place = QRectF(number * (width + _GAP), 0, width, _HEIGHT)
            if number == self._done:
                rounded_box(painter, place, 3, colors.surface, colors.accent)
            else:
                rounded_box(painter, place, 3, colors.accent if number < self._done else colors.pressed)
