"""Where models come from: four cards, one of which leads to the chosen model."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from app.language.translate import tr, tr_count
from app.models.model_choice import ModelChoice
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.choice_card import ChoiceCard
from engine.model.find import DEMO_FOLDER, is_in_hub_cache
from engine.model.gguf.facts import made_from


class Sources(QWidget):
    """`cache_wanted`, `folder_wanted`, `gguf_wanted`, `demo_wanted` when a person presses a card."""

    cache_wanted = Signal()
    folder_wanted = Signal()
    gguf_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, theme: Theme, choice: ModelChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.cache = ChoiceCard(theme, tr("Hugging Face"), tr("Looking…"), icon="stack")
        self.folder = ChoiceCard(theme, tr("Folder"), tr("A model's own folder"), icon="folder-open")
        self.gguf = ChoiceCard(theme, tr("GGUF file"), tr("Converted once"), icon="file")
        self.demo = ChoiceCard(theme, tr("Built-in demo"), tr("Tiny, ready at once"), icon="flask")
        group = QButtonGroup(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(METRICS.card_gap)
        signals = (self.cache_wanted, self.folder_wanted, self.gguf_wanted, self.demo_wanted)
        for place, (card, wanted) in enumerate(zip(self._cards, signals, strict=True)):
            group.addButton(card)
            layout.addWidget(card, place // 2, place % 2)
            card.clicked.connect(wanted)
            card.clicked.connect(self.refresh)

    @property
    def _cards(self) -> tuple[ChoiceCard, ...]:
        return (self.cache, self.folder, self.gguf, self.demo)

    def refresh(self) -> None:
        """Mark the card that the chosen model came from."""
        in_cache = sum(is_in_hub_cache(facts.folder) for facts in self._choice.found)
        found = (
            tr("Its cache is empty")
            if not in_cache
            else tr_count("{count:,} model in its cache", "{count:,} models in its cache", in_cache)
        )
        self.cache.set_explanation(tr("Looking…") if self._choice.is_searching and not in_cache else found)
        chosen = self._choice.chosen
        if chosen is None:
            return
        if chosen.folder == DEMO_FOLDER / "model":
            self.demo.setChecked(True)
        elif chosen.is_gguf or made_from(chosen.folder):
            self.gguf.setChecked(True)
        else:
            (self.cache if is_in_hub_cache(chosen.folder) else self.folder).setChecked(True)
