"""Code in a reply: to the letter, in an inset that scrolls sideways, with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr
from app.models.reply_blocks import Code
from app.theme.fonts import mono_font
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import ElidedLabel
from app.widgets.streaming_text import StreamingText


class CodeBlock(Card):
    """`show_code` may be called again while the code grows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(surface="sunken", padding=0, spacing=0, parent=parent)
        self.code = Code("")
        self._language = ElidedLabel(tr("Code"), "caption", "text2")
        self.copy_button = Button(theme, tr("Copy"), "ghost", icon="copy", size="compact", name=tr("Copy this code"))
        self.copy_button.clicked.connect(self._copy)
        self.view = _CodeText()
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 4, 0)
        head.addWidget(self._language, 1)
        head.addWidget(self.copy_button)
        body = QVBoxLayout()
        body.setContentsMargins(12, 2, 4, 8)
        body.addWidget(self.view)
        self.layout_.addLayout(head)
        self.layout_.addLayout(body)

    def show_code(self, code: Code) -> None:
        """Show code, which may be the former one with more behind it."""
        self.code = code
        self._language.setText(code.language or tr("Code"))
        self.view.setAccessibleName(tr("Code, {language}", language=code.language) if code.language else tr("Code"))
        self.view.show_text(code.text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text)


class _CodeText(StreamingText):
    def __init__(self) -> None:
        super().__init__(tr("Code"))
        self.setFont(mono_font(12))
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
