"""A short note at the bottom right that goes by itself; errors stay until they are closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.theme.tokens import RADIUS, Tone
from app.widgets.button import Button
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label
from app.widgets.painting import rounded_box

_WIDTH = 330
_MARGIN = 24
_MILLISECONDS = 6000
_ICONS: dict[Tone, str] = {"ok": "check-circle", "danger": "warning-circle", "warn": "warning"}


class Toast(QWidget):
    """One for each window; a new note replaces the one before. The clock waits while the pointer is on it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._action: Callable[[], None] | None = None
        self._icon = IconLabel(theme, "info", "accent")
        self._text = Label("", "body", wrap=True)
        self._button = Button(theme, tr("Undo"), "ghost", size="compact")
        self._button.clicked.connect(self._act)
        self._close = Button(theme, icon="x", kind="ghost", size="compact", name=tr("Close this note"))
        self._close.clicked.connect(self.hide)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_MILLISECONDS)
        self._clock.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        self.setFixedWidth(_WIDTH)
        self.hide()
        window.installEventFilter(self)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def goes_by_itself(self) -> bool:
        """Whether its clock is running."""
        return self._clock.isActive()

    def show_note(self, text: str, tone: Tone = "ok", action: str = "", do: Callable[[], None] | None = None) -> None:
        """Say something; with `action` also offer to `do` it."""
        self._icon.set_icon(_ICONS.get(tone, "info"), tone)
        self._text.setText(text)
        self._action = do
        self._button.setVisible(bool(action))
        if action:
            self._button.set_label(action)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._clock.stop()
        if tone != "danger":
            self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.Close:
            self._clock.stop()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._clock.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.card, colors.raised, colors.border2)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.resize(_WIDTH, max(self.heightForWidth(_WIDTH), 48))
            self.move(window.width() - self.width() - _MARGIN, window.height() - self.height() - _MARGIN)

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
