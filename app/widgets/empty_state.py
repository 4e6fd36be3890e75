"""What a place says while there is nothing in it yet: one line, one line of help, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.widgets.button import Button, ButtonKind
from app.widgets.icon_label import IconLabel
from app.widgets.label import Label


class EmptyState(QWidget):
    """`acted` is emitted by its button."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        action: str = "",
        *,
        kind: ButtonKind = "secondary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "strong")
        self._text = Label(text, "body", "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMaximumWidth(420)
        self.button = Button(theme, action, kind, name=action or title)
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(IconLabel(theme, icon, size=24), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        help_row = QHBoxLayout()  # a wrapped label needs all the width there is, up to its limit
        help_row.addStretch(1)
        help_row.addWidget(self._text, 20)
        help_row.addStretch(1)
        layout.addLayout(help_row)
        layout.addSpacing(4)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        # Only now: a visible widget without a parent would flash up as a window of its own.
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)

    def set_texts(self, title: str, text: str, action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        if action:
            self.button.set_label(action)
        self.button.setVisible(bool(action))
