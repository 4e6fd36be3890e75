"""What can be done with the marked runs, or with the current one, and the chips that narrow the table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_labels
from app.models.run_filter import RunChip
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.chip import Chip
from app.widgets.label import ElidedLabel
from app.widgets.tab_stop import keep_one_tab_stop

_CHIPS: tuple[tuple[RunChip, str], ...] = (
    ("all", mark("All")),
    ("done", mark("Done")),
    ("starred", mark("Starred")),
    ("failed", mark("Failed")),
)
_KEYS_FROM = 1100  # pixels of bar


class ActionBar(QWidget):
    """The buttons belong to the page; `narrowed(chip)` when a person picks a chip."""

    narrowed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = ElidedLabel("", "strong")
        self.open = Button(theme, tr("Open"), icon="folder-open", key="↵", size="compact")
        self.compare = Button(theme, tr("Compare"), icon="columns", size="compact")
        self.resume = Button(theme, tr("Resume"), icon="play", size="compact")
        self.duplicate = Button(theme, tr("Duplicate"), icon="copy", size="compact")
        self.duplicate.setToolTip(tr("Begin a new run with its settings, its data and its model"))
        self.rename = Button(theme, tr("Rename"), "ghost", key="F2", size="compact")
        self.delete = Button(theme, tr("Delete"), "ghost", icon="trash", key="Del", size="compact")
        self._chips: dict[RunChip, Chip] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.subject, 1)
        for button in (self.open, self.compare, self.resume, self.duplicate, self.rename, self.delete):
            layout.addWidget(button)
        layout.addSpacing(8)
        for name, words in tr_labels(_CHIPS):
            chip = Chip(theme, words)
            chip.clicked.connect(lambda _=False, name=name: self.narrowed.emit(name))
            self._chips[name] = chip
            self._group.addButton(chip)
            layout.addWidget(chip)
        self._chips["all"].setChecked(True)
        keep_one_tab_stop(self._group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the key caps go, as in languages with longer words."""
        super().resizeEvent(event)
        has_keys = self.width() >= _KEYS_FROM
        if has_keys != bool(self.rename.key):
            for button, key in ((self.open, "↵"), (self.rename, "F2"), (self.delete, "Del")):
                button.set_label(button.text(), key=key if has_keys else "")

    def chip(self, name: RunChip) -> Chip:
        """One of the chips."""
        return self._chips[name]

    def choose_chip(self, name: RunChip) -> None:
        """Switch a chip on without a signal."""
        self._chips[name].setChecked(True)

    def show_counts(self, counts: dict[RunChip, int]) -> None:
        """How many runs each chip leaves; one that leaves none is not shown, unless it is on."""
        for name, chip in self._chips.items():
            chip.set_count(number(counts[name], ","))
            chip.setVisible(name == "all" or counts[name] > 0 or chip.isChecked())

    def show_subject(self, title: str, marked: int) -> None:
        """Say what the buttons are about: the current run, and deletion about the marked ones where there are any."""
        self.subject.setText(tr("{marked:,} marked · {title}", marked=marked, title=title) if marked else title)
        self.delete.set_label(tr("Delete {marked:,}", marked=marked) if marked else tr("Delete"))
