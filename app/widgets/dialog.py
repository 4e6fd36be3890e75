"""What all dialogs share: a raised sheet over the dimmed window. Esc cancels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.label import Label
from app.widgets.painting import rounded_box

_SCRIM = QColor(0, 0, 0, 89)


class Dialog(QDialog):
    """`title` is a question; what a dialog adds to `layout_of_body` stands below it.

    `open()` shows it without blocking; `accepted` means yes.
    """

    def __init__(
        self, theme: Theme, title: str, width: int, parent: QWidget | None = None, *, shows_title: bool = True
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._scrim: _Scrim | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        self.setFixedWidth(width)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.layout_of_body = QVBoxLayout(self)
        self.layout_of_body.setContentsMargins(22, 20, 22, 18)
        self.layout_of_body.setSpacing(8)
        if shows_title:
            self.layout_of_body.addWidget(Label(title, "card_title", wrap=True))

    def open(self) -> None:
        """Show it over its window, which is dimmed meanwhile."""
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            self._scrim = _Scrim(window)
            self.finished.connect(self._scrim.hide)
            self.finished.connect(self._scrim.deleteLater)
            self.finished.connect(window.activateWindow)  # not every system gives the focus back by itself
            self.adjustSize()
            center = window.mapToGlobal(window.rect().center())
            self.move(center - self.rect().center())
        super().open()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._theme.colors
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.dialog, colors.raised, colors.border2)


class _Scrim(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _SCRIM)
