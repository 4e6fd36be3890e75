"""Opening, checking, splitting and searching a file, with the real readers beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from engine.data.split import split_pairs
from engine.errors import EngineError
from tests.app.models.pairs import write_pairs


def _settled(dataset: Dataset) -> bool:
    return dataset.state == "loaded" and dataset.flags is not None and dataset.split is not None


@pytest.fixture
def loaded(qtbot: QtBot, tmp_path: Path) -> Dataset:
    dataset = Dataset()
    twice = {"prompt": "Question 3?", "chosen": "Yes.", "rejected": "No, never in 3 years."}
    dataset.open(write_pairs(tmp_path / "pairs.jsonl", 40, [twice]))
    qtbot.waitUntil(lambda: _settled(dataset))
    return dataset


def test_a_file_is_read_checked_and_split(loaded: Dataset, tmp_path: Path) -> None:
    assert loaded.path == tmp_path / "pairs.jsonl"
    assert loaded.pair_count == 41
    assert loaded.flags is not None
    assert loaded.flags["exact_duplicates"].rows == (41,)
    assert loaded.needs_a_look
    assert loaded.table.index(40, 4).data() == "Duplicates"
    assert loaded.selected == loaded.table.pair_at(0)


def test_the_split_is_the_engines(loaded: Dataset) -> None:
    assert loaded.data is not None
    assert loaded.split is not None
    training, held_back = split_pairs(loaded.data.pairs, loaded.evaluation_share, 42)
    assert (loaded.split.training, loaded.split.held_back) == (len(training), len(held_back))
    held = [pair for index, pair in enumerate(loaded.pairs) if loaded.is_held_back(index)]
    assert held == sorted(held_back, key=lambda pair: pair.row)


def test_another_share_is_another_split(loaded: Dataset, qtbot: QtBot) -> None:
    loaded.set_evaluation_share(0.5)
    qtbot.waitUntil(lambda: loaded.split is not None and loaded.split.held_back > 15)
    assert loaded.split is not None
    assert loaded.split.held_back + loaded.split.training == 41


def test_pairs_arrive_before_the_file_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    shares: list[float] = []
    dataset.progressed.connect(lambda done, total: shares.append(done / total))
    dataset.open(write_pairs(tmp_path / "many.jsonl", 3000))
    assert dataset.state == "loading"
    assert dataset.path is None
    assert dataset.opening == tmp_path / "many.jsonl"
    qtbot.waitUntil(lambda: _settled(dataset))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert dataset.pair_count == 3000


def test_a_failed_file_leaves_the_open_one_open(loaded: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "shopping.json"
    broken.write_text('[{"milk": 2}, {"bread": 1}]', encoding="utf-8")
    with qtbot.waitSignal(loaded.failed) as signal:
        loaded.open(broken)
    assert signal.args is not None
    error = signal.args[0]
    assert isinstance(error, EngineError)
    assert "shopping.json" in error.message
    qtbot.waitUntil(lambda: _settled(loaded))
    assert loaded.pair_count == 41
    assert loaded.path == tmp_path / "pairs.jsonl"


def test_a_failed_first_file_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    with qtbot.waitSignal(dataset.failed):
        dataset.open(tmp_path / "missing.jsonl")
    assert dataset.state == "empty"
    assert dataset.path is None
    assert dataset.pair_count == 0


def test_only_the_last_file_counts(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.open(write_pairs(tmp_path / "first.jsonl", 2000))
    dataset.open(write_pairs(tmp_path / "second.jsonl", 5))
    qtbot.waitUntil(lambda: _settled(dataset))
    qtbot.wait(100)
    assert dataset.pair_count == 5
    assert dataset.path == tmp_path / "second.jsonl"


def test_search_and_filter_work_together(loaded: Dataset, qtbot: QtBot) -> None:
    with qtbot.waitSignal(loaded.filtered):
        loaded.set_filter("question 3", "")
    assert loaded.table.rowCount() == 12  # 3, 30 to 39, and the copy of 3
    with qtbot.waitSignal(loaded.filtered):
        loaded.set_filter("question 3", "exact_duplicates")
    assert loaded.table.rowCount() == 1
    assert loaded.selected == loaded.table.pair_at(0)
    with qtbot.waitSignal(loaded.filtered):
        loaded.set_filter("", "")
    assert loaded.table.rowCount() == 41


def test_stepping_stays_inside(loaded: Dataset) -> None:
    loaded.step(-1)
    assert loaded.selected == loaded.table.pair_at(0)
    loaded.step(2)
    assert loaded.selected == loaded.table.pair_at(2)
    loaded.step(1000)
    assert loaded.selected == loaded.table.pair_at(40)
