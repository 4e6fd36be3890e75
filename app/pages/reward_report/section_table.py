"""One table of a reward report, a line for each group of pairs."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr
from app.theme.theme import Theme
from app.widgets.describe import describe
from app.widgets.table_head import TableHead
from app.widgets.table_look import dress_table
from engine.evaluation.reward_report import Group
from engine.evaluation.reward_report_words import COLUMNS, RewardSection

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = range(1, 1 + len(COLUMNS))
_NUMBER_WIDTH = 76


class SectionTable(QTableView):
    """Empty until `show_section`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        head = TableHead(theme, self, _NUMBERS)
        dress_table(self, head)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in _NUMBERS:
            head.resizeSection(column, _NUMBER_WIDTH)
        describe(self, tr("How many pairs, how often the rewards are right, and how sure they are, by group"))

    def show_section(self, section: RewardSection, name: str) -> None:
        """Show another table of the report; `name` is for those who cannot see what is chosen above it."""
        self.setAccessibleName(name)
        self._rows.show(section)
        self.setCurrentIndex(self._rows.index(0, 0))


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._section: RewardSection | None = None

    def show(self, section: RewardSection) -> None:
        self.beginResetModel()
        self._section = section
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if self._section is None or (parent is not None and parent.isValid()) else len(self._section.groups)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or self._section is None:
            return None
        if section == 0:
            return self._section.head if self._section.kind == "group" else tr_engine(self._section.head)
        return (tr("Pairs"), tr("Right", "how often rewards are"), tr("Sure"))[section - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or self._section is None:
            return None
        return _cells(self._section.groups[index.row()], is_own_name=self._section.kind == "group")[index.column()]


def _cells(group: Group, *, is_own_name: bool) -> tuple[str, ...]:
    return (
        group.name if is_own_name else tr_engine(group.name),
        number(group.pairs, ","),
        number(group.accuracy, ".1%"),
        number(group.sureness, ".1%"),
    )
