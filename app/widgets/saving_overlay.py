"""Over the window while it saves before it closes, so that nobody wonders or presses on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.label import Label
from app.widgets.progress_bar import ProgressBar

_WIDTH = 340


class SavingOverlay(QWidget):
    """Takes all clicks."""

    def __init__(self, theme: Theme, window: QWidget, text: str) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAccessibleName(text)
        bar = ProgressBar(theme, text)
        bar.set_share(None)
        box = Card(surface="raised", padding=20, spacing=12)
        box.setFixedWidth(_WIDTH)
        box.layout_.addWidget(Label(text, "card_title"))
        box.layout_.addWidget(
            Label(tr("The step under way ends first, then the window closes."), "body", "text2", wrap=True)
        )
        box.layout_.addWidget(bar)
        layout = QVBoxLayout(self)
        layout.addWidget(box, 0, Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(window.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.color("bg", 0.75))
