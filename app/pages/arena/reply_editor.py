"""A better reply than both: one of them corrected, or one's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import Label
from app.widgets.text_editor import TextEditor

_LOWEST = 120


class ReplyEditor(Card):
    """`kept(text)` when it is to become a pair, `left` when not; what was written is there again the next time."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(spacing=8, parent=parent)
        self._key: object = None
        self._title = Label("", "strong")
        self._note = Label("", "caption", "text2", wrap=True)
        self.edit = TextEditor(tr("Reply, to write"))
        self.edit.setMinimumHeight(_LOWEST)
        self.cancel_button = Button(theme, tr("Cancel"), "ghost", key="Esc")
        self.keep_button = Button(theme, tr("Keep as a pair"), key="Ctrl Enter")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        self.layout_.addWidget(self._title)
        self.layout_.addWidget(self.edit, 1)
        self.layout_.addLayout(foot)
        self.edit.kept.connect(self._keep)
        self.edit.left.connect(self.left)
        self.edit.textChanged.connect(self._show)
        self.keep_button.clicked.connect(self._keep)
        self.cancel_button.clicked.connect(self.left)

    @property
    def text(self) -> str:
        """What is written."""
        return self.edit.text

    def begin(self, key: object, title: str, note: str, text: str) -> None:
        """Begin with a text, or where one left what goes by the same key, and take the keyboard."""
        if key != self._key:
            self._key = key
            self.edit.set_text(text)
        self._title.setText(title)
        self._note.setText(note)
        self._show()
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Begin anew the next time."""
        self._key = None

    def _show(self) -> None:
        self.keep_button.setEnabled(bool(self.edit.text.strip()))

    def _keep(self) -> None:
        if self.keep_button.isEnabled():
            self.kept.emit(self.edit.text)
