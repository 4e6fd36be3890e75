"""Which chat template a model is to use that brings none, or one that it was never taught to end a reply by."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.template_reading import TemplateReading
from app.pages.model.verdict import not_a_chat_model
from app.theme.theme import Theme
from app.widgets.drop_down import DropDown
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label
from engine.model.facts import ModelFacts
from engine.model.template_choice import CHAT_TEMPLATES

_WIDTH = 200


class TemplatePicker(QWidget):
    """An amber note that says why, and the choice beside it."""

    def __init__(self, theme: Theme, template: TemplateReading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._template = template
        self._offered: tuple[str, ...] | None = None
        self._why = Label("", "body", "warn", wrap=True)
        self._help = Label("", "caption", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._why)
        words.addWidget(self._help)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(IconLabel(theme, "warning", "warn"))
        self._row.addLayout(words, 1)
        self.choice: DropDown | None = None

    def refresh(self, facts: ModelFacts) -> None:
        """Offer what the model's tokenizer can write."""
        if facts.is_chat_model:
            return
        suitable = self._template.suitable
        if suitable != self._offered:
            self._offer(facts, suitable)
        chosen = CHAT_TEMPLATES.get(self._template.name)
        self._why.setText(not_a_chat_model(facts))
        self._help.setText(
            tr_engine(chosen.help_text) if chosen else tr("Choose how one is written. The text below is what it reads.")
        )
        if self.choice is not None:
            self.choice.set_value(self._template.name)

    def _offer(self, facts: ModelFacts, suitable: tuple[str, ...]) -> None:
        self._offered = suitable
        if self.choice is not None:
            self.choice.deleteLater()
        own = tr("Its own template") if facts.has_chat_template else tr("Choose a template…")
        options = [
            ("", own, ""),
            *(
                (name, tr_engine(CHAT_TEMPLATES[name].title), tr_engine(CHAT_TEMPLATES[name].help_text))
                for name in suitable
            ),
        ]
        self.choice = DropDown(options, tr("Chat template"))
        self.choice.setAccessibleDescription(tr("How a conversation is written for a model that brings no template."))
        self.choice.setFixedWidth(_WIDTH)
        self.choice.chosen.connect(lambda name: self._template.choose(str(name)))
        self._row.addWidget(self.choice)
