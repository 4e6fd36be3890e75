"""One turn: the prompt across both columns, and under it the two replies side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language.translate import tr
from app.models.chat_turn import Turn
from app.pages.compare.prompt_editor import PromptEditor
from app.pages.compare.reply_view import ReplyView
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.button import Button
from app.widgets.chat_bubble import ChatBubble
from engine.chat.generate import Side


class TurnView(QWidget):
    """Built for a turn, brought up to date by `refresh` and `set_actions`.

    `asked_again(prompt)` with the same or another prompt; `candidate_chosen(side, place)`, `preferred(side)`,
    `text_wanted(side)` and `reward_wanted` pass on what is wanted of a reply.
    """

    asked_again = Signal(str)
    candidate_chosen = Signal(object, object)
    preferred = Signal(object)
    text_wanted = Signal(object)
    reward_wanted = Signal()

    def __init__(self, theme: Theme, turn: Turn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turn = turn
        self.before = ReplyView(theme, "before")
        self.after = ReplyView(theme, "after")
        bubble = ChatBubble(theme, turn.prompt)
        wide = bubble.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        if wide:
            bubble.setMinimumHeight(1)  # a wrapped label's own minimum is that of its narrowest form
        self.edit_button = _small(theme, "pencil-simple", tr("Edit this prompt"))
        self.again_button = _small(theme, "arrow-counter-clockwise", tr("Ask again with other random numbers (R)"))
        self._prompt = QWidget()
        prompt = QHBoxLayout(self._prompt)
        prompt.setContentsMargins(0, 0, 0, 0)
        prompt.setSpacing(6)
        prompt.addStretch(1)
        prompt.addSpacing(2 * METRICS.compact_height)  # as wide as the buttons, so that the bubble is in the middle
        prompt.addWidget(bubble, 4 if wide else 0)
        for button in (self.edit_button, self.again_button):
            prompt.addWidget(button)
        prompt.addStretch(1)
        self.editor = PromptEditor(theme)
        self.editor.hide()
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.before, 1)
        columns.addWidget(self.after, 1)
        policy = self.after.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.after.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 8)
        layout.setSpacing(10)
        layout.addWidget(self._prompt)
        layout.addWidget(self.editor)
        layout.addLayout(columns)
        self._connect()
        self.refresh("")

    @property
    def is_editing(self) -> bool:
        """Whether the prompt is being written anew."""
        return not self.editor.isHidden()

    def side(self, side: Side) -> ReplyView:
        """One side's reply."""
        return self.before if side == "before" else self.after

    def refresh(self, waiting_for: str) -> None:
        """Show the replies as far as they have come."""
        turn = self._turn
        self.before.show_reply(turn.before, waiting_for)
        self.after.setVisible(turn.after is not None)
        if turn.after is not None:
            self.after.show_reply(turn.after, waiting_for)
        for side in ("before", "after"):
            self.side(side).show_judgement(turn)

    def show_names(self, names: tuple[str, str]) -> None:
        """Say whose replies these are where `names` now stand over the columns, but others answered."""
        for view, wrote, now in zip((self.before, self.after), self._turn.names, names, strict=True):
            view.show_writer("" if wrote == now else wrote)

    def set_actions(self, why_not_ask: str, later_turns: int, why_no_choice: str) -> None:
        """What may be done with the prompt now; `later_turns` would be left behind.

        `why_no_choice` says why another of several replies cannot be taken.
        """
        for view in (self.before, self.after):
            view.show_candidates(why_no_choice)
        self.edit_button.setEnabled(not why_not_ask)
        self.edit_button.setToolTip(why_not_ask or tr("Edit this prompt"))
        self.again_button.setVisible(not later_turns)
        self.again_button.setEnabled(not why_not_ask)
        self.again_button.setToolTip(why_not_ask or tr("Ask again with other random numbers (R)"))
        self.editor.set_state(why_not_ask, later_turns)

    def edit(self) -> None:
        """Let the prompt be written anew."""
        self._prompt.hide()
        self.editor.begin(self._turn.prompt)

    def leave_editing(self) -> None:
        """Show the prompt as it was."""
        if self.is_editing:
            self.editor.hide()
            self._prompt.show()
            self.edit_button.setFocus()

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit)
        self.again_button.clicked.connect(lambda: self.asked_again.emit(self._turn.prompt))
        self.editor.kept.connect(self.asked_again)
        self.editor.left.connect(self.leave_editing)
        for side in ("before", "after"):
            view = self.side(side)
            view.candidates.chosen.connect(partial(self.candidate_chosen.emit, side))
            view.preferred.connect(partial(self.preferred.emit, side))
            view.text_wanted.connect(partial(self.text_wanted.emit, side))
            view.reward_wanted.connect(self.reward_wanted)


def _small(theme: Theme, icon: str, name: str) -> Button:
    return Button(theme, icon=icon, kind="ghost", size="compact", name=name)
