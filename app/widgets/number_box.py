"""A spin box that reads and shows numbers as people write them: 5e-5, 0.1, 10%."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from app.language.numbers import number
from app.theme.fonts import ui_font

NumberFormat = Literal["plain", "scientific", "percent"]
_FINEST = 12  # decimals kept, so that 1e-6 is not rounded away


class NumberBox(QDoubleSpinBox):
    """`number_format` scientific shows 5e-5 and steps by a tenth of the value; percent shows 0.1 as 10%."""

    def __init__(
        self, name: str, number_format: NumberFormat = "plain", decimals: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._format: NumberFormat = number_format
        self._shown_decimals = decimals
        self.setAccessibleName(name)
        self.setFont(ui_font(13))
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # a style sheet's padding does not reach the editor
        self.setKeyboardTracking(False)
        self.setDecimals(_FINEST)

    def set_quietly(self, value: float) -> None:
        """Show a value that is known already."""
        with QSignalBlocker(self):
            self.setValue(value)

    def textFromValue(self, value: float) -> str:
        if self._format == "scientific":
            return short_scientific(value)
        if self._format == "percent":
            return number(value, f".{max(0, self._shown_decimals - 2)}%")
        return number(value, f".{self._shown_decimals}f")

    def valueFromText(self, text: str) -> float:
        typed = float(text.replace("%", "").replace("−", "-").replace(",", ".").strip())
        return typed / 100 if self._format == "percent" else typed

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        try:
            value = self.valueFromText(text)
        except ValueError:
            # Half-typed numbers such as "5e-" are on the way to one.
            typed = set(text.lower()) <= set("0123456789.,e+-−% ")
            state = QValidator.State.Intermediate if typed else QValidator.State.Invalid
            return state, text, position
        inside = self.minimum() <= value <= self.maximum()
        return QValidator.State.Acceptable if inside else QValidator.State.Intermediate, text, position

    def fixup(self, text: str) -> str:
        try:
            value = self.valueFromText(text)
        except ValueError:
            return self.textFromValue(self.value())
        return self.textFromValue(min(max(value, self.minimum()), self.maximum()))

    def stepBy(self, steps: int) -> None:
        if self._format == "scientific":
            self.setValue(float(f"{self.value() * 1.1**steps:.1e}"))
        else:
            super().stepBy(steps)


def short_scientific(value: float) -> str:
    """0.00005 as 5e-5, 0.0001 as 1e-4."""
    if value == 0:
        return "0"
    mantissa, exponent = f"{value:.2e}".split("e")
    return f"{number(float(mantissa), 'g')}e{int(exponent)}"
