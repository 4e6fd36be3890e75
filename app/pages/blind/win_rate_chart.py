"""The win rate after each vote, with its range: how the picture became clearer, or did not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.painting import dot, text_in
from engine.evaluation.confidence import Interval, share_interval
from engine.evaluation.vote import Vote

_LEFT, _RIGHT, _TOP, _BOTTOM = 36.0, 8.0, 8.0, 20.0


class WinRateChart(QWidget):
    """Votes without a preference move nothing, so only the others are drawn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: list[tuple[float, Interval]] = []
        self._winners: list[str] = []
        self._total = 1
        self.setAccessibleName(tr("Win rate after each vote"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_votes(self, votes: Sequence[Vote], total: int) -> None:
        """Draw these votes of so many."""
        winners = [vote.winner for vote in votes if vote.winner]
        if winners != self._winners[: len(winners)] or not winners:
            self._points, self._winners = [], []
        del self._points[len(winners) :]
        for count in range(len(self._points) + 1, len(winners) + 1):
            wins = winners[:count].count("after")
            self._points.append((wins / count, share_interval(wins, count - wins)))
        self._winners, self._total = winners, max(total, len(winners), 2)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)
        font = ui_font(11)
        for share, text in ((0.0, "0%"), (0.5, "50%"), (1.0, "100%")):
            y = area.bottom() - share * area.height()
            style = Qt.PenStyle.DashLine if share == 0.5 else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(colors.control if share == 0.5 else colors.border), 1.0, style))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            text_in(painter, QRectF(0, y - 8, _LEFT - 6, 16), text, font, colors.text3, Qt.AlignmentFlag.AlignRight)
        foot = QRectF(area.left(), area.bottom() + 4, area.width(), 16)
        text_in(painter, foot, "1", font, colors.text3)
        text_in(painter, foot, number(self._total, ","), font, colors.text3, Qt.AlignmentFlag.AlignRight)
        if self._points:
            self._paint_points(painter, area)

    def _paint_points(self, painter: QPainter, area: QRectF) -> None:
        colors = self._theme.colors

        def place(index: int, share: float) -> QPointF:
            return QPointF(
                area.left() + index / (self._total - 1) * area.width(), area.bottom() - share * area.height()
            )

        upper = [place(index, interval.high) for index, (_, interval) in enumerate(self._points)]
        lower = [place(index, interval.low) for index, (_, interval) in enumerate(self._points)]
        band = QPainterPath()
        band.addPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.setOpacity(0.18)
        painter.fillPath(band, QColor(colors.accent))
        painter.setOpacity(1.0)
        line = [place(index, share) for index, (share, _) in enumerate(self._points)]
        painter.setPen(QPen(QColor(colors.accent_text), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(line))
        dot(painter, line[-1], 5, colors.surface)
        dot(painter, line[-1], 4, colors.accent_text)

    def _describe(self) -> None:
        if not self._points:
            self.setAccessibleDescription(tr("no numbers yet"))
            return
        share, interval = self._points[-1]
        words = tr(
            "{share:.0%} after {points:,} votes, 95% range {low:.0%} to {high:.0%}",
            share=share,
            points=len(self._points),
            low=interval.low,
            high=interval.high,
        )
        self.setAccessibleDescription(words)
