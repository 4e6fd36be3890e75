"""Going from project to project: what is remembered, what is refused, and that nothing of a run is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.models.run_state import RunState
from app.projects import hold_wanted
from app.settings import Settings, load_settings, save_settings
from app.theme.theme import Theme
from app.widgets.confirm_dialog import ConfirmDialog
from engine.storage.project import create_project, default_project, hold_project, open_project
from tests.app.accessible import nameless
from tests.app.models.pairs import write_pairs
from tests.app.studio import fake_studio

_GO_ON = """
import sys
from PySide6.QtCore import QTimer
from app import application
from engine.offline import go_offline

go_offline()
seen = []

def opened(studio):
    seen.append(studio.session.project.name)
    print(seen[-1], studio.window.current_page, flush=True)
    if len(seen) == 1:
        studio.window.show_page("runs")
        QTimer.singleShot(300, lambda: studio.projects.create("Tone"))
    elif len(seen) == 2:
        home = studio.session.project.folder.parent
        QTimer.singleShot(300, lambda: studio.projects.open(home / "untitled"))
    else:
        QTimer.singleShot(300, studio.window.close)

sys.exit(application.run_window(["dpo-studio"], opened=opened))
"""


@pytest.fixture
def studio(theme: Theme, home: Path) -> Iterator[Studio]:
    studio = fake_studio(home)
    studio.window.show()
    yield studio
    studio.shut_down()
    studio.deleteLater()


def _menu_texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_list_has_what_was_open_lately_and_says_what_is_missing(studio: Studio, home: Path, tmp_path: Path) -> None:
    gone = create_project(tmp_path / "gone", "Gone").folder
    there = create_project(tmp_path / "there", "Tone & style").folder
    shutil.rmtree(gone)
    preferences = studio.preferences
    preferences.set("recent_projects", (*preferences.now.recent_projects, str(gone), str(there)))
    button = studio.window.sidebar.project_button
    assert button.accessibleName() == "Project: Untitled"
    menu = button.menu()
    projects, others = _menu_texts(menu)[:3], _menu_texts(menu)[3:]
    assert projects == ["Untitled", "gone (folder is missing)", "Tone && style"]
    assert others == ["New project", "Open a project folder", "Rename the project"]
    assert [action.isChecked() for action in menu.actions()[:3]] == [True, False, False]
    assert load_settings(home).recent_projects[0] == str(home / "projects" / "untitled")


def test_one_that_is_gone_can_be_taken_out_of_the_list(studio: Studio, tmp_path: Path) -> None:
    gone = create_project(tmp_path / "gone").folder
    shutil.rmtree(gone)
    studio.preferences.set("recent_projects", (*studio.preferences.now.recent_projects, str(gone)))
    studio.projects.open(gone)
    (question,) = studio.window.findChildren(ConfirmDialog)
    assert nameless(question) == []
    question.accept()
    assert str(gone) not in studio.preferences.now.recent_projects
    assert studio.window.isVisible()
    assert studio.projects.wanted is None


def test_what_is_no_project_is_said_in_words(studio: Studio, tmp_path: Path) -> None:
    studio.projects.open(tmp_path)
    assert "is no project" in studio.window.toast.text
    assert studio.window.isVisible()


def test_opening_another_closes_this_window_and_keeps_how_it_was(studio: Studio, home: Path, tmp_path: Path) -> None:
    other = create_project(tmp_path / "other", "Other").folder
    studio.window.show_page("settings")
    studio.projects.open(other)
    assert not studio.window.isVisible()
    assert studio.projects.wanted == other
    again = fake_studio(home)
    assert again.window.current_page == "settings"
    again.shut_down()
    again.deleteLater()


def test_a_run_under_way_is_asked_about_and_staying_forgets_the_other_project(
    theme: Theme, qtbot: QtBot, home: Path, tmp_path: Path
) -> None:
    gate = threading.Semaphore(0)
    busy = fake_studio(home, gate)
    busy.window.show()
    session = busy.session
    session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: session.dataset.split is not None and session.dataset.flags is not None)
    session.model_choice.choose_demo()
    qtbot.waitUntil(lambda: session.may_train)
    session.start_training()
    qtbot.waitUntil(lambda: session.run.state is RunState.RUNNING)
    other = create_project(tmp_path / "other", "Other").folder
    busy.projects.open(other)
    (question,) = busy.window.findChildren(ConfirmDialog)
    question.reject()
    assert busy.projects.wanted is None
    assert session.run.state.is_active
    busy.projects.open(other)
    question = next(one for one in busy.window.findChildren(ConfirmDialog) if one.isVisible())
    with qtbot.waitSignal(busy.window.closed):
        question.accept()
        gate.release(5)
    assert busy.projects.wanted == other
    assert not session.engine.isRunning()
    busy.shut_down()
    busy.deleteLater()


def test_a_project_gets_another_name_and_keeps_its_folder(studio: Studio) -> None:
    folder = studio.session.project.folder
    studio.projects.ask_for_name()
    dialog = studio.projects.name_dialog
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.field.setText("  ")
    assert not dialog.confirm_button.isEnabled()
    dialog.field.setText("Support tone")
    dialog.accept()
    assert studio.window.sidebar.project_button.text() == "Support tone"
    assert open_project(folder).name == "Support tone"
    studio.save_choices_made()
    assert open_project(folder).name == "Support tone"


def test_the_note_of_a_new_project_says_where_it_is_kept(studio: Studio, home: Path) -> None:
    create_project(home / "projects" / "support-tone")
    studio.projects.ask_for_new()
    dialog = studio.projects.name_dialog
    assert dialog is not None
    dialog.field.setText("Support / tone")
    assert dialog.note.text() == f"It is kept in {home / 'projects' / 'support-tone-2'}."
    dialog.field.setText("ü" * 300)  # longer than a folder's name may be
    assert dialog.note.text() == f"It is kept in {home / 'projects' / ('ü' * 60)}."


def test_a_second_window_leaves_the_first_one_s_project_alone(tmp_path: Path) -> None:
    mine = default_project(tmp_path)
    settings = replace(Settings(), project=str(mine.folder))
    first = hold_wanted(None, settings, tmp_path)
    assert (first.project, first.note) == (mine, "")
    second = hold_wanted(None, settings, tmp_path)
    assert second.project.folder == tmp_path / "projects" / "untitled-2"
    assert "Untitled is open in another window" in second.note
    first.release()
    third = hold_wanted(None, settings, tmp_path)
    assert third.project == mine
    second.release()
    third.release()


def test_a_project_that_cannot_be_opened_at_the_start_is_told(tmp_path: Path) -> None:
    held = hold_wanted(None, replace(Settings(), project=str(tmp_path / "gone")), tmp_path)
    assert held.project.name == "Untitled"
    assert "is no project" in held.note
    assert "Untitled is open here instead." in held.note
    held.release()


def test_one_that_cannot_be_written_is_told_at_the_start_and_refused_later(studio: Studio, tmp_path: Path) -> None:
    locked = create_project(tmp_path / "locked", "Locked")
    (locked.folder / ".lock").mkdir()  # as on a read-only disk, no lock can be taken
    held = hold_wanted(None, replace(Settings(), project=str(locked.folder)), tmp_path / "home")
    assert held.project.name == "Untitled"
    assert "cannot be written" in held.note
    held.release()
    studio.projects.open(locked.folder)
    assert "cannot be written" in studio.window.toast.text
    assert studio.window.isVisible()


def test_one_that_another_window_has_is_refused_before_this_one_closes(studio: Studio, tmp_path: Path) -> None:
    other = create_project(tmp_path / "other", "Other")
    with hold_project(other):
        studio.projects.open(other.folder)
    assert "Other is open in another window" in studio.window.toast.text
    assert studio.window.isVisible()


def test_two_windows_keep_each_other_s_settings(studio: Studio, home: Path) -> None:
    save_settings(replace(load_settings(home), sound_at_end=True), home)  # by another window
    studio.preferences.set("notice_at_end", False)
    assert load_settings(home).sound_at_end
    assert not load_settings(home).notice_at_end


def test_the_next_window_opens_in_the_same_process(
    tmp_path: Path, project_root: Path, process_environment: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _GO_ON],
        cwd=project_root,
        env={**process_environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Untitled data", "Tone data", "Untitled runs"]
    for word in ("QThread", "Traceback", "Aborted"):
        assert word not in done.stderr
