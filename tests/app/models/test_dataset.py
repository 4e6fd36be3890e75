"""Opening, checking, splitting and searching a file, with the real readers beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from engine.data.checks.registry import check_data
from engine.data.reader import read_preferences
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
    assert loaded.check.needs_a_look
    assert loaded.table.index(40, 4).data() == "Duplicates"
    assert loaded.selection.pair == loaded.table.pair_at(0)


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
    qtbot.waitUntil(lambda: _settled(dataset), timeout=30_000)
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
    with qtbot.waitSignal(loaded.filter.done):
        loaded.filter.set("question 3", "")
    assert loaded.table.rowCount() == 12  # 3, 30 to 39, and the copy of 3
    with qtbot.waitSignal(loaded.filter.done):
        loaded.filter.set("question 3", "exact_duplicates")
    assert loaded.table.rowCount() == 1
    assert loaded.selection.pair == loaded.table.pair_at(0)
    with qtbot.waitSignal(loaded.filter.done):
        loaded.filter.set("", "")
    assert loaded.table.rowCount() == 41


def test_stepping_stays_inside(loaded: Dataset) -> None:
    loaded.selection.step(-1)
    assert loaded.selection.pair == loaded.table.pair_at(0)
    loaded.selection.step(2)
    assert loaded.selection.pair == loaded.table.pair_at(2)
    loaded.selection.step(1000)
    assert loaded.selection.pair == loaded.table.pair_at(40)


def test_what_is_read_can_be_given_up_and_what_was_open_comes_back(
    loaded: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    loaded.selection.select(7)
    loaded.open(write_pairs(tmp_path / "many.jsonl", 50_000))
    qtbot.waitUntil(lambda: loaded.pair_count > 0)
    assert loaded.state == "loading"
    loaded.cancel_opening()
    assert (loaded.state, loaded.pair_count, loaded.path) == ("loaded", 41, tmp_path / "pairs.jsonl")
    assert _settled(loaded)
    assert loaded.check.needs_a_look
    qtbot.wait(300)  # nothing of the other file comes after all
    assert loaded.pair_count == loaded.table.rowCount() == 41


def test_the_first_file_given_up_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.open(write_pairs(tmp_path / "many.jsonl", 50_000))
    dataset.cancel_opening()
    assert (dataset.state, dataset.pair_count) == ("empty", 0)


@pytest.fixture
def even_short_files_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do the work in processes of its own, without the wait for a long file."""
    monkeypatch.setattr("app.background.long_files._IN_A_MOMENT", 0)


@pytest.mark.usefixtures("even_short_files_are_long")
def test_a_long_file_is_read_in_another_process_and_comes_to_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    extra = [
        {"prompt": "Which?", "chosen": "This.", "rejected": "This."},
        {"prompt": "", "chosen": "a", "rejected": "b"},
    ]
    dataset, path = Dataset(), write_pairs(tmp_path / "long.jsonl", 1000, extra)
    dataset.open(path)
    assert dataset.is_long
    qtbot.waitUntil(lambda: _settled(dataset), timeout=30_000)
    expected = read_preferences(path)
    assert dataset.data is not None
    assert (dataset.data.rows, dataset.data.skipped) == (expected.rows, expected.skipped)
    assert [*dataset.pairs] == [*expected.pairs]
    assert dataset.flags == check_data(expected)
    _, held_back = split_pairs(expected.pairs, dataset.evaluation_share, 42)
    assert sum(map(dataset.is_held_back, range(dataset.pair_count))) == len(held_back)
    with qtbot.waitSignal(dataset.filter.done, timeout=30_000):
        dataset.filter.set("question 999?", "")
    assert dataset.table.rowCount() == 1
    with qtbot.waitSignal(dataset.filter.done, timeout=30_000):
        dataset.filter.set("", "identical_replies")
    assert dataset.selection.index == 1000


@pytest.mark.usefixtures("even_short_files_are_long")
def test_a_check_can_be_stopped_and_begun_anew(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.open(write_pairs(tmp_path / "long.jsonl", 4000))
    with qtbot.waitSignal(dataset.check.progressed, timeout=30_000):
        pass
    dataset.check.stop()
    assert not dataset.check.is_running
    qtbot.waitUntil(lambda: dataset.split is not None, timeout=30_000)
    assert dataset.flags is None
    dataset.check.start()
    assert dataset.check.is_running
    qtbot.waitUntil(lambda: dataset.flags is not None, timeout=60_000)


@pytest.mark.usefixtures("even_short_files_are_long")
def test_a_search_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.open(write_pairs(tmp_path / "long.jsonl", 4000))
    qtbot.waitUntil(lambda: dataset.state == "loaded", timeout=30_000)
    dataset.filter.set("nowhere to be found", "")
    assert dataset.filter.is_running
    with qtbot.waitSignal(dataset.filter.done):
        dataset.filter.stop()
    assert not dataset.filter.is_running


def test_a_search_while_the_file_is_read_waits_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    dataset = Dataset()
    dataset.open(write_pairs(tmp_path / "pairs.jsonl", 2000))
    dataset.filter.set("question 1999?", "")
    with qtbot.waitSignal(dataset.filter.done, timeout=30_000):
        pass
    assert dataset.table.rowCount() == 1


def test_a_file_that_changes_while_it_is_open_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    dataset, path = Dataset(), write_pairs(tmp_path / "pairs.jsonl", 400)  # more than is kept in memory
    dataset.open(path)
    qtbot.waitUntil(lambda: _settled(dataset), timeout=30_000)
    errors: list[EngineError] = []
    dataset.failed.connect(errors.append)
    with path.open("a") as file:
        file.write("\n")
    for index in range(400):
        dataset.selection.select(index)
    assert [error.message[:44] for error in errors] == ["pairs.jsonl has changed on the disk since it"]
    assert dataset.selection.pair is None
