"""The composition root: what is remembered, how the window looks, and how fast it is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.application import Studio, make_application
from app.models.open_file import OpenFile
from app.settings import load_settings
from app.theme.theme import Theme
from app.theme.tokens import DARK
from app.widgets.theme_button import ThemeButton
from engine.data.options import ReadingOptions
from tests.app.models.pairs import write_pairs
from tests.app.studio import fake_studio


@pytest.fixture
def studio(theme: Theme, home: Path) -> Iterator[Studio]:
    studio = fake_studio(home)
    studio.window.show()
    yield studio
    studio.shut_down()
    studio.deleteLater()


def test_the_theme_is_switched_live_and_remembered(studio: Studio, qtbot: QtBot, home: Path) -> None:
    button = studio.window.findChild(ThemeButton)
    assert button is not None
    menu = button.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Dark").trigger()
    assert studio.theme.colors is DARK
    assert button.accessibleName() == "Theme: Dark"
    studio.shut_down()
    assert load_settings(home).theme == "dark"


def test_what_was_open_is_open_again(theme: Theme, qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    first = fake_studio(home)
    first.session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: first.session.dataset.split is not None and first.session.dataset.flags is not None)
    first.window.show_page("model")
    first.shut_down()
    place = load_settings(home).window_geometry
    assert place
    first.deleteLater()
    second = fake_studio(home)
    second.reopen()
    qtbot.waitUntil(lambda: second.session.dataset.state == "loaded")
    assert second.session.dataset.path == tmp_path / "pairs.jsonl"
    assert second.settings.window_geometry == place
    assert second.window.current_page == "model"
    second.shut_down()
    second.deleteLater()


def test_what_is_gone_is_left_out(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs.jsonl")
    studio.session.dataset.open(path)
    qtbot.waitUntil(lambda: studio.session.dataset.split is not None and studio.session.dataset.flags is not None)
    studio.save_choices_made()
    path.unlink()
    studio.reopen()
    assert studio.window.current_page == "data"


def test_what_a_crashed_window_left_is_removed_at_start(theme: Theme, qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    left = home / "temporary" / "left" / "pairs.jsonl"
    left.parent.mkdir(parents=True)
    left.write_text("private")
    mine = OpenFile(tmp_path / "pairs.jsonl", ReadingOptions())
    studio = fake_studio(home)
    qtbot.waitUntil(lambda: not left.parent.exists())
    assert mine.folder.is_dir()
    studio.shut_down()
    studio.deleteLater()


def test_the_application_is_made_once(qapp: QApplication) -> None:
    assert make_application(["test"]) is qapp
    qapp.setQuitOnLastWindowClosed(True)


def test_the_window_needs_no_torch(home: Path, process_environment: dict[str, str], project_root: Path) -> None:
    program = """
import json, sys
from pathlib import Path
from app.application import Studio, make_application
application = make_application(["test"])
studio = Studio(Path(sys.argv[1]))
studio.window.show()
for page in ("data", "train", "compare", "export"):
    studio.window.show_page(page)
    application.processEvents()
studio.shut_down()
print(json.dumps([name for name in ("torch", "transformers", "peft") if name in sys.modules]))
"""
    environment = {**os.environ, **process_environment, "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, "-c", program, str(home)],
        cwd=project_root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout.splitlines()[-1]) == []
