"""A control's description, for those who hear the window instead of seeing it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def describe(control: QWidget, text: str) -> None:
    """Describe a control and the parts of it that the keyboard can reach, such as a slider and the box beside it."""
    control.setAccessibleDescription(text)
    for part in control.findChildren(QWidget):
        # Of buttons that exclude each other only one takes the focus by Tab.
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(part, QAbstractButton):
            part.setAccessibleDescription(text)
