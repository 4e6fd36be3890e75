"""A key's name in a small frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language.keys import key_words
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS, Colors
from app.widgets.painting import rounded_box, text_in, text_width

HEIGHT = 18
_PADDING = 5


def key_cap_width(text: str) -> int:
    """How wide the cap for this key is."""
    return max(HEIGHT, text_width(ui_font(11, 500), key_words(text)) + 2 * _PADDING)


def paint_key_cap(painter: QPainter, rect: QRectF, text: str, colors: Colors, *, on_accent: bool = False) -> None:
    """Draw a key inside another control; `on_accent` for filled buttons."""
    if on_accent:
        painter.setOpacity(0.24)
        rounded_box(painter, rect, RADIUS.key, colors.on_accent)
        painter.setOpacity(1.0)
    else:
        rounded_box(painter, rect, RADIUS.key, colors.hover, colors.border)
    ink = colors.on_accent if on_accent else colors.text2
    text_in(painter, rect, key_words(text), ui_font(11, 500), ink, Qt.AlignmentFlag.AlignHCenter)


class KeyCap(QWidget):
    """A key in a line of text, such as "Ctrl 2"."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(key_words(text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._text), HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key_cap(QPainter(self), QRectF(self.rect()), self._text, self._theme.colors)
