"""How a person collects pairs on the Arena's page, over a fake engine."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.pages.arena.page import ArenaPage
from engine.data.preference_pair import PreferencePair
from engine.data.reader import read_preferences
from tests.app.pages.conftest import Studio

CTRL = Qt.KeyboardModifier.ControlModifier


def key(studio: Studio, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    studio.qtbot.keyClick(focus, key, modifier)


def keys(studio: Studio, text: str) -> None:
    """Type wherever the keyboard is."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    studio.qtbot.keyClicks(focus, text)


def ready(studio: Studio, page: ArenaPage) -> None:
    """Wait until both replies are in sight and none lights up any more."""
    studio.qtbot.waitUntil(lambda: all(pane.text for pane in page.picking.replies.both) and not page.picking.is_lit)


def kept(studio: Studio) -> list[PreferencePair]:
    """The pairs in the data set, read from the disk."""
    path = studio.session.arena.pairs_path
    return list(read_preferences(path).pairs) if path.exists() and path.read_text("utf-8").strip() else []


def said(studio: Studio) -> list[tuple[str, str]]:
    """The same as chosen and rejected texts."""
    return [(pair.chosen_text, pair.rejected_text) for pair in kept(studio)]
