"""Ctrl K in the window: gathers every command that exists, lists them, and runs the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from app.language.translate import tr, tr_marked
from app.main_window import PAGES, MainWindow
from app.models.session import PageName
from app.theme.theme import Theme
from app.widgets.command import Command, commands_below
from app.widgets.command_list import Entry
from app.widgets.command_palette import CommandPalette


class Palette(QObject):
    """The commands of the page in sight come first, then the window's, then those of other pages."""

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.view = CommandPalette(theme, window)
        self.view.chosen.connect(self._run)
        self._maker = QTimer(self)  # pages that do not exist yet are made one by one while the list is open
        self._maker.setInterval(0)
        self._maker.timeout.connect(self._make_one)
        self.view.finished.connect(self._maker.stop)
        Command(
            window, tr("Find a command"), self.open, "Ctrl+K", about=tr("Every action with its keys"), reach="window"
        )

    def open(self) -> None:
        """List what can be done."""
        self.view.show_entries(self._entries())
        self.view.open()
        self._maker.start()

    def _entries(self) -> list[Entry]:
        pages = self._window.made_pages
        here = self._window.current_page
        names: list[PageName] = [here, *(name for name in PAGES if name != here)]
        own = self._window.findChildren(Command, options=Qt.FindChildOption.FindDirectChildrenOnly)
        entries = {
            name: [Entry(one, tr_marked(PAGES[name][0])) for one in commands_below(pages[name])]
            for name in names
            if name in pages
        }
        first = entries.pop(here, [])
        return [*first, *(Entry(one) for one in own), *(one for some in entries.values() for one in some)]

    def _make_one(self) -> None:
        if not self._window.make_next_page():
            self._maker.stop()
            return
        self.view.show_entries(self._entries())

    def _run(self, command: Command) -> None:
        for name, page in self._window.made_pages.items():
            if command.owner is page or page.isAncestorOf(command.owner):
                self._window.show_page(name)
        command.run()
