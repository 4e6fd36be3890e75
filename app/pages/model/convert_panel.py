"""What stands in the place of the chat template while a GGUF is chosen: what converting it means, and doing it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.models.model_choice import ModelChoice
from app.pages.model.words import home_relative, size_words
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import Label
from app.widgets.work_line import WorkLine
from engine.model.gguf.facts import folder_of, unpacked_bytes


class ConvertPanel(Card):
    """Shows a GGUF that can be converted, or is being."""

    def __init__(self, theme: Theme, choice: ModelChoice, parent: QWidget | None = None) -> None:
        super().__init__(tr("A packed model"), surface="sunken", padding=14, parent=parent)
        self._choice = choice
        self._text = Label("", "body", "text2", wrap=True)
        self.layout_.addWidget(self._text)
        self.button = Button(theme, tr("Convert"), icon="stack")
        self.button.clicked.connect(choice.convert)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.layout_.addLayout(row)
        self.work = WorkLine(theme, tr("Converting"))
        self.work.cancelled.connect(choice.conversion.cancel)
        self.layout_.addWidget(self.work)
        self.layout_.addStretch(1)

    def refresh(self) -> None:
        """Show the chosen GGUF, and how far its conversion is."""
        facts, conversion = self._choice.chosen, self._choice.conversion
        if facts is None or not facts.is_gguf:
            return
        target = folder_of(facts.folder, self._choice.home / "models")
        self._text.setText(
            tr(
                "A GGUF is packed for running. It is converted once into a folder that can be trained: "
                "{home_relative}, {size_words}. The file itself stays as it is. The weights keep the values that "
                "packing left, so a model whose original files you have learns better from those.",
                home_relative=home_relative(target),
                size_words=size_words(unpacked_bytes(facts)),
            )
        )
        is_here = conversion.file == facts.folder
        self.button.setVisible(not is_here)
        self.button.setEnabled(conversion.file is None)
        self.button.setToolTip("" if conversion.file is None else tr("Another file is being converted."))
        self.work.setVisible(is_here)
        if is_here:
            share = conversion.share
            self.work.show_share(share, tr("Reading") if share is None else tr("Converting, {share:.0%}", share=share))
