"""A large button for a vote: its key in a cap, and what pressing it says."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.painting import rounded_box, text_in, text_width

_HEIGHT = 48
_CAP = 24
_GAP = 10


class VoteButton(QPushButton):
    """`set_cast` lights it up for the moment after the vote. Pressing it leaves the keyboard's focus where it is."""

    def __init__(self, theme: Theme, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._key = key
        self._is_cast = False
        self.setFont(ui_font(14, 600))
        self.setAccessibleName(tr("{text}, key {key}", text=text, key=key))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_cast(self) -> bool:
        """Whether it shows that this was the vote."""
        return self._is_cast

    def set_text(self, text: str) -> None:
        """Say something else; the key stays."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(tr("{text}, key {key}", text=text, key=self._key))
            self.update()

    def set_cast(self, cast: bool) -> None:
        """Show that this was the vote, or no longer."""
        self._is_cast = cast
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_CAP + _GAP + text_width(self.font(), self.text()) + 40, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        painter = QPainter(self)
        enabled = self.isEnabled()
        rest = colors.raised if colors.is_dark else colors.surface
        fill = colors.pressed if self.isDown() else colors.hover if self.underMouse() and enabled else rest
        border, ink = colors.border2 if enabled else colors.border, colors.text if enabled else colors.text3
        if self._is_cast:
            fill, border, ink = colors.accent_soft, colors.accent, colors.accent_text
        area = QRectF(self.rect())
        rounded_box(painter, area, RADIUS.card, fill, border)
        if self._is_cast:
            rounded_box(painter, area.adjusted(1, 1, -1, -1), RADIUS.card - 1, None, border)
        width = _CAP + _GAP + text_width(self.font(), self.text())
        cap = QRectF((self.width() - width) / 2, (self.height() - _CAP) / 2, _CAP, _CAP)
        cap_fill, cap_ink = (colors.accent, colors.on_accent) if self._is_cast else (colors.hover, ink)
        rounded_box(painter, cap, RADIUS.badge, cap_fill, None if self._is_cast else colors.border)
        text_in(painter, cap, self._key, ui_font(13, 600), cap_ink, Qt.AlignmentFlag.AlignHCenter)
        place = QRectF(cap.right() + _GAP, 0, area.width(), area.height())
        text_in(painter, place, self.text(), self.font(), ink)
