"""The table of pairs and what a search leaves of it."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.models.pair_table import Column, PairRole, PairTable
from engine.data.pair_index import ENTRY_BYTES, PairIndex
from engine.data.pair_store import PairStore
from engine.errors import EngineError
from tests.app.models.pairs import make_pair, make_store

_PAIRS = [make_pair(1, "What is iron?"), make_pair(2, "What is gold?", chosen="A METAL."), make_pair(3, "And tin?")]
_TITLES = {"contradictions": "Contradictions"}


@pytest.fixture
def store(tmp_path: Path) -> PairStore:
    return make_store(tmp_path, _PAIRS)


@pytest.fixture
def table(store: PairStore) -> PairTable:
    table = PairTable()
    table.set_pairs(store)
    return table


def _start_of(store: PairStore, count: int) -> PairStore:
    """A store that has found so many of its pairs, and may find more."""
    half = PairStore(store.source, PairIndex())
    half.entries.extend(store.entries.to_bytes()[: count * ENTRY_BYTES])
    return half


def test_it_is_a_correct_model(store: PairStore) -> None:
    table = PairTable()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    growing = _start_of(store, 1)
    table.set_pairs(growing)
    growing.entries.extend(store.entries.to_bytes()[ENTRY_BYTES : 2 * ENTRY_BYTES])
    table.grow()
    table.show_only(array("I", [1]))
    growing.entries.extend(store.entries.to_bytes()[2 * ENTRY_BYTES :])
    table.grow()
    assert table.rowCount() == 1
    table.show_more(array("I", [2]))
    assert table.rowCount() == 2
    table.show_only(None)
    table.set_flags({"contradictions": (1,)}, _TITLES)
    assert table.rowCount() == 3
    table.set_pairs(None)
    assert table.rowCount() == 0
    assert tester.model() is table


def test_what_a_line_shows(table: PairTable) -> None:
    table.set_flags({"contradictions": (1,), "near_duplicates": ()}, _TITLES)
    texts = [table.index(0, column).data() for column in Column]
    assert texts == ["1", "What is iron?", "4", "14", "Contradictions"]
    assert table.index(0, Column.CHOSEN).data(PairRole.LENGTH) == 4
    assert table.index(0, Column.FLAGS).data(PairRole.FLAG_NAMES) == ("contradictions",)
    assert table.index(1, Column.FLAGS).data(PairRole.FLAG_NAMES) == ()
    assert table.headerData(Column.REJECTED, Qt.Orientation.Horizontal) == "Rejected"


def test_it_grows_while_a_file_is_read(qtbot: QtBot, store: PairStore) -> None:
    growing, table = _start_of(store, 0), PairTable()
    table.set_pairs(growing)
    growing.entries.extend(store.entries.to_bytes())
    assert table.rowCount() == 0  # until it is told
    with qtbot.waitSignal(table.rowsInserted):
        table.grow()
    assert table.rowCount() == 3
    assert table.rowCount(table.index(0, 0)) == 0
    assert table.columnCount(QModelIndex()) == 5


def test_a_pair_that_is_filtered_out_has_no_line(table: PairTable) -> None:
    table.show_only(array("I", [2]))
    assert table.line_of(2) == 0
    assert table.line_of(0) is None
    assert table.index_at(0) == 2
    assert table.pair_at(0) == _PAIRS[2]


def test_one_very_long_reply_does_not_flatten_all_bars(tmp_path: Path) -> None:
    table = PairTable()
    assert table.usual_longest() == 1
    pairs = [make_pair(row, chosen="x" * row) for row in range(1, 101)]
    table.set_pairs(make_store(tmp_path, [*pairs, make_pair(101, chosen="x" * 100_000)]))
    assert 90 <= table.usual_longest() <= 100


def test_other_pairs_have_their_own_usual_length(tmp_path: Path) -> None:
    table = PairTable()
    for folder, length in (("short", 5), ("long", 50)):
        (tmp_path / folder).mkdir()
        pairs = [make_pair(row, chosen="x" * length, rejected="y") for row in range(2500)]
        table.set_pairs(make_store(tmp_path / folder, pairs))
        assert table.usual_longest() == table.usual_longest() == length


def test_a_file_that_changed_is_told_once_and_leaves_no_wrong_words(tmp_path: Path, store: PairStore) -> None:
    table = PairTable()
    table.set_pairs(store)
    errors: list[EngineError] = []
    table.unreadable.connect(errors.append)
    store.source.path.write_text("something else")
    assert [table.index(line, Column.PROMPT).data() for line in range(3)] == ["", "", ""]
    assert table.pair_at(1) is None
    assert [error.message[:30] for error in errors] == ["pairs.jsonl has changed on the"]
