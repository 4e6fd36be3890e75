"""Below a pair: the way to its rewards, the margin between them, and the numbers of the word that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.pair_rewards import PairRewards
from app.models.words import signed_number
from app.pages.data.reply_card import ReplyCard
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import ElidedLabel

_LEGEND = mark("Teal: likelier now, orange: less.")
_ABOUT = mark("What training thinks of each reply (T). Point at a word, or step with ← and →, for its numbers.")


class RewardLine(QWidget):
    """Shows what `rewards` knows in the two cards, while it is wanted. `shown` when that may be something else.

    When its note is in sight is for whoever shows the pair.
    """

    shown = Signal()

    def __init__(
        self, theme: Theme, rewards: PairRewards, cards: tuple[ReplyCard, ReplyCard], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rewards = rewards
        self._cards = cards
        self.button = Button(theme, tr("Rewards"), "ghost", icon="text-aa", size="compact", key="T")
        self.button.setCheckable(True)
        self.button.clicked.connect(rewards.set_wanted)
        self.note = ElidedLabel("", "caption", "text2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.button)
        line.addWidget(self.note, 1)
        for card in cards:
            card.tokens_pointed.connect(self._show_token)
        rewards.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the rewards of the pair in sight, or say why there are none."""
        rewards = self._rewards
        why_not = rewards.why_not
        self.button.setEnabled(not why_not)
        self.button.setChecked(rewards.is_wanted and not why_not)
        self.button.setToolTip(why_not or tr_marked(_ABOUT))
        known = rewards.rewards if rewards.is_wanted else None
        for card, reward in zip(self._cards, (known.chosen, known.rejected) if known else (None, None), strict=True):
            card.show_reward(reward)
        self._show_token("")
        self.shown.emit()

    @property
    def is_on(self) -> bool:
        """Whether rewards are wanted and can be had."""
        return self.button.isChecked()

    def toggle(self) -> None:
        """The same by key."""
        if self.button.isEnabled():
            self._rewards.set_wanted(not self._rewards.is_wanted)

    def _show_token(self, words: str) -> None:
        known = self._rewards.rewards
        if known is None:
            self.note.setText(self._rewards.problem or tr("Computing the rewards…"))
        else:
            margin = signed_number(known.chosen.reward - known.rejected.reward)
            self.note.setText(words or tr("Margin {margin}. {legend}", margin=margin, legend=tr_marked(_LEGEND)))
