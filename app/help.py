"""F1 in the window: opens the manual where the page in sight is explained, with the keys that work there."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from app.language.translate import mark, tr, tr_marked
from app.main_window import PAGES, MainWindow
from app.models.manual import place_of, read_manual
from app.theme.theme import Theme
from app.widgets.command import Command, commands_below, keys_as_read
from app.widgets.help_window import HelpWindow

_log = logging.getLogger(__name__)
_MISSING = mark("The manual's files are missing from this installation. Install DPO Studio again to get them back.")


class Help(QObject):
    """The help window is made when it is first wanted."""

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.view: HelpWindow | None = None
        about = tr("The manual, opened where this page is explained")
        self.command = Command(window, tr("Help for this page"), self.open, "F1", about=about, reach="window")
        window.sidebar.help_wanted.connect(self.command.run)

    def open(self) -> None:
        """Show what the manual says about the page in sight."""
        try:
            chapters = read_manual()
        except OSError as error:
            _log.warning("The manual could not be read: %s", error)
            chapters = ()
        if not chapters:
            self._window.toast.show_note(tr_marked(_MISSING), "danger")
            return
        page = self._window.current_page
        if self.view is None:
            self.view = HelpWindow(self._theme, self._window)
        self.view.show_manual(chapters, place_of(page, PAGES[page][0], chapters), self._keys())

    def _keys(self) -> str:
        """A table of all keys that act on this page, in Markdown; empty where there are none."""
        commands = commands_below(self._window.page(self._window.current_page))
        rows = [f"| {_as_code(one)} | {one.text()} |" for one in commands if one.keys]
        head = ["", "", f"## {tr('Keys on this page')}", "", f"| {tr('key')} | {tr('what it does')} |", "| --- | --- |"]
        return "\n".join([*head, *rows, ""]) if rows else ""


def _as_code(command: Command) -> str:
    return ", ".join(f"`{keys_as_read(keys)}`" for keys in command.shortcuts())
