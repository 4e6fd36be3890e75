"""The one push button: four kinds, an icon, a key cap, and a busy state that keeps its width."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import METRICS, RADIUS
from app.widgets.key_cap import HEIGHT as KEY_HEIGHT
from app.widgets.key_cap import key_cap_width, paint_key_cap
from app.widgets.painting import arc, rounded_box, text_in, text_width
from app.widgets.spin_clock import SpinClock

ButtonKind = Literal["primary", "secondary", "danger", "danger_filled", "ghost"]
ButtonSize = Literal["normal", "compact", "hero"]

_HEIGHTS: dict[ButtonSize, int] = {
    "normal": METRICS.control_height,
    "compact": METRICS.compact_height,
    "hero": METRICS.hero_height,
}
_GAP = 8


class Button(QPushButton):
    """A button whose label is a verb and an object.

    `key` is shown in a cap and is text only: the page owns the shortcut. `trailing` is an icon after the text, as in
    "Next: Model →". A button with an icon and no text needs `name` for those who cannot see it.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: ButtonKind = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        key: str = "",
        size: ButtonSize = "normal",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind: ButtonKind = kind
        self._icon = icon
        self._trailing = trailing
        self._key = key
        self._size: ButtonSize = size
        self._busy_text = ""
        self._spin = SpinClock(theme, self)
        self.setFont(ui_font(15 if size == "hero" else 13, 600 if kind in ("primary", "danger_filled") else 500))
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    @property
    def is_busy(self) -> bool:
        """Whether the button shows that its work is under way."""
        return bool(self._busy_text)

    @property
    def key(self) -> str:
        """The key in its cap, as people read it; empty where it shows none."""
        return self._key

    def set_busy(self, text: str) -> None:
        """Say "Saving…" with a spinner in place of the icon and take no clicks; an empty text ends that."""
        self._busy_text = text
        self._spin.run(bool(text))
        self.setEnabled(not text)
        self.setAccessibleDescription(text)
        self.update()

    def set_label(self, text: str, *, icon: str | None = None, key: str | None = None) -> None:
        """Change what the button does, as from Pause to Resume."""
        self.setText(text)
        self.setAccessibleName(text)
        self._icon = self._icon if icon is None else icon
        self._key = self._key if key is None else key
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change its weight: the primary button is the page's one next step."""
        self._kind = kind
        self.setFont(ui_font(self.font().pixelSize(), 600 if kind in ("primary", "danger_filled") else 500))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = _HEIGHTS[self._size]
        if not self.text() and not self._trailing:
            return QSize(height, height)
        padding = 24 if self._size == "hero" else 12
        return QSize(self._content_width() + 2 * padding, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border, ink = self._look()
        rounded_box(painter, QRectF(self.rect()), RADIUS.card if self._size == "hero" else RADIUS.button, fill, border)
        label = self._busy_text or self.text()
        x = (self.width() - self._content_width(label)) / 2
        middle = self.height() / 2
        if self._icon or self._busy_text:
            side = self._icon_side()
            place = QRectF(x, middle - side / 2, side, side)
            if self._busy_text:
                color = self._theme.color("on_accent" if ink == self._theme.colors.on_accent else "text2")
                arc(painter, place.adjusted(2, 2, -2, -2), self._spin.phase, 0.7, color, 1.8)
            else:
                paint_icon(painter, self._icon, place, ink)
            x += side + (_GAP if label else 0)
        if label:
            width = text_width(self.font(), label)
            text_in(painter, QRectF(x, 0, width, self.height()), label, self.font(), ink)
            x += width + _GAP
        if self._trailing:
            paint_icon(painter, self._trailing, QRectF(x, middle - 7, 14, 14), ink)
            x += 14 + _GAP
        if self._key and not self._busy_text:
            cap = QRectF(x, middle - KEY_HEIGHT / 2, key_cap_width(self._key), KEY_HEIGHT)
            filled = self._kind in ("primary", "danger_filled") and self.isEnabled()
            paint_key_cap(painter, cap, self._key, self._theme.colors, on_accent=filled)

    def _icon_side(self) -> int:
        return 20 if self._size == "hero" else METRICS.icon

    def _content_width(self, label: str | None = None) -> int:
        parts = [text_width(self.font(), self.text() if label is None else label)] if self.text() else []
        if self._icon or self._busy_text:
            parts.append(self._icon_side())
        if self._trailing:
            parts.append(14)
        if self._key and not self._busy_text:
            parts.append(key_cap_width(self._key))
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def _look(self) -> tuple[str | None, str | None, str]:
        """Fill, border and ink for the present state."""
        colors = self._theme.colors
        if not self.isEnabled() and not self._busy_text:
            filled = self._kind in ("primary", "danger_filled")
            outline = None if filled or self._kind == "ghost" else colors.border
            return colors.pressed if filled else None, outline, colors.text2 if filled else colors.text3
        down, over = self.isDown(), self.underMouse() and self.isEnabled()
        if self._kind == "primary":
            fill = colors.accent_pressed if down else colors.accent_hover if over else colors.accent
            return fill, None, colors.on_accent
        if self._kind == "danger_filled":
            return colors.danger_fill, None, colors.on_accent
        state = colors.pressed if down or self.isChecked() else colors.hover if over else None
        if self._kind == "ghost":
            return state, None, colors.text if state else colors.text2
        rest = colors.raised if colors.is_dark else colors.surface
        return state or rest, colors.border2, colors.danger if self._kind == "danger" else colors.text
