"""The table of pairs and what a search leaves of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.models.pair_filter import matching_indices
from app.models.pair_table import Column, PairRole, PairTable
from tests.app.models.pairs import make_pair

_PAIRS = [make_pair(1, "What is iron?"), make_pair(2, "What is gold?", chosen="A METAL."), make_pair(2, "And tin?")]


def _table() -> PairTable:
    table = PairTable()
    table.append(_PAIRS)
    return table


def test_it_is_a_correct_model() -> None:
    table = PairTable()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.append(_PAIRS)
    table.show_only([2])
    table.append([make_pair(4)])
    table.show_only(None)
    table.set_flags({1: ("contradictions",)}, {"contradictions": "Contradictions"})
    assert table.rowCount() == 4
    table.clear()
    assert tester.model() is table


def test_what_a_line_shows() -> None:
    table = _table()
    table.set_flags({1: ("contradictions",)}, {"contradictions": "Contradictions"})
    texts = [table.index(0, column).data() for column in Column]
    assert texts == ["1", "What is iron?", "4", "14", "Contradictions"]
    assert table.index(0, Column.CHOSEN).data(PairRole.LENGTH) == 4
    assert table.index(0, Column.FLAGS).data(PairRole.FLAG_NAMES) == ("contradictions",)
    assert table.index(0, Column.PROMPT).data(PairRole.PAIR) is _PAIRS[0]
    assert table.headerData(Column.REJECTED, Qt.Orientation.Horizontal) == "Rejected"


def test_it_grows_while_a_file_is_read(qtbot: QtBot) -> None:
    table = PairTable()
    with qtbot.waitSignal(table.rowsInserted):
        table.append(_PAIRS)
    assert table.rowCount() == 3
    assert table.rowCount(table.index(0, 0)) == 0
    assert table.columnCount(QModelIndex()) == 5


def test_a_pair_that_is_filtered_out_has_no_line() -> None:
    table = _table()
    table.show_only([2])
    assert table.line_of(2) == 0
    assert table.line_of(0) is None
    assert table.index_at(0) == 2
    assert table.pair_at(0) is _PAIRS[2]


def test_search_finds_prompts_and_replies_in_any_case() -> None:
    assert matching_indices(_PAIRS, "IRON", None) == [0]
    assert matching_indices(_PAIRS, "metal", None) == [1]
    assert matching_indices(_PAIRS, "", None) == [0, 1, 2]
    assert matching_indices(_PAIRS, "tin", {1}) == []
    assert matching_indices(_PAIRS, "", {2}) == [1, 2]
    assert matching_indices(_PAIRS, "", None, lambda: True) == []
