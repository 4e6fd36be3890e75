"""How often each was said, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from app.widgets.label import Label


class TallyRow(QWidget):
    """A number below each name; `columns` in a line."""

    def __init__(self, names: Sequence[str], columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        self._numbers: list[Label] = []
        for place, name in enumerate(names):
            line, column = divmod(place, columns)
            number = Label("0", "name")
            number.setAccessibleName(name)
            grid.addWidget(Label(name, "caption", "text2"), 3 * line, column)
            grid.addWidget(number, 3 * line + 1, column)
            grid.setRowMinimumHeight(3 * line + 2, 8)
            self._numbers.append(number)

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """In the names' order."""
        for label, number in zip(self._numbers, numbers, strict=True):
            label.setText(number)
