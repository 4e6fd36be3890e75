from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.edits.edit import Edit, NewText
from engine.errors import EngineError
from engine.storage.edit_log import EditLog, copy_edits, read_edits

FLIP = Edit(1, 0, "aa", "flip")
DROP = Edit(2, 0, "bb", "drop")
REWRITE = Edit(3, 1, "cc", "rewrite", (NewText("chosen", 0, "Größer 😀\nline"),))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "pairs.jsonl"
    path.parent.mkdir()
    path.touch()
    return path


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder / "edits.jsonl"


def labels(path: Path, source: Path) -> tuple[list[str], list[str]]:
    history = EditLog(path).history(source)
    return [step.label for step in history.done], [step.label for step in history.undone]


def test_edits_are_there_again_after_reopening(log_path: Path, source: Path) -> None:
    log = EditLog(log_path)
    log.add(source, "Flip row 1", [FLIP])
    log.add(source, "Two at once", [DROP, REWRITE])
    log.flush()
    again = EditLog(log_path)
    assert [step.edits for step in again.history(source).done] == [(FLIP,), (DROP, REWRITE)]
    assert again.history(source).done == log.history(source).done
    assert again.damaged == 0


def test_undo_and_redo_are_kept_too(log_path: Path, source: Path) -> None:
    log = EditLog(log_path)
    for label in ("a", "b", "c"):
        log.add(source, label, [FLIP])
    undone = [log.undo(source), log.undo(source)]
    assert [step.label for step in undone if step] == ["c", "b"]
    assert labels(log_path, source) == (["a"], ["c", "b"])
    redone = log.redo(source)
    assert redone is not None
    assert redone.label == "b"
    assert labels(log_path, source) == (["a", "b"], ["c"])
    log.add(source, "d", [DROP])
    assert labels(log_path, source) == (["a", "b", "d"], [])
    assert log.redo(source) is None
    assert log_path.read_bytes().count(b"\n") == 7  # nothing was ever rewritten


def test_undo_stops_at_the_beginning(log_path: Path, source: Path) -> None:
    log = EditLog(log_path)
    assert log.undo(source) is None
    assert not log_path.exists()


@given(actions=st.lists(st.sampled_from(["add", "undo", "redo"]), max_size=30))
def test_what_is_read_is_what_was_in_memory(actions: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("log")
    source, path = folder / "pairs.jsonl", folder / "edits.jsonl"
    log = EditLog(path)
    for number, action in enumerate(actions):
        match action:
            case "add":
                log.add(source, str(number), [FLIP])
            case "undo":
                log.undo(source)
            case _:
                log.redo(source)
    assert EditLog(path).history(source) == log.history(source)


def test_files_have_histories_of_their_own(log_path: Path, source: Path, tmp_path: Path) -> None:
    other = tmp_path / "pairs.jsonl"  # the same name in another folder
    other.touch()
    log = EditLog(log_path)
    log.add(source, "a", [FLIP])
    log.add(other, "b", [DROP])
    log.undo(source)
    assert labels(log_path, source) == ([], ["a"])
    assert labels(log_path, other) == (["b"], [])


def test_a_last_line_that_was_cut_off_is_passed_over(log_path: Path, source: Path) -> None:
    log = EditLog(log_path)
    log.add(source, "a", [FLIP])
    log.add(source, "b", [DROP])
    whole = log_path.read_bytes()
    for size in range(whole.index(b"\n") + 1, len(whole)):
        log_path.write_bytes(whole[:size])
        reopened = EditLog(log_path)
        assert reopened.damaged == 0
        expected = ["a", "b"] if size == len(whole) - 1 else ["a"]
        assert [step.label for step in reopened.history(source).done] == expected
        reopened.add(source, "c", [REWRITE])
        assert labels(log_path, source) == ([*expected, "c"], [])
        assert EditLog(log_path).damaged == 0


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "nonsense",
        '{"undo": "never made"}',
        '{"moved": "never edited", "source": "p"}',
        '{"step": "1", "edits": []}',
        '{"step": "1", "source": "p", "edits": [{"row": 1, "position": 0, "digest": "", "action": "explode"}]}',
        '{"step": "1", "source": "p", "edits": [{"row": 1, "position": 0, "digest": "", "action": "rewrite"}]}',
        "[" * 5000,
    ],
)
def test_a_damaged_line_is_counted_and_the_others_stand(log_path: Path, source: Path, line: str) -> None:
    EditLog(log_path).add(source, "a", [FLIP])
    log_path.write_text(log_path.read_text() + line + "\n")
    log = EditLog(log_path)
    assert log.damaged_lines == [2]
    assert len(log.history(source).edits()) == 1
    with pytest.raises(EngineError, match="damaged"):
        read_edits(log_path, [source])


