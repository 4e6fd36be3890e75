from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.background.task import wait_for_tasks
from app.models.run_history import RunHistory
from engine.errors import EngineError
from engine.storage.lock import only_one
from engine.storage.run_remarks import RunRemarks, read_remarks
from tests.app.run_folders import write_run

needs_bin = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bin of the test's own is Linux's")


@pytest.fixture
def history(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunHistory]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    for name in ("20260101-000000-old", "20260102-000000-new"):
        write_run(tmp_path / "project" / "runs" / name, "finished")
    history = RunHistory(tmp_path / "library.sqlite", [tmp_path / "project"])
    with qtbot.waitSignal(history.changed):
        history.look()
    yield history
    history.watch(False)
    wait_for_tasks()


def _titles(history: RunHistory) -> list[str]:
    return [run.title for run in history.runs]


def _folder(history: RunHistory, title: str) -> str:
    return next(run.folder for run in history.runs if run.title == title)


def test_it_lists_what_is_on_the_disk(history: RunHistory, qtbot: QtBot, tmp_path: Path) -> None:
    assert _titles(history) == ["new", "old"]
    assert history.disk_bytes > 0
    write_run(tmp_path / "project" / "runs" / "20260103-000000-newest", "failed")
    with qtbot.waitSignal(history.changed):
        history.look()
    assert _titles(history) == ["newest", "new", "old"]


def test_an_index_of_yesterday_is_shown_before_the_disk_is_looked_at(
    history: RunHistory, qtbot: QtBot, tmp_path: Path
) -> None:
    write_run(tmp_path / "project" / "runs" / "20260103-000000-newest", "failed")
    again = RunHistory(tmp_path / "library.sqlite", [tmp_path / "project"])
    seen: list[list[str]] = []
    again.changed.connect(lambda: seen.append(_titles(again)))
    again.look()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [["new", "old"], ["newest", "new", "old"]]


def test_what_a_person_adds_is_in_the_folder_at_once(history: RunHistory, qtbot: QtBot) -> None:
    folder = _folder(history, "old")
    history.star([folder], True)
    history.rename(folder, "  the   best ")
    history.set_tags(folder, ("short",))
    history.set_note(folder, "Keep it.")
    assert read_remarks(Path(folder)) == RunRemarks("the best", True, ("short",), "Keep it.")
    run = history.run(folder)
    assert run is not None
    assert (run.title, run.starred, run.tags, run.note) == ("the best", True, ("short",), "Keep it.")
    history.rename(folder, "")
    assert _titles(history) == ["new", "old"]
    assert read_remarks(Path(folder)).name == ""


def test_what_cannot_be_noted_is_said(history: RunHistory, qtbot: QtBot) -> None:
    folder = _folder(history, "old")
    (Path(folder) / "remarks.json").mkdir()
    with qtbot.waitSignal(history.failed) as failed:
        history.star([folder], True)
    assert isinstance(failed.args[0], EngineError)  # pyright: ignore[reportOptionalSubscript]
    run = history.run(folder)
    assert run is not None
    assert not run.starred


def test_a_star_is_not_lost_to_a_look_that_began_before_it(history: RunHistory, qtbot: QtBot) -> None:
    folder = _folder(history, "old")
    history.look()
    history.star([folder], True)
    stars: list[bool] = []
    history.changed.connect(lambda: stars.append(history.run(folder).starred))  # pyright: ignore[reportOptionalMemberAccess]
    qtbot.wait(300)
    assert all(stars)


@needs_bin
def test_deleting_is_undone_whole(history: RunHistory, qtbot: QtBot) -> None:
    folders = [run.folder for run in history.runs]
    with qtbot.waitSignal(history.binned) as binned:
        history.delete(folders)
    assert binned.args == ["2 runs"]
    assert history.runs == ()
    assert not any(Path(folder).exists() for folder in folders)
    assert history.why_not_undo == ""
    with qtbot.waitSignal(history.restored):
        history.undo_delete()
    qtbot.waitUntil(lambda: _titles(history) == ["new", "old"])
    assert (Path(folders[0]) / "plan.toml").is_file()
    assert history.why_not_undo


@needs_bin
def test_a_run_that_somebody_works_on_stays(history: RunHistory, qtbot: QtBot) -> None:
    new, old = (run.folder for run in history.runs)
    with only_one(Path(old)), qtbot.waitSignal(history.failed) as failed:
        history.delete([new, old])
    assert "being worked on" in failed.args[0].message  # pyright: ignore[reportOptionalSubscript]
    assert Path(old).exists()
    assert not Path(new).exists()
    assert _titles(history) == ["old"]
