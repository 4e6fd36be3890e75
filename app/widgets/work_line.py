"""A line for long work: what is being done, how far it is, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import Label
from app.widgets.progress_bar import ProgressBar


class WorkLine(QWidget):
    """`cancelled` when a person wants the work to end. `way_out` is what the button says, if not that."""

    cancelled = Signal()

    def __init__(self, theme: Theme, name: str, way_out: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(name, "body", "text2")
        self._bar = ProgressBar(theme, name)
        self.button = Button(theme, way_out or tr("Cancel"), size="compact")
        self.button.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.button)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_share(self, share: float | None, words: str) -> None:
        """How far the work is, from 0 to 1, and in words; None where nobody knows."""
        self._bar.set_share(share)
        self._words.setText(words)
