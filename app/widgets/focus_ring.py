"""One ring around whatever has the keyboard's focus, and only when the keyboard brought it there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget

from app.theme.theme import Theme
from app.theme.tokens import RADIUS

_GAP = 2
_WIDTH = 2
_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# Inputs show their focus by an accent border of their own.
_INPUTS = (QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QTextEdit)


class FocusRing(QWidget):
    """Lies over its window, takes no events, and follows the focused widget. One for each window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._by_keyboard = False  # whether a key was the last thing pressed
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @property
    def target(self) -> QWidget | None:
        """The widget that the ring is around, if any."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self._by_keyboard = kind == QEvent.Type.KeyPress
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
            if watched.window() is self.parent():
                self._follow(watched, event.reason())
        elif kind == QEvent.Type.FocusOut and watched is self._target:
            self._leave()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._carries_target(watched):
            self._place()
        elif watched is self._target and kind in (QEvent.Type.Hide, QEvent.Type.MouseButtonPress):
            self._leave()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colors.accent_text), _WIDTH))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        target = self._target
        radius = RADIUS.button if target is None else min(float(RADIUS.button), target.height() / 2)
        painter.drawRoundedRect(inside, radius + 3, radius + 3)

    def _follow(self, widget: QWidget, reason: Qt.FocusReason) -> None:
        # Qt says "tab" also when it moves the focus on because a button went grey.
        if self._by_keyboard and reason in _REASONS and not isinstance(widget, _INPUTS):
            self._target = widget
            self._place()
            self.raise_()
            self.show()
        elif widget is not self._target:
            self._leave()

    def _carries_target(self, watched: QObject) -> bool:
        target = self._target
        if target is None or not isinstance(watched, QWidget):
            return False
        return watched is target or watched.isAncestorOf(target)

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None:
            return
        seen = target.visibleRegion().boundingRect()
        rect = QRect(target.mapTo(window, QPoint(0, 0)), target.size()) if not seen.isEmpty() else QRect()
        reach = _GAP + _WIDTH
        self.setGeometry(rect.adjusted(-reach, -reach, reach, reach))
        # Only the frame is this widget's: what lies inside need not be painted again with it.
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(reach, reach, -reach, -reach)))

    def _leave(self) -> None:
        self._target = None
        self.hide()
