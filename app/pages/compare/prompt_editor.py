"""A prompt that was sent, to be written anew in its place: Ctrl Enter asks, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import Label
from app.widgets.text_editor import TextEditor

_HEIGHT = 84
_WIDEST = 660


class PromptEditor(QWidget):
    """`kept(text)` when it is to be asked, `left` when it stays as it was."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = ""
        self.edit = TextEditor(tr("Prompt, to edit"))
        self.edit.setFixedHeight(_HEIGHT)
        self._note = Label("", "caption", "text2", wrap=True)
        self.cancel_button = Button(theme, tr("Cancel"), "ghost", key="Esc")
        self.ask_button = Button(theme, tr("Ask again"), key="Ctrl Enter")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.ask_button)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.edit)
        column.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 0, 18, 0)
        layout.addStretch(1)
        layout.addWidget(inner, 8)
        layout.addStretch(1)
        self.edit.kept.connect(self._keep)
        self.edit.left.connect(self.left)
        self.edit.textChanged.connect(self._show)
        self.ask_button.clicked.connect(self._keep)
        self.cancel_button.clicked.connect(self.left)

    def begin(self, text: str) -> None:
        """Show the prompt and take the keyboard."""
        self.edit.set_text(text)
        self.edit.selectAll()
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_state(self, reason: str, later_turns: int) -> None:
        """Say why nothing can be asked, if so, or what is left behind."""
        self._reason = reason
        turns = (
            tr("turn after it goes")
            if later_turns == 1
            else tr("{later_turns} turns after it go", later_turns=later_turns)
        )
        gone = tr("The {turns}; Ctrl Z brings the chat back.", turns=turns)
        self._note.setText(reason or (gone if later_turns else ""))
        self._show()

    def _show(self) -> None:
        self.ask_button.setEnabled(not self._reason and bool(self.edit.text.strip()))

    def _keep(self) -> None:
        if self.ask_button.isEnabled():
            self.kept.emit(self.edit.text.strip())
