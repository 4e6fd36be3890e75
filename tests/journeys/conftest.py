"""A whole window over the real engine, and the same leak checks as for every other test of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.models.run_state import RunState
from app.theme.theme import Theme
from tests.app.conftest import nothing_left_behind, theme
from tests.journeys.tiny_pairs import write_tiny_pairs

__all__ = ["nothing_left_behind", "theme"]

PATIENCE = 240_000  # milliseconds: two slow processors, and other tests beside this one


class Journey:
    """A person at a window: opens things, presses buttons, waits for what is shown."""

    def __init__(self, studio: Studio, qtbot: QtBot) -> None:
        self.studio = studio
        self.session = studio.session
        self.window = studio.window
        self.qtbot = qtbot

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def load(self, pairs: Path, model: Path) -> None:
        """Open pairs and choose a model."""
        self.session.dataset.open(pairs)
        self.session.model_choice.choose_folder(model)
        self.wait(lambda: self.session.dataset.split is not None and self.session.model_choice.folder is not None)

    def load_file_into_page(self, path: Path) -> None:
        """Open a file as a drop or the file dialog does."""
        self.studio.dropped.open_file(path)

    def train(self, **values: object) -> None:
        """Turn knobs, and press Train."""
        for key, value in values.items():
            self.session.setup.set_value(key.replace("__", "."), value)
        self.session.start_training()

    def close(self) -> None:
        """Close the window, and wait until it has let go of the project."""
        closed: list[bool] = []
        self.window.closed.connect(lambda: closed.append(True))
        self.window.close()
        self.wait(lambda: closed)

    def wait_for(self, *states: RunState) -> None:
        """Wait until the run is in one of these states."""
        self.wait(lambda: self.session.run.state in states)


@pytest.fixture
def make_journey(theme: Theme, qtbot: QtBot, home: Path) -> Iterator[Callable[[], Journey]]:
    """Opens windows, one after the other, on the same data folder; all are taken down at the end."""
    studios: list[Studio] = []

    def make() -> Journey:
        studio = Studio(home)
        studios.append(studio)
        studio.window.show()
        return Journey(studio, qtbot)

    yield make
    for studio in studios:
        studio.shut_down()
        studio.deleteLater()


@pytest.fixture
def journey(make_journey: Callable[[], Journey]) -> Journey:
    """One open window."""
    return make_journey()


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Forty pairs that prefer short replies."""
    return write_tiny_pairs(tmp_path / "support_tone.jsonl", 40)
