"""The part of the run in sight, shared by all charts of a page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

_SHORTEST = 5.0  # steps


class ChartZoom(QObject):
    """`span` is (first step, last step), or None for the whole run. `changed` follows each change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.span: tuple[float, float] | None = None

    def show(self, low: float, high: float, total: float) -> None:
        """Show steps `low` to `high` of a run of `total`; all of them are the whole run again."""
        low, high = max(0.0, low), min(total, high)
        if high - low < min(_SHORTEST, total):
            return
        self._set(None if low <= 0 and high >= total else (low, high))

    def zoom(self, at: float, factor: float, total: float) -> None:
        """Make what is in sight `factor` times as long, with the step `at` staying where it is."""
        low, high = self.span or (0.0, total)
        self.show(at - (at - low) * factor, at + (high - at) * factor, total)

    def reset(self) -> None:
        """Show the whole run."""
        self._set(None)

    def _set(self, span: tuple[float, float] | None) -> None:
        if span != self.span:
            self.span = span
            self.changed.emit()
