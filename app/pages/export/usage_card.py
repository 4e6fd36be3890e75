"""How the exported adapter or model is loaded elsewhere, ready to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.language.translate import tr
from app.models.session import Session
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import Label

_ADAPTER = """from peft import PeftModel
from transformers import AutoModelForCausalLM

base = AutoModelForCausalLM.from_pretrained({model!r})
model = PeftModel.from_pretrained(base, {folder!r})"""
_MODEL = """from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained({folder!r})"""


class UsageCard(Card):
    """A few lines of Python with this run's own folders in them."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Use it in Python"), spacing=10, parent=parent)
        self._session = session
        self.code = Label("", "code", "text2", wrap=True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.code.setMinimumHeight(1)
        copy = Button(theme, tr("Copy"), icon="copy", size="compact")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text()))
        self.head.addWidget(copy)
        inset = Card(surface="sunken", padding=12)
        inset.layout_.addWidget(self.code)
        self.layout_.addWidget(inset)
        session.export.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        plan = self._session.run.plan
        model = plan.model.path if plan else ""
        export = self._session.export
        code = _MODEL if export.part == "model" else _ADAPTER
        self.code.setText(code.format(model=model, folder=str(export.destination)))
