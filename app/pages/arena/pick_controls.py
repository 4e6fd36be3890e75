"""What can be said of two replies: the buttons below them, each with its key."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr
from app.pages.blind.vote_button import VoteButton
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import Label
from engine.arena.pick import PickChoice

Mode = Literal["pick", "choose", "write"]
_SIDES: tuple[tuple[PickChoice, str, str], ...] = (("a", "A", "1"), ("b", "B", "2"))


class PickControls(QWidget):
    """`picked(choice)`; the other signals ask for what their names say. While one chooses, A and B offer to edit."""

    picked = Signal(str)
    edit_wanted = Signal()
    own_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides: dict[PickChoice, VoteButton] = {
            choice: VoteButton(theme, tr("{letter} is better", letter=letter), key) for choice, letter, key in _SIDES
        }
        self.same = VoteButton(theme, tr("About the same"), "0")
        self.both_bad = Button(theme, tr("Both are bad"), "ghost", key="9")
        self.skip = Button(theme, tr("Skip"), "ghost", key="S")
        self.edit = Button(theme, tr("Edit the better one"), "ghost", icon="pencil-simple", key="E")
        self.own = Button(theme, tr("Write your own"), "ghost", icon="plus", key="W")
        self.again = Button(theme, tr("Draw again"), "ghost", icon="arrow-counter-clockwise", key="R")
        self.note = Label("", "caption", "text2", wrap=True)
        self._votes = QWidget()
        self._picks: dict[PickChoice, VoteButton | Button] = {
            **self.sides,
            "same": self.same,
            "both_bad": self.both_bad,
            "skip": self.skip,
        }
        for choice, button in self._picks.items():
            button.clicked.connect(partial(self._pressed, choice))
        others = ((self.edit, self.edit_wanted), (self.own, self.own_wanted), (self.again, self.again_wanted))
        for button, signal in others:
            button.clicked.connect(signal)
        for button in (*self._picks.values(), self.edit, self.own, self.again):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()

    def may(self, choice: PickChoice) -> bool:
        """Whether a pick can be made now."""
        return choice in self._picks and self._picks[choice].isEnabled()

    def set_state(self, mode: Mode, *, may_pick: bool, may_prefer: bool, may_skip: bool) -> None:
        """Offer what can be said: of both replies, of one over the other, or nothing but that one passes on."""
        chooses = mode == "choose"
        for choice, letter, _ in _SIDES:
            self.sides[choice].set_text(
                tr("Edit {letter}", letter=letter) if chooses else tr("{letter} is better", letter=letter)
            )
            self.sides[choice].setEnabled(chooses or (may_pick and may_prefer))
        for button in (self.same, self.both_bad, self.edit, self.own, self.again):
            button.setEnabled(may_pick)
        self.skip.setEnabled(may_skip)
        self._votes.setVisible(mode != "write")

    def say(self, text: str) -> None:
        """Say something about the replies in sight."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def light(self, choice: PickChoice | None) -> None:
        """Show which pick was made, or none."""
        self._votes.show()
        for name, button in self._picks.items():
            if isinstance(button, VoteButton):
                button.set_cast(name == choice)
            else:
                button.setDown(name == choice)

    def _pressed(self, choice: PickChoice, _: bool = False) -> None:
        self.picked.emit(choice)

    def _build(self) -> None:
        votes, foot = QHBoxLayout(self._votes), QHBoxLayout()
        votes.setContentsMargins(0, 0, 0, 0)
        votes.setSpacing(12)
        votes.addWidget(self.sides["a"], 5)
        votes.addWidget(self.same, 3)
        votes.addWidget(self.sides["b"], 5)
        foot.setSpacing(8)
        for button in (self.edit, self.own, self.again):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.both_bad)
        foot.addWidget(self.skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.note)
        column.addWidget(self._votes)
        column.addLayout(foot)
