"""The clock behind turning arcs and moving bars: it ticks only while its widget is seen and busy."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme

_INTERVAL = 50  # milliseconds: smooth enough, and cheap beside a training run
_TURN = 1000.0
_STILL = 0.4  # where an arc or a bar stands when nothing is to move


class SpinClock(QObject):
    """`phase` runs from 0 to 1 once a second while `run(True)` holds and the widget is visible.

    With reduced motion it stands still.
    """

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(widget)
        self._theme = theme
        self._widget = widget
        self._wanted = False
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(widget.update)
        widget.installEventFilter(self)

    @property
    def phase(self) -> float:
        """Where in its turn the clock is."""
        if self._theme.is_still:
            return _STILL
        return (self._elapsed.elapsed() % _TURN) / _TURN if self._elapsed.isValid() else 0.0

    def run(self, wanted: bool) -> None:
        """Start or stop; nothing happens while the widget is hidden."""
        self._wanted = wanted
        self._adjust()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._adjust(event.type() == QEvent.Type.Show)
        return False

    def _adjust(self, visible: bool | None = None) -> None:
        shown = self._widget.isVisible() if visible is None else visible
        if self._wanted and shown and not self._theme.is_still:
            if not self._timer.isActive():
                self._elapsed.start()
                self._timer.start()
        else:
            self._timer.stop()
