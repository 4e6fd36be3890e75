"""What a person said: a bubble on the accent's pale side. The text is shown as it is, never as markup."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.label import Label
from app.widgets.painting import rounded_box

QWIDGETSIZE_MAX = 16_777_215
_WIDEST = 620
_LONG = 60  # characters that a line of a bubble holds at least, where it has a page's width


class ChatBubble(QWidget):
    """A user's turn; the text wraps and can be selected. `line` is how many characters always fit into one."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None, *, line: int = _LONG) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._label = Label(text, "chat", wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 10)
        layout.addWidget(self._label)
        self.set_text(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.setAccessibleName(tr("Prompt: {text}", text=text))
        short = len(text) < self._line and "\n" not in text
        self._label.setWordWrap(not short)
        self._label.setMinimumWidth(0 if short else 1)  # a word that is wider than the place may not widen it
        policy = QSizePolicy.Policy.Maximum if short else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Minimum)
        # With a limit of its own a short bubble would grow up to it.
        self.setMaximumWidth(QWIDGETSIZE_MAX if short else _WIDEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded_box(QPainter(self), QRectF(self.rect()), RADIUS.dialog, self._theme.colors.accent_soft)


def bubble_row(bubble: ChatBubble, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight) -> QHBoxLayout:
    """The bubble at one side of a line (or centred), at most about four fifths of it wide."""
    row = QHBoxLayout()
    if side != Qt.AlignmentFlag.AlignLeft:
        row.addStretch(1)
    row.addWidget(bubble, 4)
    if side != Qt.AlignmentFlag.AlignRight:
        row.addStretch(1)
    return row
