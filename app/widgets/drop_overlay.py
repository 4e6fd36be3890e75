"""Over the whole window while a file is held above it: "Drop to open"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.language.translate import mark, tr_marked
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.painting import rounded_box, text_in, text_width

_TEXT = mark("Drop to open")
_MARGIN = 16


class DropOverlay(QWidget):
    """Shown and hidden by its window; takes no events itself."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr_marked(_TEXT))
        self.hide()
        window.installEventFilter(self)

    def show_over(self) -> None:
        """Cover the window."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QEvent.Type.Resize and window is not None:
            self.setGeometry(window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        painter.fillRect(self.rect(), self._theme.color("bg", 0.8))
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS.dialog, RADIUS.dialog)
        font = ui_font(16, 600)
        width = text_width(font, tr_marked(_TEXT)) + 20 + 10 + 40
        box = QRectF(area.center().x() - width / 2, area.center().y() - 24, width, 48)
        rounded_box(painter, box, RADIUS.card, colors.raised, colors.border2)
        paint_icon(painter, "download-simple", QRectF(box.x() + 20, box.y() + 14, 20, 20), colors.accent_text)
        text_in(painter, box.adjusted(50, 0, 0, 0), tr_marked(_TEXT), font, colors.text)
