"""What the chosen filter means, and what can be done about it with one click."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import Label


class MendBar(QWidget):
    """A note, an offer and its button; in sight only while there is something to say. `wanted` is the click."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Label("", "body", "text2", wrap=True)
        self.button = Button(theme, tr("Mend"), icon="sparkle")
        self.button.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.button)
        self.show_texts("", "")

    def show_texts(self, note: str, offer: str) -> None:
        """Say what is the matter, and offer what `offer` says."""
        self.note.setText(" ".join(filter(None, (note, offer))))
        self.button.setVisible(bool(offer))
        self.button.setToolTip(offer)
        self.button.setAccessibleName(tr("Mend: {offer}", offer=offer))
        self.setVisible(bool(note or offer))
