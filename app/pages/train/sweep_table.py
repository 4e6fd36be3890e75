"""The runs of a sweep side by side: their values, how they did on held-back pairs, and how their replies grew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.words import signed_number
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.chart_words import percentage, plain_number, rate
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from app.widgets.table_head import TableHead
from app.widgets.table_look import dress_table
from engine.sweep.folder import SweepResult

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _HEIGHT = 720, 440
_HEADS = (mark("State"), mark("Beta"), mark("Rate"), mark("Accuracy"), mark("Margin"), mark("Loss"), mark("Length"))
_NUMBERS = range(1, len(_HEADS))


class SweepTable(Dialog):
    """`run_wanted(folder)` when one is to be opened."""

    run_wanted = Signal(object)

    def __init__(self, theme: Theme, results: Sequence[SweepResult], parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("The runs of the sweep"), _WIDTH, parent)
        self.setFixedHeight(_HEIGHT)
        self._results = results
        self.table = QTableView()
        self.table.setAccessibleName(tr("The runs of the sweep"))
        self.table.setModel(_Rows(results, self.table))
        head = TableHead(theme, self.table, _NUMBERS)
        dress_table(self.table, head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.open_button = Button(theme, tr("Open this run"), key="↵")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        self.close_button = Button(theme, tr("Close"), key="Esc")
        self.close_button.clicked.connect(self.reject)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        self.table.doubleClicked.connect(lambda _: self._open())
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        about = tr(
            "Accuracy, margin and loss are those on what was held back; length is how much the sampled replies grew."
        )
        self.layout_of_body.addWidget(Label(about, "body", "text2", wrap=True))
        self.layout_of_body.addWidget(self.table, 1)
        self.layout_of_body.addLayout(foot)
        best = max(range(len(results)), key=lambda row: results[row].accuracy or -1.0, default=0)
        self.table.selectRow(best)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _refresh(self) -> None:
        self.open_button.setEnabled(self._chosen() is not None)

    def _chosen(self) -> SweepResult | None:
        row = self.table.currentIndex().row()
        return self._results[row] if 0 <= row < len(self._results) and self._results[row].state != "waiting" else None

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.run_wanted.emit(Path(chosen.folder))
            self.accept()


class _Rows(QAbstractTableModel):
    def __init__(self, results: Sequence[SweepResult], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = [_cells(result) for result in results]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr_marked(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def _cells(result: SweepResult) -> tuple[str, ...]:
    return (
        result.state.capitalize(),
        number(result.beta, "g"),
        rate(result.learning_rate),
        "–" if result.accuracy is None else percentage(result.accuracy),
        "–" if result.margin is None else signed_number(result.margin),
        "–" if result.loss is None else plain_number(result.loss),
        "–" if result.length_change is None else number(result.length_change, "+.0%").replace("-", "−"),
    )
