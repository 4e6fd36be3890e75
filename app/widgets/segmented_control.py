"""One of two to five fixed choices, all in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import METRICS, RADIUS
from app.widgets.painting import rounded_box, text_in, text_width
from app.widgets.tab_stop import keep_one_tab_stop

Value = TypeVar("Value")
_INSET = 2


class SegmentedControl(QWidget, Generic[Value]):
    """`options` are (value, label). One tab stop; arrow keys move between the segments that can be chosen.

    `chosen(value)` is emitted when a person chooses, not when `set_value` does.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, options: Sequence[tuple[Value, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._segments: dict[Value, _Segment] = {}
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        self._layout.setSpacing(0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        keep_one_tab_stop(self._group)

    @property
    def value(self) -> Value | None:
        """What is chosen, if anything."""
        return next((value for value, segment in self._segments.items() if segment.isChecked()), None)

    def values(self) -> list[Value]:
        """What is offered, in order."""
        return list(self._segments)

    def set_options(self, options: Sequence[tuple[Value, str]]) -> None:
        """Offer other choices; the present one is kept where it is still among them."""
        kept = self.value
        for segment in self._segments.values():
            self._group.removeButton(segment)
            self._layout.removeWidget(segment)
            segment.deleteLater()
        self._segments = {}
        for value, label in options:
            segment = _Segment(self._theme, label, f"{self._name}: {label}", self)
            segment.setAccessibleDescription(self.accessibleDescription())
            segment.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._segments[value] = segment
            self._group.addButton(segment)
            self._layout.addWidget(segment)
        if kept is not None and kept in self._segments:
            self.set_value(kept)

    def set_value(self, value: Value) -> None:
        """Choose without a signal. Raises KeyError for a value that is not offered."""
        self._segments[value].setChecked(True)

    def set_available(self, value: Value, available: bool, reason: str = "") -> None:
        """Let a choice be made or not; the tooltip says why not."""
        self._segments[value].setEnabled(available)
        self._segments[value].setToolTip("" if available else reason)
        self._segments[value].setAccessibleDescription(self.accessibleDescription() if available else reason)

    def segment(self, value: Value) -> QAbstractButton:
        """The button of one choice."""
        return self._segments[value]

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        fill, border = (colors.sunken, colors.border) if colors.is_dark else (colors.pressed, None)
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.segment, fill, border)


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, label: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(label)
        self.setObjectName("segment")
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFont(ui_font(13, 500))
        self.setMinimumHeight(METRICS.smallest_target)  # not to be squeezed where a page is low
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(max(36, text_width(ui_font(13, 600), self.text()) + 26), METRICS.smallest_target)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        on = self.isChecked()
        if on:
            fill = colors.pressed if colors.is_dark else colors.surface
            rounded_box(painter, QRectF(self.rect()), RADIUS.badge, fill, colors.border2)
        ink = colors.text3 if not self.isEnabled() else colors.text if on or self.underMouse() else colors.text2
        painter.setOpacity(1.0 if self.isEnabled() else 0.75)
        font = ui_font(13, 600 if on else 500)
        text_in(painter, QRectF(self.rect()), self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)
