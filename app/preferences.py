"""Keeps the settings while the window lives: changes one, makes it act, writes it down at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.settings import Settings, load_settings, save_settings
from app.theme.theme import Theme


class Preferences(QObject):
    """`changed(name)` after a setting has changed and acts."""

    changed = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self.now = load_settings(home)
        self.theme = Theme(self.now.theme, self)
        self._act()
        self.theme.apply()

    def set(self, name: str, value: object) -> None:
        """Change one setting."""
        if getattr(self.now, name) != value:
            change = {name: value}
            # Only this one is written: another window may have changed others meanwhile.
            save_settings(replace(load_settings(self._home, self.now), **change), self._home)
            self.now = replace(self.now, **change)
            self._act()
            self.changed.emit(name)

    def _act(self) -> None:
        self.theme.is_still = self.now.reduced_motion
        self.theme.set_more_contrast(self.now.more_contrast)
        if self.theme.choice != self.now.theme:
            self.theme.choose(self.now.theme)


def text_size_after(settings: Settings, steps: int) -> int:
    """The text size in percent so many steps up or down, within its limits; 0 steps gives the usual size."""
    limits = Settings.__dataclass_fields__["text_size"].metadata
    size = 100 if steps == 0 else settings.text_size + steps * int(limits["step"])
    return min(max(size, int(limits["low"])), int(limits["high"]))
