"""The commands that belong to no page: opening, theme, text size, closing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.language.translate import mark, tr, tr_marked
from app.main_window import MainWindow
from app.preferences import Preferences, text_size_after
from app.theme.theme import ThemeChoice
from app.widgets.command import Command

_THEMES: tuple[tuple[str, ThemeChoice], ...] = (
    (mark("Light theme"), "light"),
    (mark("Dark theme"), "dark"),
    (mark("Theme as the system has it"), "system"),
)
_TEXT_SIZES = (
    (mark("Larger text"), 1, ("Ctrl++", "Ctrl+=")),
    (mark("Smaller text"), -1, "Ctrl+-"),
    (mark("Usual text size"), 0, "Ctrl+0"),
)


def add_window_commands(
    window: MainWindow,
    preferences: Preferences,
    ask_for_file: Callable[[], None],
    load_demo: Callable[[], None],
    open_buttons: Sequence[QWidget] = (),
) -> None:
    """Give the window its commands; the palette finds them by walking it. `open_buttons` open data as `Ctrl O` does."""
    about = tr("Preference pairs from a file")
    keys = QKeySequence.StandardKey.Open
    Command(window, tr("Open data"), ask_for_file, keys, about=about, reach="window").show_keys_on(*open_buttons)
    Command(window, tr("Load the demo"), load_demo, about=tr("The built-in pairs, model and settings"))
    for name, choice in _THEMES:
        Command(window, tr_marked(name), partial(preferences.set, "theme", choice), reach="window")
    for name, steps, keys in _TEXT_SIZES:
        Command(window, tr_marked(name), partial(_change_text_size, preferences, steps), keys, reach="window")
    Command(window, tr("Close the window"), window.close, "Ctrl+Q", reach="window")


def _change_text_size(preferences: Preferences, steps: int) -> None:
    preferences.set("text_size", text_size_after(preferences.now, steps))
