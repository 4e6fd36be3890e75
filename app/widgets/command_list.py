"""The palette's rows: a command's name, where it belongs, and its keys at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import METRICS, RADIUS
from app.widgets.command import Command
from app.widgets.key_cap import HEIGHT, key_cap_width, paint_key_cap
from app.widgets.painting import rounded_box, text_in, text_width

Index = QModelIndex | QPersistentModelIndex
_PADDING = 12
_SAME_LINE = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A command, and the page it belongs to in words: empty for those of the whole window."""

    command: Command
    place: str = ""

    @property
    def words(self) -> str:
        """What a search looks through."""
        return f"{self.command.text()} {self.place} {self.command.about}"


class CommandListModel(QAbstractListModel):
    """The entries that are listed now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these instead."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """One row's entry."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        command = entry.command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.text(), entry.place, command.keys, command.why_not) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return command.about
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.why_not or command.about
        return None


class CommandDelegate(QStyledItemDelegate):
    """Paints one entry; what cannot be done now is quiet and says why."""

    def __init__(self, theme: Theme, model: CommandListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, METRICS.row_height + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        painter.save()
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
        self._paint_entry(painter, rect, entry, is_current=_is_selected(state))
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRectF, entry: Entry, *, is_current: bool) -> None:
        colors = self._theme.colors
        if is_current:
            rounded_box(painter, rect.adjusted(0, 1, 0, -1), RADIUS.button, colors.accent_soft)
        why_not, right = entry.command.why_not, rect.right() - _PADDING
        quiet = colors.text2 if is_current else colors.text3
        if entry.command.keys:
            width = key_cap_width(entry.command.keys)
            cap = QRectF(right - width, rect.center().y() - HEIGHT / 2, width, HEIGHT)
            paint_key_cap(painter, cap, entry.command.keys, colors)
            right -= width + _PADDING
        name_font, note_font = ui_font(13, 500), ui_font(12)
        left = rect.x() + _PADDING
        room = QRectF(left, rect.y(), right - left, rect.height())
        text_in(painter, room, entry.command.text(), name_font, quiet if why_not else colors.text)
        left += text_width(name_font, entry.command.text()) + _SAME_LINE
        note = why_not or entry.place or entry.command.about
        short = QFontMetricsF(note_font).elidedText(note, Qt.TextElideMode.ElideRight, right - left)
        text_in(painter, QRectF(left, rect.y(), right - left, rect.height()), short, note_font, quiet)


def _is_selected(state: object) -> bool:
    return isinstance(state, QStyle.StateFlag) and bool(state & QStyle.StateFlag.State_Selected)
