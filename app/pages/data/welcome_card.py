"""One of the three steps on the welcome page, with a small drawing of it."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.contrast import blend
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.label import Label
from app.widgets.painting import dot, rounded_box, text_in

WelcomePicture = Literal["pairs", "model", "curves"]
_PICTURE_HEIGHT = 104


class WelcomeCard(QWidget):
    """A drawing above a numbered title and a sentence."""

    def __init__(
        self, theme: Theme, picture: WelcomePicture, number: int, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: WelcomePicture = picture
        self.setAccessibleName(tr("Step {number}: {title}. {text}", number=number, title=title, text=text))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, _PICTURE_HEIGHT + 16, 20, 18)
        layout.setSpacing(6)
        layout.addWidget(Label(f"{number}  {title}", "card_title"))
        layout.addWidget(Label(text, "body", "text2", wrap=True), 1, Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        return QSize(300, 206)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        area = QRectF(self.rect())
        rounded_box(painter, area, RADIUS.prompt, colors.surface)
        shape = QPainterPath()
        shape.addRoundedRect(area, RADIUS.prompt, RADIUS.prompt)
        painter.save()
        painter.setClipPath(shape)
        top = QRectF(0, 0, area.width(), _PICTURE_HEIGHT)
        painter.fillRect(top, QColor(colors.sunken))
        painter.fillRect(QRectF(0, _PICTURE_HEIGHT, area.width(), 1), QColor(colors.border))
        painter.translate(top.center())
        match self._picture:
            case "pairs":
                self._paint_pairs(painter)
            case "model":
                self._paint_model(painter)
            case "curves":
                self._paint_curves(painter)
        painter.restore()
        rounded_box(painter, area, RADIUS.prompt, None, colors.border)

    def _paint_pairs(self, painter: QPainter) -> None:
        colors = self._theme.colors
        rounded_box(painter, QRectF(-62, -37, 124, 22), 11, colors.accent_soft)
        rounded_box(painter, QRectF(-50, -28, 74, 4), 2, blend(colors.accent, colors.accent_soft, 0.45))
        sides = (
            (-96.0, "check-circle", colors.chosen, colors.chosen_mark),
            (0.0, "x-circle", colors.rejected, colors.rejected_mark),
        )
        for left, icon, ink, bar in sides:
            rounded_box(painter, QRectF(left + 4, -6, 88, 44), RADIUS.segment, colors.surface, colors.border2)
            paint_icon(painter, icon, QRectF(left + 14, 2, 13, 13), ink)
            rounded_box(painter, QRectF(left + 33, 7, 48, 4), 2, bar)
            rounded_box(painter, QRectF(left + 14, 22, 60, 4), 2, bar)

    def _paint_model(self, painter: QPainter) -> None:
        colors = self._theme.colors
        # A stack of layers, each with its adapter in the colour that adapters have in the memory bar.
        for index in range(4):
            y = -36 + 14 * index
            rounded_box(painter, QRectF(-70, y, 112, 10), 4, blend(colors.accent, colors.sunken, 0.35 + 0.2 * index))
            rounded_box(painter, QRectF(48, y, 20, 10), 4, "#9A6BD6")
        rounded_box(painter, QRectF(-74, 24, 148, 22), RADIUS.badge, colors.ok_soft)
        paint_icon(painter, "check-circle", QRectF(-64, 28, 14, 14), colors.ok)
        text_in(painter, QRectF(-44, 24, 120, 22), tr("Already on this disk"), ui_font(12, 500), colors.ok)

    def _paint_curves(self, painter: QPainter) -> None:
        colors = self._theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.border), 1))
        for y in (-28.0, 0.0, 28.0):
            painter.drawLine(QPointF(-98, y), QPointF(98, y))
        for sign, color in ((-1, colors.chosen_fill), (1, colors.rejected_fill)):
            points = [QPointF(x, sign * 28 * (1 - math.exp(-(x + 98) / 70)) / 0.94) for x in range(-98, 99, 4)]
            painter.setPen(QPen(QColor(color), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
            dot(painter, points[-1], 5.5, colors.sunken)
            dot(painter, points[-1], 4, color)