def test_a_source_inside_the_project_moves_with_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "data").mkdir(parents=True)
    inside = old / "data" / "pairs.jsonl"
    inside.touch()
    EditLog(old / "edits.jsonl").add(inside, "a", [FLIP])
    assert json.loads((old / "edits.jsonl").read_text())["source"] == "data/pairs.jsonl"
    old.rename(new)
    assert labels(new / "edits.jsonl", new / "data" / "pairs.jsonl") == (["a"], [])


def test_a_file_that_was_moved_keeps_its_edits(log_path: Path, source: Path, tmp_path: Path) -> None:
    log = EditLog(log_path)
    for label in ("a", "b"):
        log.add(source, label, [FLIP])
    log.undo(source)
    moved = source.rename(tmp_path / "pairs.jsonl")
    assert len(read_edits(log_path, [moved])[moved]) == 1  # nothing but the name is asked where nothing is written
    assert log.lost_namesakes(moved) == (source,)
    assert log.lost_namesakes(tmp_path / "another.jsonl") == ()
    log.take_over(source, moved)
    assert log.lost_namesakes(moved) == ()
    log.redo(moved)
    assert EditLog(log_path).history(moved) == log.history(moved)
    assert labels(log_path, moved) == (["a", "b"], [])
    assert labels(log_path, source) == ([], [])
    assert EditLog(log_path).damaged == 0


def test_a_file_that_only_has_the_name_of_a_lost_one_has_edits_of_its_own(
    log_path: Path, source: Path, tmp_path: Path
) -> None:
    EditLog(log_path).add(source, "a", [FLIP])
    source.rename(tmp_path / "unmounted")
    other = tmp_path / "pairs.jsonl"
    other.touch()
    log = EditLog(log_path)
    log.add(other, "b", [DROP])
    log.undo(other)
    assert log.undo(other) is None
    log.redo(other)
    (tmp_path / "unmounted").rename(source)
    assert labels(log_path, source) == (["a"], [])
    assert labels(log_path, other) == (["b"], [])
    assert read_edits(log_path, [other])[other].has_row(DROP.row)


def test_files_of_one_name_that_are_there_are_not_lost(log_path: Path, source: Path, tmp_path: Path) -> None:
    log = EditLog(log_path)
    log.add(source, "a", [FLIP])
    assert log.lost_namesakes(tmp_path / "pairs.jsonl") == ()


def test_a_log_that_cannot_be_written_changes_nothing(tmp_path: Path, source: Path) -> None:
    log = EditLog(tmp_path / "missing" / "edits.jsonl")
    with pytest.raises(EngineError, match="The change was not made"):
        log.add(source, "a", [FLIP])
    assert log.history(source).done == []


def test_a_log_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="could not be read"):
        EditLog(tmp_path)


def test_a_copy_holds_the_edits_in_force_and_is_not_touched_by_later_ones(
    log_path: Path, source: Path, tmp_path: Path
) -> None:
    log = EditLog(log_path)
    log.add(source, "a", [FLIP])
    log.add(source, "b", [DROP])
    log.undo(source)
    log.add(tmp_path / "other.jsonl", "c", [REWRITE])
    copy = tmp_path / "copy.jsonl"
    copy_edits(log_path, copy, [source])
    log.add(source, "d", [REWRITE])
    assert labels(copy, source) == (["a"], [])
    assert len(read_edits(copy, [source])[source]) == 1


def test_edits_asked_for_by_name_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="There is no file"):
        read_edits(tmp_path / "none.jsonl", [tmp_path])
