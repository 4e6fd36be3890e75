"""One side's reply: its text as it is, under it how long it is and why it ended, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.chat_turn import Reply, ReplyState
from app.models.words import counted
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import ElidedLabel
from app.widgets.spinner import Spinner
from app.widgets.streaming_text import StreamingText
from engine.chat.generate import Side

_ENDS: dict[ReplyState, str] = {
    "length": "cut at the longest reply",
    "stopped": "stopped",
    "context": "the model's memory is full",
    "failed": "no reply",
}
_KEYS: dict[Side, str] = {"before": "Alt 1", "after": "Alt 2"}


class ReplyView(QWidget):
    """The text of a reply is untrusted: it is shown letter by letter, never read as HTML or Markdown."""

    preferred = Signal()

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side = side
        self._reply = Reply()
        self.view = StreamingText(f"Reply {side} training")
        self._spinner = Spinner(theme)
        self._status = ElidedLabel("", "caption", "text2")
        self.prefer_button = Button(theme, "Prefer", "ghost", icon="check", size="compact")
        self.prefer_button.setCheckable(True)
        self.prefer_button.clicked.connect(self.preferred)
        self.copy_button = Button(theme, icon="copy", kind="ghost", size="compact", name="Copy this reply")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._reply.text))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(6)
        self.foot.addWidget(self._spinner)
        self.foot.addWidget(self._status, 1)
        self.foot.addWidget(self.prefer_button)
        self.foot.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 4, 14, 4)
        layout.setSpacing(4)
        layout.addWidget(self.view)
        layout.addLayout(self.foot)
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """What is shown."""
        return self.view.text

    @property
    def status(self) -> str:
        """The line under it."""
        return self._status.text()

    def show_reply(self, reply: Reply, waiting_for: str) -> None:
        """Show the reply as far as it has come; `waiting_for` says why there is none yet."""
        self._reply = reply
        self.view.show_text(reply.text)
        self.view.setVisible(bool(reply.text))
        self._spinner.set_running(reply.is_open)
        self._status.setText(_status(reply, waiting_for))
        self.copy_button.setVisible(bool(reply.text) and not reply.is_open)
        self.setAccessibleName(f"{self._side.capitalize()}: {reply.text}")

    def show_preference(self, preferred: Side | None, why_not: str) -> None:
        """Show which side was preferred, or offer to prefer this one."""
        is_mine, button = preferred == self._side, self.prefer_button
        button.setVisible(bool(self._reply.text) and not self._reply.is_open)
        button.setEnabled(not why_not)
        button.setChecked(is_mine)
        button.set_label("Preferred" if is_mine else "Prefer", icon="check-circle" if is_mine else "check")
        button.setAccessibleName(f"{button.text()}: the reply {self._side} training")
        offer = "Take this back" if is_mine else "Keep as a pair: this reply is the better one"
        button.setToolTip(why_not or f"{offer} ({_KEYS[self._side]})")


def _status(reply: Reply, waiting_for: str) -> str:
    if reply.state == "waiting":
        return waiting_for
    if reply.state == "writing":
        return f"Writing, {counted(reply.tokens, 'token')} so far"
    parts = [counted(reply.tokens, "token")] if reply.tokens else []
    if reply.tokens and reply.tokens_per_second:
        parts.append(f"{reply.tokens_per_second:,.0f} a second")
    if reply.state in _ENDS:
        parts.append(_ENDS[reply.state])
    return ", ".join(parts) or "an empty reply"
