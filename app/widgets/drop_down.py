"""One of many fixed choices, folded into one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

_SHOWN_AT_ONCE = 12
_ITEM_HEIGHT = 28


class DropDown(QComboBox):
    """`options` are (value, label, help). `chosen(value)` is emitted when a person chooses, not by `set_value`."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._options: list[tuple[object, str, str]] = []
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))  # the menu's own would leave the lines as low as text
        self.setMaxVisibleItems(_SHOWN_AT_ONCE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for option in options:
            self.offer(*option)
        self.currentIndexChanged.connect(lambda index: self.chosen.emit(self._values[index]))

    def offers(self, value: object) -> bool:
        """Whether a value is among the choices."""
        return value in self._values

    def offer(self, value: object, label: str, help_text: str) -> None:
        """Add a choice at the end."""
        with QSignalBlocker(self):
            self._values.append(value)
            self._options.append((value, label, help_text))
            self.addItem(label)
            self.setItemData(self.count() - 1, help_text, Qt.ItemDataRole.ToolTipRole)
            self.setItemData(self.count() - 1, QSize(0, _ITEM_HEIGHT), Qt.ItemDataRole.SizeHintRole)

    def offer_instead(self, options: Sequence[tuple[object, str, str]]) -> None:
        """Offer these choices, and no others."""
        if list(options) == self._options:
            return
        with QSignalBlocker(self):
            self._values.clear()
            self._options.clear()
            self.clear()
            for option in options:
                self.offer(*option)

    def set_value(self, value: object) -> None:
        """Show a value that is among the choices."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._values.index(value))

    def help_text(self) -> str:
        """The line of help of what is chosen."""
        return str(self.currentData(Qt.ItemDataRole.ToolTipRole))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls on under the pointer; a setting must not change by it.
        event.ignore()
