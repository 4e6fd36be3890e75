"""Each of the colours that tell runs apart has a dash of its own, so that colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

_DASHES: dict[str, tuple[float, ...]] = {
    "run_2": (5.0, 3.0),
    "run_3": (1.5, 1.5),
    "run_4": (5.0, 2.5, 1.0, 2.5),
}


def is_dashed(role: str) -> bool:
    """Whether a curve is drawn in strokes."""
    return role in _DASHES


def dashed_pen(color: QColor, width: float, role: str) -> QPen:
    """A pen for a curve or its mark in a legend; other roles than those of runs are drawn in one stroke."""
    pen = QPen(color, width)
    pen.setCosmetic(True)  # as wide on the screen whatever the axes' scale
    if role in _DASHES:
        pen.setDashPattern(_DASHES[role])
    else:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)  # drawn stroke by stroke, and no corner shows
    return pen
