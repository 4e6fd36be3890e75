"""Asks in which format a copy is to be saved; where is asked by the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.example_words import ExampleWords
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.choice_card import ChoiceCard
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from app.widgets.tab_stop import keep_one_tab_stop
from engine.data.writers.copy_format import CopyFormat
from engine.data.writers.registry import COPY_FORMATS

_WIDTH = 480


class CopyDialog(Dialog):
    """`accepted` means that a place is to be chosen for a copy in `form`; `thumbs` need one with a place for them."""

    def __init__(
        self,
        theme: Theme,
        kept: int,
        dropped: int,
        words: ExampleWords,
        parent: QWidget | None = None,
        *,
        thumbs: bool = False,
    ) -> None:
        super().__init__(theme, tr("Save a copy of {examples}?", examples=words.count(kept)), _WIDTH, parent)
        left_out = tr(" {count:,} dropped will not be in it.", count=dropped) if dropped else ""
        self.layout_of_body.addWidget(
            Label(
                tr("With your edits made. The open file stays as it is.{left_out}", left_out=left_out),
                "body",
                "text2",
                wrap=True,
            )
        )
        self.layout_of_body.addSpacing(6)
        self._forms = [form for form in COPY_FORMATS if form.takes_thumbs or not thumbs]
        self._group = QButtonGroup(self)
        self.choices: list[ChoiceCard] = []
        for number, form in enumerate(self._forms):
            card = ChoiceCard(theme, tr_engine(form.title), tr_engine(form.note))
            self._group.addButton(card, number)
            self.layout_of_body.addWidget(card)
            self.choices.append(card)
        self.choices[0].setChecked(True)
        keep_one_tab_stop(self._group)
        self.cancel_button = Button(theme, tr("Cancel"), key="Esc")
        self.cancel_button.clicked.connect(self.reject)
        self.place_button = Button(theme, tr("Choose a place"), "primary", key="↵")
        self.place_button.clicked.connect(self.accept)
        self.place_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.place_button)
        self.layout_of_body.addSpacing(8)
        self.layout_of_body.addLayout(buttons)
        self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self) -> None:
        """Show it, as high as its texts are at this width."""
        self.setFixedHeight(self.layout_of_body.totalHeightForWidth(_WIDTH))
        super().open()

    @property
    def form(self) -> CopyFormat:
        """The format that is chosen."""
        return self._forms[self._group.checkedId()]
