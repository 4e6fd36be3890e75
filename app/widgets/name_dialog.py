"""Asks for a name, and says below it what the name means or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.dialog import Dialog
from app.widgets.label import Label

_WIDTH = 440


class NameDialog(Dialog):
    """`note(name)` gives the line below the field; an empty name cannot be accepted. `other` is one more button."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        name: str,
        confirm: str,
        note: Callable[[str], str],
        *,
        other: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, _WIDTH, parent)
        self._note_of = note
        self.field = QLineEdit(name)
        self.field.setFont(ui_font(13))
        self.field.setAccessibleName(tr("Name"))
        self.field.setAccessibleDescription(tr("Enter takes the name, Esc leaves it."))
        self.field.selectAll()
        self.note = Label("", "caption", "text2", wrap=True)
        self.other_button = Button(theme, other, "ghost", name=other or tr("Other"))
        self.cancel_button = Button(theme, tr("Cancel"), key="Esc")
        self.confirm_button = Button(theme, confirm, "primary", key="↵")
        self.confirm_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self.accept)
        self.field.textChanged.connect(self.refresh)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.confirm_button)
        self.other_button.setVisible(bool(other))
        self.layout_of_body.addWidget(self.field)
        self.layout_of_body.addWidget(self.note)
        self.layout_of_body.addSpacing(10)
        self.layout_of_body.addLayout(buttons)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    @property
    def name(self) -> str:
        """What is written, without spaces around it."""
        return self.field.text().strip()

    def refresh(self) -> None:
        """Say anew what the name means."""
        self.confirm_button.setEnabled(bool(self.name))
        self.confirm_button.setToolTip("" if self.name else tr("Write a name first."))
        self.note.setText(self._note_of(self.name))
