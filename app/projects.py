"""Going from one project to another: the list at the sidebar's head, a new one, another folder, another name.

A project is opened by a window of its own making: this one closes, with all the questions that closing asks, and the
next one opens in its place. So a run is saved as it always is, and nothing of one project is left in the other.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.main_window import MainWindow
from app.models.recent_projects import recent_projects, with_first, without
from app.models.session import Session
from app.preferences import Preferences
from app.settings import Settings
from app.widgets.command import Command
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.name_dialog import NameDialog
from engine.errors import EngineError
from engine.storage.lock import is_held
from engine.storage.project import (
    Project,
    create_project,
    default_project,
    free_folder,
    hold_project,
    is_open_elsewhere,
    open_project,
    projects_folder,
    rename_project,
)


class HeldProject:
    """The project that a window opens, kept from other windows until `release`; `note` says why it is not another."""

    def __init__(self, project: Project, note: str = "") -> None:
        self.project = project
        self.note = note
        self._hold = contextlib.ExitStack()
        self._hold.enter_context(hold_project(project))

    def release(self) -> None:
        """Let other windows have it."""
        self._hold.close()


def hold_wanted(wanted: Path | None, settings: Settings, home: Path) -> HeldProject:
    """The wanted project, else the last one; where it cannot be had, the usual one and a note.

    Raises `EngineError` when that one cannot be had either.
    """
    folder = wanted or (Path(settings.project) if settings.project else None)
    note = ""
    if folder is not None:
        try:
            return HeldProject(open_project(folder))
        except EngineError as error:
            note = tr_engine(error.message)
    elif is_held(projects_folder(home) / "untitled"):
        note = tr_engine(is_open_elsewhere("Untitled").message)
    project = default_project(home)
    return HeldProject(project, tr("{note} {name} is open here instead.", note=note, name=project.name) if note else "")


class Projects(QObject):
    """`wanted` is the folder of the project that is to be opened once the window has closed; None for none."""

    def __init__(self, window: MainWindow, session: Session, preferences: Preferences, home: Path) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._preferences = preferences
        self._home = home
        self._place = projects_folder(home)
        self._question: ConfirmDialog | None = None
        self.name_dialog: NameDialog | None = None
        self.wanted: Path | None = None
        window.stays.connect(self._stay)
        button = window.sidebar.project_button
        self._switch = self._command(
            tr("Switch project"), button.open_menu, "Ctrl+P", tr("The projects that were open lately")
        )
        commands = (
            self._command(
                tr("New project"), self.ask_for_new, "Ctrl+Shift+N", tr("Its own data, edits, runs and votes")
            ),
            self._command(
                tr("Open a project folder"), self.ask_for_folder, "Ctrl+Shift+O", tr("A folder with a project.toml")
            ),
            self._command(tr("Rename the project"), self.ask_for_name, about=tr("Its folder keeps its name")),
        )
        button.offer(lambda: recent_projects(self._preferences.now.recent_projects), commands)
        button.chosen.connect(self.open)
        preferences.set("project", str(session.project.folder))
        preferences.set("recent_projects", with_first(session.project.folder, preferences.now.recent_projects))
        self._show()

    def open(self, folder: Path) -> None:
        """Close this window and open another project; asks first where a run is under way."""
        if folder == self._session.project.folder:
            return
        try:
            project = open_project(folder)
            with hold_project(project):
                pass  # nobody else has it open, and it can be written
        except EngineError as error:
            self._explain(folder, error)
            return
        self.wanted = project.folder
        self._window.close_for(tr("Opening {name}…", name=project.name))

    def ask_for_new(self) -> None:
        """Ask for a name, and make a project of it."""
        self._place = projects_folder(self._home)

        def note(name: str) -> str:
            return tr("It is kept in {free_folder}.", free_folder=free_folder(name, self._place))

        dialog = self._ask(tr("What is the new project called?"), "", tr("Create"), note, tr("Choose the place…"))
        dialog.other_button.clicked.connect(lambda: self._choose_place(dialog))
        dialog.accepted.connect(lambda: self.create(dialog.name))

    def create(self, name: str) -> None:
        """Make a project and open it."""
        try:
            project = create_project(free_folder(name, self._place), name)
        except EngineError as error:
            self._say(error)
            return
        self.open(project.folder)

    def ask_for_folder(self) -> None:
        """Ask which folder holds the project to open."""
        start = str(self._session.project.folder.parent)
        folder = QFileDialog.getExistingDirectory(self._window, tr("Open a project folder"), start)
        if folder:
            self.open(Path(folder))

    def ask_for_name(self) -> None:
        """Ask for another name of the open project."""
        project = self._session.project
        note = tr("Its folder stays {folder}.", folder=project.folder)
        dialog = self._ask(tr("What should the project be called?"), project.name, tr("Rename"), lambda _: note)
        dialog.accepted.connect(lambda: self.rename(dialog.name))

    def rename(self, name: str) -> None:
        """Give the open project another name."""
        try:
            self._session.project = rename_project(self._session.project, name)
        except EngineError as error:
            self._say(error)
        self._show()

    # ------------------------------------------------------------ inside

    def _command(self, name: str, do: Callable[[], object], keys: str = "", about: str = "") -> Command:
        return Command(self._window, name, do, keys, about=about, reach="window")

    def _ask(self, title: str, name: str, confirm: str, note: Callable[[str], str], other: str = "") -> NameDialog:
        dialog = NameDialog(self._preferences.theme, title, name, confirm, note, other=other, parent=self._window)
        dialog.finished.connect(dialog.deleteLater)
        self.name_dialog = dialog
        dialog.open()
        return dialog

    def _choose_place(self, dialog: NameDialog) -> None:
        folder = QFileDialog.getExistingDirectory(dialog, tr("Keep the project in"), str(self._place))
        if folder:
            self._place = Path(folder)
            dialog.refresh()

    def _explain(self, folder: Path, error: EngineError) -> None:
        """Say why a project cannot be opened; one that is gone may leave the list."""
        listed = str(folder) in self._preferences.now.recent_projects
        if not listed or (folder / "project.toml").is_file():
            self._say(error)
            return
        text = tr(
            "There is no project in {folder} any more. It may have been moved, or lie on a drive that is not "
            "connected. Taking it out of the list deletes nothing.",
            folder=folder,
        )
        title = tr("Take {name} out of the list?", name=folder.name)
        theme = self._preferences.theme
        self._question = ConfirmDialog(theme, title, text, tr("Take it out"), tr("Keep it"), parent=self._window)
        self._question.accepted.connect(lambda: self._forget(folder))
        self._question.finished.connect(self._question.deleteLater)
        self._question.open()

    def _forget(self, folder: Path) -> None:
        self._preferences.set("recent_projects", without(folder, self._preferences.now.recent_projects))

    def _say(self, error: EngineError) -> None:
        self._window.toast.show_note(tr_engine(f"{error.message} {error.hint}".strip()), "danger")

    def _stay(self) -> None:
        self.wanted = None

    def _show(self) -> None:
        project = self._session.project
        self._window.sidebar.project_button.show_project(project.name, project.folder)
        self._window.setWindowTitle(tr("{name} – DPO Studio", name=project.name))
