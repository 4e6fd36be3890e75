"""What can be kept of the chat: preferred replies as pairs to train on, and all of it as Markdown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.language.translate import tr, tr_count
from app.models.chat_pairs import ChatPairs
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import Label


class KeptCard(Card):
    """`open_wanted` asks for the kept pairs as data, `save_wanted` and `copy_wanted` for the chat as Markdown."""

    open_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, pairs: ChatPairs, parent: QWidget | None = None) -> None:
        super().__init__(tr("Preferences"), spacing=6, parent=parent)
        self._pairs = pairs
        self.words = Label("", "caption", "text2", wrap=True)
        self.open_button = Button(theme, tr("Open as data"), icon="database", size="compact")
        self.open_button.clicked.connect(self.open_wanted)
        self.layout_.addWidget(self.words)
        self.layout_.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.save_button = Button(theme, tr("Save as Markdown"), icon="floppy-disk", size="compact", key="Ctrl S")
        self.copy_button = Button(theme, tr("Copy as Markdown"), "ghost", icon="copy", size="compact")
        self.save_button.clicked.connect(self.save_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.layout_.addSpacing(8)
        self.layout_.addWidget(Label(tr("This chat"), "strong"))
        self.layout_.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        pairs.changed.connect(self._show)
        self._show()

    def set_has_chat(self, has_chat: bool) -> None:
        """Whether there is something to keep."""
        for button in (self.save_button, self.copy_button):
            button.setEnabled(has_chat)
            button.setToolTip("" if has_chat else tr("There is no reply yet."))

    def _show(self) -> None:
        count = self._pairs.count
        self.open_button.setVisible(bool(count))
        self.words.setText(
            tr_count(
                "{count:,} pair from your chats in {name}. Open them as data to train on them.",
                "{count:,} pairs from your chats in {name}. Open them as data to train on them.",
                count,
                name=self._pairs.path.name,
            )
            if count
            else tr("Press Prefer under the better reply: the two become a pair to train on.")
        )
