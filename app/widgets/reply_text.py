"""A reply to read: with its code, tables and lists, or letter by letter as it was written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.fonts import TextStyle, text_font
from app.theme.theme import Theme
from app.widgets.formatted_reply import FormattedReply
from app.widgets.streaming_text import StreamingText


class ReplyText(QWidget):
    """As high as the reply, whose text is untrusted: neither form loads, opens or hides anything of it.

    With `is_one_stop` the keyboard goes past its texts, where what is around them is scrolled and selected already.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        style: TextStyle = "chat",
        is_one_stop: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        focus = Qt.FocusPolicy.ClickFocus if is_one_stop else Qt.FocusPolicy.StrongFocus
        self._text = ""
        self._is_as_written = False
        self.formatted = FormattedReply(theme, name, style=style, text_focus=focus)
        self.written = StreamingText(tr("{name}, as it was written", name=name))
        self.written.setFont(text_font(style))
        self.written.setFocusPolicy(focus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.formatted)
        layout.addWidget(self.written)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    @property
    def text(self) -> str:
        """What it says, to the letter."""
        return self._text

    @property
    def is_plain(self) -> bool:
        """Whether both forms show the same letters."""
        return self.formatted.is_plain

    @property
    def is_as_written(self) -> bool:
        """Whether it is shown as it was written."""
        return self._is_as_written

    def show_text(self, text: str) -> None:
        """Show a reply, or more of it."""
        self._text = text
        self._show()

    def set_as_written(self, wanted: bool) -> None:
        """Show it as it was written, or formatted."""
        self._is_as_written = wanted
        self._show()

    def _show(self) -> None:
        self.formatted.show_text(self._text)
        if self._is_as_written:
            self.written.show_text(self._text)
        self.written.setVisible(self._is_as_written and bool(self._text))
        self.formatted.setVisible(not self._is_as_written and bool(self._text))
