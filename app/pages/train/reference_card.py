"""The reference card of a run: what its rewards are measured against, and the proof that it is that."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.models.reference_words import proof_words, reference_words, whole_card
from app.models.run import RunModel
from app.theme.theme import Theme
from app.widgets.card import Card
from app.widgets.icon_label import IconLabel
from app.widgets.label import ElidedLabel, Label


class ReferenceCard(Card):
    """One line, once the run has checked its reference; the tooltip has the whole hashes."""

    def __init__(self, theme: Theme, run: RunModel, parent: QWidget | None = None) -> None:
        super().__init__(padding=10, spacing=0, parent=parent)
        self._run = run
        self.what = ElidedLabel("", "body", "text2")
        self.proof = ElidedLabel("", "caption", "text2")
        self._sign = IconLabel(theme, "check-circle", "ok", 14)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel(theme, "ruler", size=16))
        line.addWidget(Label(tr("Reference"), "strong"))
        line.addWidget(self.what, 1)
        line.addWidget(self._sign)
        line.addWidget(self.proof)
        self.layout_.addLayout(line)
        self.setAccessibleName(tr("Reference card"))
        run.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the card of the run as it is now."""
        card = self._run.reference
        self.setVisible(card is not None)
        if card is None:
            return
        self.what.setText(reference_words(card))
        self.proof.setText(proof_words(card, self._run.words))
        for widget in (self._sign, self.proof):
            widget.setVisible(bool(self.proof.text()))
        whole = whole_card(card, self._run.words)
        self.setToolTip(whole)
        self.setAccessibleDescription(whole)
