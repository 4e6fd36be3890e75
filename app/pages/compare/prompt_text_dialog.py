"""What a model really read: the conversation in its chat template, the reply behind it tinted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr
from app.models.side_words import side_word
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from app.widgets.marked_text import MarkedText
from engine.chat.generate import Side
from engine.chat.prompt_text import PromptText

_WIDTH, _HEIGHT = 720, 520


class PromptTextDialog(Dialog):
    """Read, select, copy, close."""

    def __init__(self, theme: Theme, known: PromptText, side: Side, reply: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("What the model {side} training read", side=side_word(side)), _WIDTH, parent)
        self.setFixedHeight(_HEIGHT)
        whole = known.text + reply
        self.text = MarkedText(theme, tr("The conversation in the model's chat template"), mono_font(12))
        self.text.show_text(whole, ((len(known.text), len(whole)),), "accent_soft")
        self.copy_button = Button(theme, tr("Copy"), icon="copy")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(whole))
        self.close_button = Button(theme, tr("Close"), key="Esc")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.note = Label(
            tr(
                "{tokens:,} of the {context:,} tokens that it can hold, in its chat template. The tinted part is "
                "its reply.",
                tokens=known.tokens,
                context=known.context,
            ),
            "body",
            "text2",
            wrap=True,
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.close_button)
        self.layout_of_body.addWidget(self.note)
        self.layout_of_body.addWidget(self.text, 1)
        self.layout_of_body.addLayout(foot)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
