"""Editing pairs of the open file: marks, counts, undo, and what comes back after reopening."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from app.models.pair_edits import PairEditsModel
from app.models.pair_filter import EDITED
from engine.data.edits.edit import Marks, NewText
from engine.data.mends.mend import Repair
from engine.data.split import split_pairs
from engine.storage.edit_log import EditLog
from tests.app.models.pairs import write_pairs


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "edits.jsonl"


@pytest.fixture
def dataset(qtbot: QtBot, log: Path, tmp_path: Path) -> Dataset:
    return open_dataset(qtbot, log, write_pairs(tmp_path / "pairs.jsonl"))


def open_dataset(qtbot: QtBot, log: Path, path: Path) -> Dataset:
    dataset = Dataset()
    dataset.edits.keep_in(log)
    dataset.open(path)
    settle(qtbot, dataset)
    return dataset


def settle(qtbot: QtBot, dataset: Dataset) -> None:
    """Until the check and the split have seen the last edit."""
    qtbot.waitUntil(
        lambda: dataset.flags is not None and dataset.split is not None and not dataset.is_following, timeout=30_000
    )


def texts(dataset: Dataset, index: int) -> tuple[str, str]:
    pair = dataset.pairs[index]
    return pair.chosen_text, pair.rejected_text


def test_a_flip_shows_everywhere(qtbot: QtBot, dataset: Dataset) -> None:
    chosen, rejected = texts(dataset, 0)
    with (
        qtbot.waitSignal(dataset.selection.changed) as shown,
        qtbot.waitSignal(dataset.edits.noted) as noted,
    ):
        dataset.edits.flip([0])
    assert shown.args is not None
    assert shown.args[0].chosen_text == rejected
    assert noted.args == ["Flipped row 1", "undo"]
    assert texts(dataset, 0) == (rejected, chosen)
    assert dataset.edits.of(0) == Marks(is_flipped=True)
    assert dataset.selection.pair is not None
    assert dataset.selection.pair.chosen_text == rejected


def test_counts_follow_what_is_dropped(qtbot: QtBot, dataset: Dataset) -> None:
    dataset.edits.drop([1, 2])
    assert (dataset.edits.dropped_count, dataset.edits.edited_count) == (2, 2)
    assert dataset.pair_count == 40  # they stay in sight
    settle(qtbot, dataset)
    assert dataset.split is not None
    assert dataset.split.training + dataset.split.held_back == 38
    assert not dataset.is_held_back(1)
    dataset.edits.restore([2, 3])
    assert dataset.edits.edited_indices().tolist() == [1]


def test_the_split_is_the_one_that_training_makes(qtbot: QtBot, dataset: Dataset) -> None:
    dataset.edits.drop([0, 5])
    dataset.edits.rewrite(7, (NewText("prompt", 0, "Question 9?"),))
    settle(qtbot, dataset)
    assert dataset.kept is not None
    _, held_back = split_pairs(list(dataset.kept), dataset.evaluation_share, 42)
    rows = {dataset.pairs[index].row for index in range(40) if dataset.is_held_back(index)}
    assert rows == {pair.row for pair in held_back}


def test_undo_and_redo_walk_through_everything(dataset: Dataset) -> None:
    before = texts(dataset, 3)
    edits = dataset.edits
    assert not edits.may_undo
    edits.flip([3])
    edits.rewrite(3, (NewText("chosen", 0, "Better."),))
    edits.drop([3])
    for _ in range(3):
        assert edits.may_undo
        edits.undo()
    assert texts(dataset, 3) == before
    assert not edits.marks
    assert not edits.may_undo
    for _ in range(3):
        edits.redo()
    assert not edits.may_redo
    assert edits.of(3) == Marks(is_flipped=True, is_dropped=True, is_rewritten=True)
    assert texts(dataset, 3) == ("Better.", before[0])


def test_edits_are_there_again_after_reopening_and_can_be_undone(
    qtbot: QtBot, dataset: Dataset, log: Path, tmp_path: Path
) -> None:
    dataset.edits.flip([0])
    dataset.edits.drop([4])
    again = open_dataset(qtbot, log, tmp_path / "pairs.jsonl")
    assert again.edits.marks == {0: Marks(is_flipped=True), 4: Marks(is_dropped=True)}
    assert texts(again, 0) == texts(dataset, 0)
    again.edits.undo()
    assert again.edits.marks == {0: Marks(is_flipped=True)}


def test_another_file_has_edits_of_its_own(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> None:
    dataset.edits.drop([0])
    other = write_pairs(tmp_path / "other.jsonl", 12)
    dataset.open(other)
    qtbot.waitUntil(lambda: dataset.path == other)
    assert not dataset.edits.marks
    dataset.edits.flip([1])
    dataset.open(tmp_path / "pairs.jsonl")
    qtbot.waitUntil(lambda: dataset.path == tmp_path / "pairs.jsonl")
    assert dataset.edits.marks == {0: Marks(is_dropped=True)}
    settle(qtbot, dataset)


def test_a_file_that_was_moved_keeps_its_edits(qtbot: QtBot, dataset: Dataset, log: Path, tmp_path: Path) -> None:
    dataset.edits.drop([0])
    dataset.edits.flip([1])
    dataset.edits.undo()
    (tmp_path / "new").mkdir()
    moved = (tmp_path / "pairs.jsonl").rename(tmp_path / "new" / "pairs.jsonl")
    again = open_dataset(qtbot, log, moved)
    assert again.edits.marks == {0: Marks(is_dropped=True)}
    again.edits.redo()
    assert [len(EditLog(log).history(path).done) for path in (moved, tmp_path / "pairs.jsonl")] == [2, 0]
    settle(qtbot, again)


def test_a_file_that_only_has_the_name_of_a_lost_one_has_edits_of_its_own(
    qtbot: QtBot, dataset: Dataset, log: Path, tmp_path: Path
) -> None:
    path = tmp_path / "pairs.jsonl"
    dataset.edits.drop([0])
    path.rename(tmp_path / "unmounted")
    (tmp_path / "new").mkdir()
    unrelated = [{"prompt": f"Name {number}.", "chosen": "One.", "rejected": "None."} for number in range(40)]
    other = write_pairs(tmp_path / "new" / "pairs.jsonl", 0, unrelated)
    again = Dataset()
    again.edits.keep_in(log)
    with qtbot.assertNotEmitted(again.edits.warned):
        again.open(other)
        settle(qtbot, again)
    assert not again.edits.may_undo
    again.edits.flip([2])
    (tmp_path / "unmounted").rename(path)
    settle(qtbot, again)
    assert open_dataset(qtbot, log, path).edits.marks == {0: Marks(is_dropped=True)}
    assert open_dataset(qtbot, log, other).edits.marks == {2: Marks(is_flipped=True)}


def test_a_file_that_cannot_be_opened_leaves_the_edits_of_the_former(
    qtbot: QtBot, dataset: Dataset, tmp_path: Path
) -> None:
    dataset.edits.drop([0])
    broken = tmp_path / "notes.json"
    broken.write_text("nothing")
    with qtbot.waitSignal(dataset.failed):
        dataset.open(broken)
    assert dataset.edits.marks == {0: Marks(is_dropped=True)}
    settle(qtbot, dataset)


def test_edits_of_pairs_that_have_changed_are_told(qtbot: QtBot, dataset: Dataset, log: Path, tmp_path: Path) -> None:
    dataset.edits.drop([0, 1])
    path = tmp_path / "pairs.jsonl"
    first, *others = path.read_text().splitlines()
    path.write_text("\n".join([json.dumps({**json.loads(first), "chosen": "New."}), *others]) + "\n")
    again = Dataset()
    again.edits.keep_in(log)
    with qtbot.waitSignal(again.edits.warned) as warned:
        again.open(path)
    assert warned.args is not None
    assert warned.args[0] == "Edits of 1 pair were not made"
    assert again.edits.marks == {1: Marks(is_dropped=True)}
    settle(qtbot, again)


def test_damaged_lines_are_told(qtbot: QtBot, log: Path, tmp_path: Path) -> None:
    log.write_text("nonsense\n")
    dataset = Dataset()
    dataset.edits.keep_in(log)
    with qtbot.waitSignal(dataset.edits.warned) as warned:
        dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    assert warned.args is not None
    assert "1 line of edits.jsonl" in warned.args[0]
    assert f"Line 1 of {log}" in warned.args[1]
    assert "text editor" in warned.args[1]
    settle(qtbot, dataset)


def test_training_waits_for_edits_and_says_what_is_wrong_with_them(
    qtbot: QtBot, dataset: Dataset, log: Path, tmp_path: Path
) -> None:
    dataset.edits.flip([0])
    assert dataset.edits.why_not_train == ""
    whole = log.read_text()
    log.write_text(" " * 20_000 + "\n" + whole + "nonsense\n")  # too much to be read in a moment
    again = Dataset()
    again.edits.keep_in(log)
    reasons: list[str] = []
    again.edits.changed.connect(lambda _: reasons.append(again.edits.why_not_train))
    again.open(tmp_path / "pairs.jsonl")
    settle(qtbot, again)
    qtbot.waitUntil(lambda: again.edits.edited_count == 1)
    assert "Train in a moment" in reasons[0]
    assert again.edits.why_not_train.startswith(f"Line 3 of {log} is damaged")
    log.write_text(whole)
    again.open(tmp_path / "pairs.jsonl")  # reads the log anew, now that it is mended
    settle(qtbot, again)
    qtbot.waitUntil(lambda: again.edits.edited_count == 1)
    assert again.edits.why_not_train == ""


def test_training_does_not_leave_out_edits_that_cannot_be_read(qtbot: QtBot, log: Path, tmp_path: Path) -> None:
    log.mkdir()
    dataset = open_dataset(qtbot, log, write_pairs(tmp_path / "pairs.jsonl"))
    assert "could not be read" in dataset.edits.why_not_train
    log.rmdir()
    dataset.open(tmp_path / "pairs.jsonl")
    settle(qtbot, dataset)
    assert dataset.edits.why_not_train == ""
    assert dataset.edits.may_edit


def test_a_log_that_cannot_be_written_changes_nothing(qtbot: QtBot, dataset: Dataset, log: Path) -> None:
    log.mkdir()
    with qtbot.waitSignal(dataset.edits.failed) as failed:
        dataset.edits.flip([0])
    assert failed.args is not None
    assert "was not made" in failed.args[0].message
    assert not dataset.edits.marks


def test_nothing_can_be_edited_before_the_file_is_read(qtbot: QtBot, log: Path) -> None:
    edits = PairEditsModel()
    edits.keep_in(log)
    edits.flip([0])
    edits.undo()
    assert not edits.may_edit
    assert not log.exists()


def test_many_at_once_are_one_step(qtbot: QtBot, log: Path, tmp_path: Path) -> None:
    dataset = open_dataset(qtbot, log, write_pairs(tmp_path / "pairs.jsonl", 300))
    with qtbot.waitSignal(dataset.edits.noted):
        dataset.edits.make([Repair(index, "drop") for index in range(200)], "Dropped 200 pairs")
        assert not dataset.edits.may_edit  # until that is done
    assert dataset.edits.dropped_count == 200
    assert len(EditLog(log).history(tmp_path / "pairs.jsonl").done) == 1
    with qtbot.waitSignal(dataset.edits.noted) as noted:
        dataset.edits.undo()
    assert noted.args == ["Undone: Dropped 200 pairs", "redo"]
    assert not dataset.edits.marks
    settle(qtbot, dataset)


def test_checks_follow_the_edits(qtbot: QtBot, dataset: Dataset) -> None:
    dataset.edits.rewrite(0, (NewText("chosen", 0, "No."),))
    settle(qtbot, dataset)
    assert dataset.flags is not None
    assert dataset.flags["identical_replies"].rows == (1,)
    dataset.edits.drop([0])
    settle(qtbot, dataset)
    assert dataset.flags["identical_replies"].count == 0


def test_checks_of_a_long_file_follow_too(
    qtbot: QtBot, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.background.long_files._IN_A_MOMENT", 0)
    dataset = open_dataset(qtbot, log, write_pairs(tmp_path / "pairs.jsonl"))
    dataset.edits.rewrite(0, (NewText("chosen", 0, "No."),))
    qtbot.waitUntil(lambda: (dataset.flags or {})["identical_replies"].rows == (1,), timeout=20_000)
    settle(qtbot, dataset)


def test_the_filter_shows_what_was_edited(qtbot: QtBot, dataset: Dataset) -> None:
    dataset.edits.flip([4])
    dataset.edits.drop([9, 11])
    with qtbot.waitSignal(dataset.filter.done):
        dataset.filter.set("", EDITED)
    assert [dataset.table.index_at(line) for line in range(dataset.table.rowCount())] == [4, 9, 11]
    with qtbot.waitSignal(dataset.filter.done):
        dataset.filter.set("question 9?", EDITED)
    assert [dataset.table.index_at(line) for line in range(dataset.table.rowCount())] == [9]
    dataset.edits.undo()
    with qtbot.waitSignal(dataset.filter.done):
        dataset.edits.undo()
    assert dataset.filter.flag == ""
    settle(qtbot, dataset)


def test_a_search_finds_what_was_written(qtbot: QtBot, dataset: Dataset) -> None:
    dataset.edits.rewrite(6, (NewText("rejected", 0, "Certainly a zebra."),))
    with qtbot.waitSignal(dataset.filter.done):
        dataset.filter.set("zebra", "")
    assert dataset.table.rowCount() == 1
    settle(qtbot, dataset)
