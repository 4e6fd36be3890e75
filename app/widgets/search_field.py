"""A field to search with: a glass at its left, a cross to empty it, and a moment's patience while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from app.language.translate import tr
from app.theme.fonts import ui_font
from app.theme.icons import make_icon
from app.theme.theme import Theme

_PATIENCE = 180  # milliseconds after the last key


class SearchField(QLineEdit):
    """`searched(text)` once typing pauses, at Enter, and when the field is emptied."""

    searched = Signal(str)

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setProperty("search", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setFont(ui_font(13))
        for inner in self.findChildren(QToolButton):
            inner.setAccessibleName(tr("Search") if inner.defaultAction() is self._glass else tr("Empty the search"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textEdited.connect(lambda _: self._timer.start())
        self.textChanged.connect(self._emptied)
        self.returnPressed.connect(self._search_now)
        theme.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _search_now(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())

    def _emptied(self, text: str) -> None:
        if not text:
            self._search_now()

    def _dress(self) -> None:
        self._glass.setIcon(make_icon("magnifying-glass", self._theme.colors.text3))
