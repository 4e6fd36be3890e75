"""Both replies side by side, A and B, always in the same form: how one looks must not tell who wrote it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.pages.blind.reply_pane import ReplyPane
from app.theme.theme import Theme
from app.widgets.button import Button


class ReplyPanes(QWidget):
    """`as_written_button` is to stand where the page has room; it is there when it would change something."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.both = (ReplyPane(theme, "A"), ReplyPane(theme, "B"))
        self.as_written_button = Button(
            theme, icon="markdown-logo", kind="ghost", size="compact", name=tr("Show both replies as they were written")
        )
        self.as_written_button.setToolTip(tr("Show both replies as they were written, marks included (M)"))
        self.as_written_button.setCheckable(True)
        self.as_written_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.as_written_button.toggled.connect(self._show_as_written)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for pane in self.both:
            layout.addWidget(pane, 1)
        self.as_written_button.hide()

    def show_replies(self, a: str, b: str) -> None:
        """Show two whole replies."""
        for pane, text in zip(self.both, (a, b), strict=True):
            pane.show_reply(text)
        self.as_written_button.setVisible(not all(pane.view.is_plain for pane in self.both))

    def show_waiting(self, words: str, *, busy: bool) -> None:
        """Say why there are no replies yet."""
        for pane in self.both:
            pane.show_waiting(words, busy=busy)
        self.as_written_button.hide()

    def toggle_form(self) -> None:
        """Show both as they were written, or formatted again, where that makes a difference."""
        if not self.as_written_button.isHidden():
            self.as_written_button.toggle()

    def take_focus(self) -> None:
        """Where the keyboard is while one reads."""
        self.both[0].reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_as_written(self, wanted: bool) -> None:
        for pane in self.both:
            pane.view.set_as_written(wanted)
