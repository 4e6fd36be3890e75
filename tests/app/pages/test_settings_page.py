"""The Settings page in a whole window: every setting is there, acts, and is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QSpinBox
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.background.keep_awake import KeepAwake, way_to_stay_awake
from app.background.run_thread import wake_engine
from app.models.run_state import RunState
from app.pages.settings.page import SettingsPage
from app.preferences import text_size_after
from app.run_end import RunEnd
from app.settings import Settings, load_settings, save_settings
from app.theme.contrast import contrast_ratio
from app.theme.theme import Theme, with_more_contrast
from app.theme.tokens import DARK, LIGHT
from app.widgets.folder_list import FolderList
from app.widgets.spin_clock import SpinClock
from app.widgets.spinner import Spinner
from tests.app.accessible import nameless, too_small
from tests.app.studio import fake_studio
from tests.engine.model.tiny_gguf import Vocabulary, tiny_llama, write_gguf


@pytest.fixture
def studio(theme: Theme, qtbot: QtBot, home: Path) -> Iterator[Studio]:
    studio = fake_studio(home)
    with qtbot.waitActive(studio.window):
        studio.window.show()
        studio.window.activateWindow()
    qtbot.keyClick(studio.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert studio.window.current_page == "settings"
    yield studio
    studio.shut_down()
    studio.deleteLater()


@pytest.fixture
def page(studio: Studio) -> SettingsPage:
    page = studio.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_every_setting_with_a_title_has_a_named_control(page: SettingsPage) -> None:
    assert set(page.controls) == {one.name for one in fields(Settings) if one.metadata["title"]}
    assert nameless(page) == []
    assert too_small(page) == []
    assert all(control.accessibleDescription() for control in page.controls.values())


def test_a_switch_acts_at_once_and_is_kept(studio: Studio, page: SettingsPage, home: Path, qtbot: QtBot) -> None:
    before = studio.theme.colors
    switch = page.controls["more_contrast"]
    assert isinstance(switch, QCheckBox)
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert studio.theme.colors == with_more_contrast(before)
    assert load_settings(home).more_contrast


def test_the_theme_changes_in_both_places(studio: Studio, page: SettingsPage, home: Path) -> None:
    page.changed.emit("theme", "dark")
    assert studio.theme.colors == DARK
    assert load_settings(home).theme == "dark"
    studio.window.sidebar.theme_chosen.emit("light")
    control = page.controls["theme"]
    assert control.value == "light"  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def test_keys_change_the_text_size_for_the_next_start(
    studio: Studio, page: SettingsPage, home: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(studio.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert load_settings(home).text_size == 110
    box = page.controls["text_size"]
    assert isinstance(box, QSpinBox)
    assert box.value() == 110
    assert "110%" in studio.window.toast.text
    qtbot.keyClick(studio.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert load_settings(home).text_size == 100


def test_the_text_size_stays_within_its_limits() -> None:
    assert text_size_after(Settings(text_size=150), 1) == 150
    assert text_size_after(Settings(text_size=80), -1) == 80
    assert text_size_after(Settings(text_size=150), 0) == 100


def test_nothing_turns_with_reduced_motion(theme: Theme, qtbot: QtBot) -> None:
    theme.is_still = True
    spinner = Spinner(theme)
    qtbot.addWidget(spinner)
    clock = SpinClock(theme, spinner)
    clock.run(True)
    spinner.show()
    first = clock.phase
    qtbot.wait(60)
    assert clock.phase == first


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_borders_with_more_contrast_stand_three_to_one(colors: object) -> None:
    assert colors in (LIGHT, DARK)
    strong = with_more_contrast(LIGHT if colors is LIGHT else DARK)
    assert contrast_ratio(strong.border2, strong.surface) >= 3


def test_the_computer_is_held_awake_while_a_program_lives_and_no_longer() -> None:
    awake = KeepAwake((sys.executable, "-c", "import sys; sys.stdin.read()"))
    awake.hold()
    awake.hold()
    assert awake.is_held
    awake.release()
    awake.release()
    assert not awake.is_held


def test_a_system_that_refuses_is_asked_once_a_run(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    awake = KeepAwake((sys.executable, "-c", "raise SystemExit(1)"))
    awake.hold()
    qtbot.waitUntil(lambda: not awake.is_held)
    awake.hold()
    assert not awake.is_held
    awake.release()
    assert "exit code 1" in caplog.text


def test_without_a_way_nothing_is_held_and_nothing_breaks() -> None:
    awake = KeepAwake(None)
    awake.hold()
    assert not awake.is_held
    missing = KeepAwake(("/nowhere/inhibit",))
    missing.hold()
    assert not missing.is_held


def test_each_system_has_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    linux, mac = way_to_stay_awake("linux"), way_to_stay_awake("darwin")
    assert linux is not None
    assert (linux[0], linux[-1]) == ("/bin/systemd-inhibit", "cat")
    assert mac is not None
    assert mac[0] == "/bin/caffeinate"
    assert way_to_stay_awake("win32") == ()
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert way_to_stay_awake("linux") is None


def test_a_run_holds_the_computer_awake_until_it_pauses_or_ends(studio: Studio) -> None:
    settings = Settings(notice_at_end=False)
    awake = KeepAwake((sys.executable, "-c", "import sys; sys.stdin.read()"))
    end = RunEnd(studio.session.run, studio.window, lambda: settings, awake)
    end.follow(RunState.RUNNING)
    assert awake.is_held
    end.follow(RunState.PAUSED)
    assert not awake.is_held
    end.follow(RunState.RUNNING)
    end.follow(RunState.FINISHED)
    assert not awake.is_held


def test_the_notice_comes_once_when_a_run_ends_behind_another_window(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerted: list[object] = []
    beeps: list[int] = []
    monkeypatch.setattr("app.run_end.QApplication.alert", alerted.append)
    monkeypatch.setattr("app.run_end.QApplication.beep", lambda: beeps.append(1))
    monkeypatch.setattr(studio.window, "isActiveWindow", lambda: False)
    end = RunEnd(studio.session.run, studio.window, lambda: Settings(sound_at_end=True), KeepAwake(None))
    end.follow(RunState.FINISHED)  # a run of earlier that was brought back
    assert alerted == []
    end.follow(RunState.RUNNING)
    end.follow(RunState.FAILED)
    assert alerted == [studio.window]
    assert beeps == [1]


def test_folders_with_models_are_added_searched_and_removed(
    studio: Studio, page: SettingsPage, home: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "lmstudio" / "owner"
    place.mkdir(parents=True)
    vocabulary = Vocabulary.of_bytes()
    write_gguf(place / "packed.gguf", tiny_llama(vocabulary), vocabulary)
    folders = page.controls["model_folders"]
    assert isinstance(folders, FolderList)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "lmstudio"))
    qtbot.mouseClick(folders.add_button, Qt.MouseButton.LeftButton)
    assert load_settings(home).model_folders == (str(tmp_path / "lmstudio"),)
    choice = studio.session.model_choice
    qtbot.waitUntil(lambda: any(facts.name == "packed" for facts in choice.found), timeout=20_000)
    folders.list.setCurrentRow(0)
    qtbot.keyClick(folders.list, Qt.Key.Key_Delete)
    assert load_settings(home).model_folders == ()
    qtbot.waitUntil(lambda: not choice.is_searching, timeout=20_000)
    assert all(facts.name != "packed" for facts in choice.found)


def test_the_usual_device_is_taken_at_once(studio: Studio, page: SettingsPage) -> None:
    page.changed.emit("device", "cpu")
    assert studio.session.model_choice.device == "cpu"


def test_threads_and_recipe_are_those_of_the_settings_from_the_next_start_on(home: Path) -> None:
    save_settings(Settings(recipe="gentle", threads=1), home)
    studio = Studio(home)
    assert studio.session.setup.base.name == "gentle"
    assert studio.session.engine.parent() is studio.session
    studio.shut_down()
    studio.deleteLater()


def test_the_engine_computes_with_as_many_threads_as_it_is_told() -> None:
    import torch

    before = torch.get_num_threads()
    try:
        wake_engine(3)
        assert torch.get_num_threads() == 3
        wake_engine()
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)
