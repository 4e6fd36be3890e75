"""The list of models on this computer, all of them or those in the Hugging Face cache."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.language.translate import tr
from app.models.model_choice import ModelChoice
from app.pages.model.model_list import ModelList
from app.pages.model.verdict import Verdict, verdict
from app.pages.model.words import home_relative
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.empty_state import EmptyState
from app.widgets.label import ElidedLabel, Label
from engine.model.facts import ModelFacts
from engine.model.find import hub_cache, is_in_hub_cache


class FoundCard(Card):
    """`folder_wanted` is the way out where nothing was found."""

    folder_wanted = Signal()

    def __init__(self, theme: Theme, choice: ModelChoice, parent: QWidget | None = None) -> None:
        super().__init__(tr("On this computer"), padding=0, spacing=0, parent=parent)
        self._choice = choice
        self._only_cache = False
        self._where = ElidedLabel("", "caption", "text2")
        self.show_all = Button(theme, tr("Show all"), "ghost", size="compact")
        self.show_all.clicked.connect(lambda: self.show_cache(only=False))
        self.head.setContentsMargins(16, 8, 12, 8)
        self.head.setSpacing(8)
        self.head.addWidget(self._where)
        self.head.addWidget(self.show_all)
        self.list = ModelList(theme, self._judge)
        self.list.picked.connect(choice.choose)
        self._nothing = EmptyState(
            theme,
            "stack",
            tr("No models found here"),
            tr("Choose a folder, or begin with the demo model."),
            tr("Choose folder"),
        )
        self._nothing.acted.connect(self.folder_wanted)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.list)
        self._pile.addWidget(self._nothing)
        self.layout_.addWidget(self._pile, 1)
        note = Label(tr("Only files already on this computer are listed."), "caption", "text2", wrap=True)
        note.setContentsMargins(16, 8, 16, 10)
        self.layout_.addWidget(note)
        self.refresh()

    def _judge(self, facts: ModelFacts) -> Verdict:
        choice = self._choice
        return verdict(facts, choice.fit(facts), has_given_template=choice.has_given_template(facts))

    def show_cache(self, *, only: bool) -> None:
        """List the models in the Hugging Face cache alone, or all."""
        self._only_cache = only
        self.refresh()

    def refresh(self) -> None:
        """Show what was found."""
        choice = self._choice
        models = choice.found
        if self._only_cache:
            models = tuple(facts for facts in models if is_in_hub_cache(facts.folder))
        assert self.title is not None  # it has been given one
        self.title.setText(tr("In your Hugging Face cache") if self._only_cache else tr("On this computer"))
        self._where.setText(home_relative(hub_cache()) if self._only_cache else "")
        self.show_all.setVisible(self._only_cache)
        self.list.show_models(models, choice.chosen.folder if choice.chosen else None)
        self._pile.setCurrentIndex(1 if not models and not choice.is_searching else 0)
