"""What every test of the window gets: it fails when it leaves a thread, a running timer or a window behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.theme.fonts import load_fonts, ui_font
from app.theme.theme import Theme
from tests.app.leaks import Surroundings, left_behind


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Compare threads, timers and windows before and after; windows given to `qtbot.addWidget` are closed by then."""
    before = Surroundings.before_a_test()
    yield
    left = left_behind(before)
    assert not left, f"Left behind: {left}"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, worn by the whole application."""
    load_fonts()
    qapp.setStyle("Fusion")
    qapp.setFont(ui_font())
    theme = Theme("light")
    theme.apply()
    return theme
