"""Which project is open, at the sidebar's head, with a menu to go to another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from app.language.translate import tr
from app.models.recent_projects import RecentProject
from app.theme.fonts import ui_font
from app.theme.icons import paint_icon
from app.theme.theme import Theme
from app.theme.tokens import RADIUS
from app.widgets.command import Command
from app.widgets.painting import rounded_box, text_in

_HEIGHT = 36
_NAME_ROOM = 40  # letters of a name in the menu


class ProjectButton(QAbstractButton):
    """`chosen(Path)` when a person picks another project; the other entries are `commands`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_rail = False
        self._folder = Path()
        self._recent: Callable[[], Sequence[RecentProject]] = list
        self._commands: Sequence[Command] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Project"))
        self.clicked.connect(self.open_menu)

    def offer(self, recent: Callable[[], Sequence[RecentProject]], commands: Sequence[Command]) -> None:
        """Fill the menu from these; the list is asked for whenever the menu opens."""
        self._recent, self._commands = recent, commands

    def show_project(self, name: str, folder: Path) -> None:
        """Say which one is open."""
        self._folder = folder
        self.setText(name)
        self.setAccessibleName(tr("Project: {name}", name=name))
        self.setAccessibleDescription(tr("Opens the list of projects"))
        self.setToolTip(tr("Project {name} (Ctrl P)\n{folder}", name=name, folder=folder))
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Only the icon, or the name too."""
        self._is_rail = rail
        self.update()

    def menu(self) -> QMenu:
        """A fresh menu: the projects that were open lately, then what else can be done."""
        menu = QMenu(self)
        for project in self._recent():
            action = menu.addAction(_short(project.name) + (f" ({project.trouble})" if project.trouble else ""))
            action.setCheckable(True)
            action.setChecked(project.folder == self._folder)
            action.setToolTip(str(project.folder))
            action.triggered.connect(partial(self._choose, project.folder))
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        for command in self._commands:
            menu.addAction(command)
        return menu

    def open_menu(self) -> None:
        """Show the menu below the button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def sizeHint(self) -> QSize:
        return QSize(40, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        rest = colors.raised if colors.is_dark else colors.surface
        fill = colors.pressed if self.isDown() else colors.hover if self.underMouse() else rest
        rounded_box(painter, QRectF(self.rect()), RADIUS.button, fill, colors.border2)
        middle = self.height() / 2
        if self._is_rail:
            paint_icon(painter, "folder-open", QRectF(self.width() / 2 - 8, middle - 8, 16, 16), colors.text2)
            return
        paint_icon(painter, "folder-open", QRectF(10, middle - 8, 16, 16), colors.text2)
        paint_icon(painter, "caret-down", QRectF(self.width() - 22, middle - 6, 12, 12), colors.text2)
        font = ui_font(13, 600)
        room = self.width() - 34 - 28
        name = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        text_in(painter, QRectF(34, 0, room, self.height()), name, font, colors.text)

    def _choose(self, folder: Path) -> None:
        self.chosen.emit(folder)


def _short(name: str) -> str:
    """A name as a menu can show it: an ampersand is not a key, and a very long one is cut."""
    cut = name if len(name) <= _NAME_ROOM else name[: _NAME_ROOM - 1] + "…"
    return cut.replace("&", "&&")
