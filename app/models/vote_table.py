"""The votes of a test as a table, with the sides revealed."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_marked
from engine.evaluation.report import said
from engine.evaluation.vote import Vote

_Index = QModelIndex | QPersistentModelIndex
_LONGEST_TOOLTIP = 600


class VoteColumn(IntEnum):
    """The columns, in order."""

    NUMBER = 0
    PROMPT = 1
    GROUP = 2
    VOTE = 3
    REPLY_A = 4
    REPLY_B = 5


_HEADS = ("", mark("Prompt"), mark("Group"), mark("Preferred"), mark("Reply A"), mark("Reply B"))


class VoteTable(QAbstractTableModel):
    """One line a vote, in the order in which they were cast."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._votes: tuple[Vote, ...] = ()

    def set_votes(self, votes: tuple[Vote, ...]) -> None:
        """Show other votes."""
        self.beginResetModel()
        self._votes = votes
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._votes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(VoteColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._text(self._votes[index.row()], VoteColumn(index.column()), index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(text.split())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                # A tooltip reads HTML where it looks like some; replies must not.
                short = text if len(text) <= _LONGEST_TOOLTIP else f"{text[:_LONGEST_TOOLTIP]}…"
                return short if role != Qt.ItemDataRole.ToolTipRole else _as_plain_tooltip(short)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr_marked(_HEADS[section])
        return None

    def _text(self, vote: Vote, column: VoteColumn, row: int) -> str:
        match column:
            case VoteColumn.NUMBER:
                return f"{row + 1}"
            case VoteColumn.PROMPT:
                return vote.prompt_text
            case VoteColumn.GROUP:
                return vote.group
            case VoteColumn.VOTE:
                return tr_engine(said(vote).capitalize())
            case VoteColumn.REPLY_A | VoteColumn.REPLY_B:
                pane = "a" if column is VoteColumn.REPLY_A else "b"
                who = tr("Trained") if vote.after_side == pane else tr("Original")
                return f"{who}: {vote.shown['ab'.index(pane)]}"


def _as_plain_tooltip(text: str) -> str:
    from html import escape

    return f"<qt><p style='white-space: pre-wrap'>{escape(text)}</p></qt>"
