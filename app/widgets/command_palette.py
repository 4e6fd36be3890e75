"""Ctrl K: every command of the window, found by a few letters and run without the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.language.translate import tr
from app.models.command_search import best_matches
from app.theme.theme import Theme
from app.widgets.command import Command
from app.widgets.command_list import CommandDelegate, CommandListModel, Entry
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from app.widgets.search_field import SearchField

WIDTH = 560
_ROWS = 11
_ROW_HEIGHT = 34
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS - 1, Qt.Key.Key_PageUp: 1 - _ROWS}


class CommandPalette(Dialog):
    """The search keeps the keyboard's focus; Up and Down move in the list below it, Enter runs, Esc closes.

    `chosen(command)` comes when the palette has closed, so that the focus is back where it was.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("Commands"), WIDTH, parent, shows_title=False)
        self._entries: list[Entry] = []
        self.search = SearchField(theme, tr("Find a command"))
        self.search.setAccessibleDescription(tr("Up and Down choose from the list, Enter runs, Esc closes."))
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda _: self._filter())
        self._model = CommandListModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setAccessibleDescription(tr("Enter runs the chosen one."))
        self.list.setModel(self._model)
        self.list.setItemDelegate(CommandDelegate(theme, self._model, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_ROWS * _ROW_HEIGHT)
        self.list.clicked.connect(self._run)
        self.nothing = Label(tr("No command has these words."), "body", "text2")
        self.nothing.hide()
        self.layout_of_body.setContentsMargins(12, 12, 12, 12)
        self.layout_of_body.addWidget(self.search)
        self.layout_of_body.addWidget(self.nothing)
        self.layout_of_body.addWidget(self.list)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these commands; what is typed and where one is in the list stay as they are."""
        current = self.current
        self._entries = list(entries)
        self._filter()
        if current is not None:
            for row in range(self._model.rowCount()):
                entry = self._model.entry(row)
                if entry is not None and entry.command is current:
                    self._go_to(row)

    @property
    def current(self) -> Command | None:
        """The command that Enter would run."""
        entry = self._model.entry(self.list.currentIndex().row())
        return entry.command if entry else None

    def listed(self) -> list[Entry]:
        """What the list shows now, from top to bottom."""
        rows = (self._model.entry(row) for row in range(self._model.rowCount()))
        return [entry for entry in rows if entry is not None]

    def open(self) -> None:
        """Show it with the whole list and an empty search, in the upper part of its window."""
        self.search.clear()
        self._filter()
        super().open()
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            self.move(self.x(), window.mapToGlobal(window.rect().topLeft()).y() + window.height() // 8)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentIndex())
                return True
            if event.key() in _STEPS:
                row = self.list.currentIndex().row() + _STEPS[Qt.Key(event.key())]
                self._go_to(max(0, min(row, self._model.rowCount() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        found = best_matches(self.search.text(), [entry.words for entry in self._entries])
        self._model.show_entries([self._entries[index] for index in found])
        self.nothing.setVisible(not found)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _run(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is None or entry.command.why_not:
            return  # the row says why
        self.accept()
        self.chosen.emit(entry.command)
