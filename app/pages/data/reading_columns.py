"""Which column is the prompt, which the replies: one list for each, in two columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from app.language.translate import mark, tr, tr_labels, tr_marked
from app.models.reading_choice import ReadingChoice
from app.theme.fonts import ui_font
from app.widgets.label import Label

_NAMES = {
    "prompt": mark("Prompt"),
    "system": mark("System prompt"),
    "chosen": mark("Chosen reply"),
    "rejected": mark("Rejected reply"),
    "response_a": mark("Reply A"),
    "response_b": mark("Reply B"),
    "winner": mark("Winner"),
    "completion": mark("Reply"),
    "label": mark("Label"),
}
_NONE = {"prompt": mark("None, the replies hold it"), "system": mark("None")}
_NOT_CHOSEN = mark("Choose a column")


class ReadingColumns(QWidget):
    """`picked(target, column)` when a person picks; the empty column is none."""

    picked = Signal(str, str)

    def __init__(self, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._labels: dict[str, Label] = {}
        self._boxes: dict[str, QComboBox] = {}
        for target, name in tr_labels(_NAMES.items()):
            self._labels[target] = Label(name, "body", "text2", parent=self)
            self._boxes[target] = self._box(target, name, columns)
            self._labels[target].setBuddy(self._boxes[target])

    def box(self, target: str) -> QComboBox:
        """The list for one target."""
        return self._boxes[target]

    def show_choice(self, choice: ReadingChoice) -> None:
        """Show the lists of the present way of reading, two beside each other."""
        targets = choice.targets
        for target, box in self._boxes.items():
            for widget in (self._labels[target], box):
                self._grid.removeWidget(widget)
                widget.setVisible(target in targets)
        for place, target in enumerate(targets):
            row, side = divmod(place, 2)
            self._grid.addWidget(self._labels[target], row, 2 * side)
            self._grid.addWidget(self._boxes[target], row, 2 * side + 1)
            box = self._boxes[target]
            box.setCurrentIndex(max(0, box.findData(choice.column(target))))
            if place:
                QWidget.setTabOrder(self._boxes[targets[place - 1]], box)

    def _box(self, target: str, name: str, columns: tuple[str, ...]) -> QComboBox:
        box = QComboBox(self)
        box.addItem(tr_marked(_NONE.get(target, _NOT_CHOSEN)), "")
        for column in columns:
            box.addItem(column, column)
        box.setAccessibleName(name)
        box.setAccessibleDescription(tr("The file's column that holds it"))
        box.view().setAccessibleName(tr("Columns for {name}", name=name))
        box.setFont(ui_font(13))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setMinimumContentsLength(8)
        box.activated.connect(lambda _, target=target, box=box: self.picked.emit(target, str(box.currentData())))
        return box
