"""Under a reply that was picked among several: how many there were, their rewards, and a way to look at each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.language.translate import tr, tr_count
from app.models.side_words import side_word
from app.models.words import signed_number
from app.widgets.describe import describe
from app.widgets.drop_down import DropDown
from app.widgets.label import Label
from engine.chat.best_of import Candidate
from engine.chat.generate import Side

_FIRST_LETTERS = 40
_SHORTEST = 8  # letters


class CandidateRow(QWidget):
    """`chosen(place)` when a person wants another candidate, counted from the best one at 0."""

    chosen = Signal(object)

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side = side
        self._candidates: tuple[Candidate, ...] = ()
        self.title = Label("", "caption", "text2")
        self.choice: DropDown | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self.title)
        self.hide()

    def show_candidates(self, candidates: tuple[Candidate, ...], text: str, why_not: str) -> None:
        """Show the candidates, `text` being the one in sight; `why_not` says why no other one can be taken now."""
        self.setVisible(len(candidates) > 1)
        if candidates != self._candidates:
            self._candidates = candidates
            self._offer()
        if self.choice is not None:
            self.choice.set_value(next((place for place, one in enumerate(candidates) if one.text == text), 0))
            self.choice.setEnabled(not why_not)
            self.choice.setToolTip(why_not or tr("The others, with their rewards; choose one to have it instead"))

    def _offer(self) -> None:
        if self.choice is not None:
            self.choice.hide()
            self.choice.deleteLater()
        self.title.setText(tr("Best of {candidates} by reward", candidates=len(self._candidates)))
        offered = [
            (
                place,
                f"{signed_number(one.reward.reward)}  {_beginning(one.text)}",
                tr_count("{count:,} token", "{count:,} tokens", one.tokens),
            )
            for place, one in enumerate(self._candidates)
        ]
        self.choice = DropDown(offered, tr("Replies {side} training by their reward", side=side_word(self._side)))
        describe(
            self.choice, tr("The replies that were drawn, the highest reward first. Choose one to have it instead.")
        )
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choice.setMinimumContentsLength(_SHORTEST)
        self.choice.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.chosen.connect(self.chosen)
        self._line.addWidget(self.choice, 1)


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _FIRST_LETTERS else f"{words[:_FIRST_LETTERS].rstrip()}…"
