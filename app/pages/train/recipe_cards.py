"""The three recipes as radio buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app.language.translate import tr, tr_count, tr_marked
from app.models.recipes import BALANCED, RECIPES, Recipe, recipe_for
from app.models.setup import SetupModel, values_of
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.choice_card import ChoiceCard
from app.widgets.number_box import short_scientific
from app.widgets.tab_stop import keep_one_tab_stop

_ICONS = {"gentle": "leaf", "balanced": "scales", "strong": "flame"}


class RecipeCards(QWidget):
    """Choosing one sets the knobs; an adopted plan leaves all three off."""

    def __init__(self, theme: Theme, setup: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self._group = QButtonGroup(self)
        self._cards: dict[str, ChoiceCard] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(METRICS.card_gap)
        for recipe in RECIPES:
            card = ChoiceCard(
                theme,
                tr_marked(recipe.title),
                tr_marked(recipe.help_text),
                icon=_ICONS[recipe.name],
                facts=_facts(recipe),
                hint=tr("Start here") if recipe is BALANCED else "",
            )
            card.clicked.connect(lambda _=False, name=recipe.name: setup.choose(recipe_for(setup.purpose, name)))
            self._cards[recipe.name] = card
            self._group.addButton(card)
            layout.addWidget(card)
        keep_one_tab_stop(self._group)
        setup.changed.connect(self._show)
        self._show()

    def card(self, name: str) -> ChoiceCard:
        """The card of a recipe."""
        return self._cards[name]

    def _show(self) -> None:
        # An exclusive group never lets go of its last button.
        self._group.setExclusive(False)
        for name, card in self._cards.items():
            card.setChecked(name == self._setup.base.name)
        self._group.setExclusive(True)


def _facts(recipe: Recipe) -> str:
    values = values_of(recipe)
    epochs, rate = values["training.epochs"], values["training.learning_rate"]
    assert isinstance(rate, float)
    return tr_count(
        "β {beta} · rate {rate} · {count} epoch",
        "β {beta} · rate {rate} · {count} epochs",
        int(str(epochs)),
        beta=values["training.beta"],
        rate=short_scientific(rate),
    )
