"""Where a prompt is typed: it is asked before all others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.button import Button
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.painting import rounded_box
from app.widgets.text_editor import TextEditor

_HEIGHT = 84
_LONGEST_TOPIC = 40  # characters, as for topics from a file


class PromptEntry(QWidget):
    """`asked(text, topic)` when it is to be asked, `left` when not."""

    asked = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.edit = TextEditor(tr("Prompt, to type"))
        self.edit.setFixedHeight(_HEIGHT)
        self.edit.setPlaceholderText(tr("What should the model be asked?"))
        self.topic = QLineEdit()
        self.topic.setAccessibleName(tr("Topic"))
        self.topic.setPlaceholderText(tr("Topic (optional)"))
        self.topic.setMaxLength(_LONGEST_TOPIC)
        self.topic.setFixedWidth(220)
        describe(self.topic, tr("What the prompt is about, in your words: coverage is counted by it"))
        self.cancel_button = Button(theme, tr("Cancel"), "ghost", key="Esc")
        self.ask_button = Button(theme, tr("Ask it"), key="Ctrl Enter")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.topic)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.ask_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 14, 14)
        layout.setSpacing(8)
        layout.addWidget(Label(tr("A prompt of yours"), "body", "accent", weight=600))
        layout.addWidget(self.edit)
        layout.addLayout(foot)
        self.edit.kept.connect(self._ask)
        self.topic.returnPressed.connect(self._ask)
        self.ask_button.clicked.connect(self._ask)
        self.edit.left.connect(self.left)
        self.cancel_button.clicked.connect(self.left)
        self.edit.textChanged.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_may_leave(self, may_leave: bool) -> None:
        """Whether there is something to go back to."""
        self.cancel_button.setVisible(may_leave)

    def clear(self) -> None:
        """Begin anew; the topic stays, since the next prompt often has the same."""
        self.edit.set_text("")

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.card, self._theme.colors.accent_soft)

    def _show(self) -> None:
        self.ask_button.setEnabled(bool(self.edit.text.strip()))

    def _ask(self) -> None:
        if self.ask_button.isEnabled():
            self.asked.emit(self.edit.text.strip(), self.topic.text().strip())
