"""A question before something that cannot simply be undone. Enter takes the safe answer, Esc cancels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme.theme import Theme
from app.widgets.button import Button, ButtonKind
from app.widgets.dialog import Dialog
from app.widgets.label import Label

_WIDTH = 440


class ConfirmDialog(Dialog):
    """`title` is a question, `confirm` says what is done, `cancel` what stays as it is.

    `default_is_confirm` makes Enter confirm, for steps that lose nothing. With `kind` danger_filled the step destroys
    something and Enter always cancels.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        confirm: str,
        cancel: str,
        *,
        kind: ButtonKind = "primary",
        default_is_confirm: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, _WIDTH, parent)
        safe_confirm = default_is_confirm and kind != "danger_filled"
        self.cancel_button = Button(theme, cancel, key="Esc")
        self.confirm_button = Button(theme, confirm, kind, key="↵" if safe_confirm else "")
        for button, slot in ((self.cancel_button, self.reject), (self.confirm_button, self.accept)):
            button.clicked.connect(slot)
        default = self.confirm_button if safe_confirm else self.cancel_button
        default.setDefault(True)
        default.setFocus(Qt.FocusReason.OtherFocusReason)

        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.confirm_button)
        self.layout_of_body.addWidget(Label(text, "body", "text2", wrap=True))
        self.layout_of_body.addSpacing(10)
        self.layout_of_body.addLayout(buttons)
