"""A radio button that explains itself: a card with an icon, a title, help and a line of facts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.painting import dot, rounded_box, text_in, text_width

_PADDING = 16
_LINE = 19


class ChoiceCard(QAbstractButton):
    """Put several into one exclusive QButtonGroup: they are one tab stop, and arrow keys move between them.

    `hint` is a small badge beside the title, such as "Start here"; `facts` the quiet last line.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        *,
        icon: str = "",
        facts: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._explanation = text
        self._facts = facts
        self._hint = hint
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.set_explanation(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_explanation(self, text: str) -> None:
        """Say something else below the title."""
        self._explanation = text
        self.setAccessibleDescription(" ".join(part for part in (self._hint, text, self._facts) if part))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = max(1, -(-self._text_height(width) // _LINE))
        return 2 * _PADDING + 22 + 6 + lines * _LINE + (12 + _LINE if self._facts else 0)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(170, self.heightForWidth(170))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        on = self.isChecked()
        area = QRectF(self.rect())
        fill = colors.accent_soft if on else colors.hover if self.underMouse() else colors.surface
        rounded_box(painter, area, RADIUS.card, fill, colors.accent if on else colors.border)
        if on:
            rounded_box(painter, area.adjusted(1, 1, -1, -1), RADIUS.card - 1, None, colors.accent)
        x = float(_PADDING)
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, _PADDING + 2, 18, 18), colors.accent_text if on else colors.text2)
            x += 18 + 9
        font = ui_font(15, 600)
        text_in(painter, QRectF(x, _PADDING, self.width(), 22), self.text(), font, colors.text)
        if self._hint:
            self._paint_hint(painter, x + text_width(font, self.text()) + 10)
        self._paint_radio(painter, QPointF(self.width() - _PADDING - 8, _PADDING + 11))
        painter.setFont(ui_font(13))
        painter.setPen(QColor(colors.text2))
        body = QRectF(_PADDING, _PADDING + 28, self._inner(self.width()), self._text_height(self.width()) + 4)
        painter.drawText(body, int(Qt.TextFlag.TextWordWrap), self._explanation)
        if self._facts:
            place = QRectF(_PADDING, self.height() - _PADDING - _LINE, self._inner(self.width()), _LINE)
            text_in(painter, place, self._facts, ui_font(12, 500), colors.text2)

    def _paint_hint(self, painter: QPainter, x: float) -> None:
        colors = self._theme.colors
        width = text_width(ui_font(12, 500), self._hint) + 14
        box = QRectF(x, _PADDING + 1, width, 20)
        if box.right() < self.width() - _PADDING - 22:
            rounded_box(painter, box, RADIUS.badge, colors.surface)
            text_in(painter, box, self._hint, ui_font(12, 500), colors.accent_text, Qt.AlignmentFlag.AlignHCenter)

    def _paint_radio(self, painter: QPainter, center: QPointF) -> None:
        colors = self._theme.colors
        if self.isChecked():
            dot(painter, center, 8, colors.accent)
            dot(painter, center, 3, colors.on_accent)
        else:
            painter.setPen(QPen(QColor(colors.control), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(center, 7.3, 7.3)

    def _inner(self, width: int) -> int:
        return max(60, width - 2 * _PADDING)

    def _text_height(self, width: int) -> int:
        metrics = QFontMetrics(ui_font(13))
        box = metrics.boundingRect(0, 0, self._inner(width), 10_000, int(Qt.TextFlag.TextWordWrap), self._explanation)
        return box.height()
