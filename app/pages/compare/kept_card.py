"""What the chat left behind to learn from: how many pairs were kept, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.chat_pairs import ChatPairs
from app.models.words import counted
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import Label


class KeptCard(Card):
    """`open_wanted` asks for the kept pairs as data."""

    open_wanted = Signal()

    def __init__(self, theme: Theme, pairs: ChatPairs, parent: QWidget | None = None) -> None:
        super().__init__("Preferences", spacing=6, parent=parent)
        self._pairs = pairs
        self.words = Label("", "caption", "text2", wrap=True)
        self.open_button = Button(theme, "Open as data", icon="database", size="compact")
        self.open_button.clicked.connect(self.open_wanted)
        self.layout_.addWidget(self.words)
        self.layout_.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        pairs.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        count = self._pairs.count
        self.open_button.setVisible(bool(count))
        self.words.setText(
            f"{counted(count, 'pair')} from your chats in {self._pairs.path.name}. Open them as data to train on them."
            if count
            else "Press Prefer under the better reply: the two become a pair to train on."
        )
