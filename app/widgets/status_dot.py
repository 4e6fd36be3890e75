"""The small sign at a step's right: not yet, next, running, done, or done but worth a look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.language.translate import mark
from app.models.workflow import StepStatus
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.widgets.painting import arc, dot

STATUS_WORDS: dict[StepStatus, str] = {
    "waiting": mark("not started"),
    "next": mark("next step"),
    "running": mark("running"),
    "done": mark("done"),
    "attention": mark("done, but worth a look"),
}
_SMALL: dict[StepStatus, str] = {"next": "accent_text", "running": "accent_text", "done": "ok_fill"}


def paint_status(painter: QPainter, theme: Theme, rect: QRectF, status: StepStatus, share: float) -> None:
    """Draw the sign into a square of about 16 pixels; `share` is how far a running step is."""
    colors = theme.colors
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match status:
        case "done":
            dot(painter, rect.center(), rect.width() / 2 - 0.5, colors.ok_fill)
            paint_icon(painter, "check", rect.adjusted(3, 3, -3, -3), colors.surface if colors.is_dark else "#FFFFFF")
        case "attention":
            paint_icon(painter, "warning", rect, colors.warn)
        case "running":
            inside = rect.adjusted(2, 2, -2, -2)
            arc(painter, inside, 0, 1, theme.color("control", 0.45), 2)
            arc(painter, inside, 0, max(share, 0.04), theme.color("accent_text"), 2)
        case "waiting" | "next":
            ink = QColor(colors.accent_text if status == "next" else colors.control)
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(rect.center(), rect.width() / 2 - 1.5, rect.height() / 2 - 1.5)
            if status == "next":
                dot(painter, rect.center(), 3, colors.accent_text)


def paint_small_status(painter: QPainter, theme: Theme, center: QPointF, status: StepStatus) -> None:
    """The point on the icon rail; a waiting step has none."""
    if status == "attention":
        dot(painter, center, 4, theme.colors.warn_fill)
    elif status in _SMALL:
        dot(painter, center, 4, str(getattr(theme.colors, _SMALL[status])))
