"""Several folders of a person's choice: one a line, added by a dialog, taken away by a button or the Delete key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.button import Button

_SHOWN = 3
_ROW = 28


class _List(QListWidget):
    removal_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


class FolderList(QWidget):
    """`changed` carries all folders, as a tuple of texts, when a person adds or removes one."""

    changed = Signal(object)

    def __init__(self, theme: Theme, name: str, folders: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _List()
        self.list.removal_wanted.connect(self._remove)
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(tr("Delete takes the selected folder out of the list."))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setFixedHeight(_SHOWN * _ROW + 2)
        self.list.setProperty("frame", "input")
        self.add_button = Button(theme, tr("Add folder"), icon="plus", size="compact")
        self.add_button.clicked.connect(self._add)
        self.remove_button = Button(theme, tr("Remove"), size="compact")
        self.remove_button.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._refresh)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.show_folders(folders)

    @property
    def folders(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def show_folders(self, folders: Sequence[str]) -> None:
        """Show other ones; nothing is emitted."""
        if tuple(folders) != self.folders:
            self.list.clear()
            for folder in folders:
                self._put(folder)
        self._refresh()

    def _refresh(self) -> None:
        self.list.setVisible(self.list.count() > 0)
        self.remove_button.setVisible(self.list.count() > 0)
        self.remove_button.setEnabled(bool(self.list.selectedItems()))
        self.remove_button.setToolTip("" if self.list.selectedItems() else tr("Select a folder first."))

    def _add(self) -> None:
        last = self.folders[-1] if self.folders else str(Path.home())
        folder = QFileDialog.getExistingDirectory(self, tr("Choose a folder that holds models"), last)
        if folder and folder not in self.folders:
            self._put(folder)
            self._told()

    def _put(self, folder: str) -> None:
        item = QListWidgetItem(folder, self.list)
        item.setSizeHint(QSize(0, _ROW))

    def _remove(self) -> None:
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._told()

    def _told(self) -> None:
        self._refresh()
        self.changed.emit(self.folders)
