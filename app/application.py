"""The composition root: makes settings, theme, session and window, ties them together, and takes them down in order."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.background.desktop_notice import way_to_notify
from app.background.keep_awake import KeepAwake, way_to_stay_awake
from app.background.own_folder import remove_ownerless
from app.background.run_thread import EngineThread, wake_engine
from app.background.task import run_task
from app.dropped import Dropped
from app.error_report import ErrorDialog, ErrorReport
from app.help import Help
from app.language.languages import install_language
from app.language.translate import mark, tr, tr_marked
from app.main_window import PAGES, MainWindow
from app.models.recipes import RECIPES
from app.models.session import PageName, Session
from app.page_factories import PageFactories
from app.pages.data.page import DataPage
from app.palette import Palette
from app.preferences import Preferences
from app.projects import HeldProject, Projects, hold_wanted
from app.run_end import RunEnd
from app.settings import Settings, load_settings
from app.theme.fonts import load_fonts, ui_font
from app.window_commands import add_window_commands
from app.window_state import WindowState, load_window_state, save_window_state
from engine.errors import EngineError
from engine.storage.home import home_folder
from engine.storage.project import Project, save_choices

_log = logging.getLogger(__name__)
_NO_WAY_TO_STAY_AWAKE = mark("This system has no program that does it (systemd-inhibit).")


def run_window(
    arguments: Sequence[str] = (), demo: bool = False, opened: Callable[[Studio], object] | None = None
) -> int:
    """Open the window and return the exit code once it is closed.

    `demo` loads the built-in demo; `opened` is called with the studio once its window is shown.
    """
    home = home_folder()
    settings = load_settings(home)
    set_scale(settings.text_size)
    application = make_application(list(arguments) or sys.argv[:1])
    install_language(application, settings.language)
    project: Path | None = None
    while True:
        try:
            studio = Studio(home, project)
        except EngineError as error:
            sys.stderr.write(f"{error.message} {error.hint}\n")
            return 1
        if demo and project is None:
            studio.begin(studio.load_demo)
        else:
            studio.begin(studio.reopen)
        if opened is not None:
            opened(studio)
        # What lives as long as the window need not be looked through for garbage: that would hold it up now and then.
        gc.freeze()
        code = application.exec()
        gc.unfreeze()
        studio.shut_down()
        studio.deleteLater()
        project = studio.projects.wanted
        if project is None:
            return code


def set_scale(percent: int) -> None:
    """Have Qt draw everything so much larger; before the application object exists, and unless the system says."""
    if percent != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{percent / 100:g}")


def make_application(arguments: list[str]) -> QApplication:
    """Qt's application object in our style, with our fonts."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("DPO Studio")
    application.setApplicationDisplayName("DPO Studio")
    application.setDesktopFileName("dpo-studio")
    application.setStyle("Fusion")
    # The window's `closed` ends the program, after the engine has.
    application.setQuitOnLastWindowClosed(False)
    load_fonts()
    application.setFont(ui_font())
    return application


class Studio(QObject):
    """Everything that lives as long as the window. Raises `EngineError` when the data folder cannot be used."""

    def __init__(self, home: Path, project: Path | None = None, *, session: Session | None = None) -> None:
        super().__init__()
        self._home = home
        self.preferences = Preferences(home, self)
        self.theme = self.preferences.theme
        self._held: HeldProject | None = None
        if session is None:
            self._held = hold_wanted(project, self.settings, home)
            session = _session(self.settings, self._held.project, home, self)
        self.session = session
        self._left = load_window_state(session.project.folder)
        self._has_left = False
        stay_awake = way_to_stay_awake()
        impossible = {"keep_awake": tr_marked(_NO_WAY_TO_STAY_AWAKE)} if stay_awake is None else {}
        factories = PageFactories(self.session, self.preferences, home, self.load_demo, impossible)
        self.window = MainWindow(self.theme, self.session, factories.by_name())
        self.palette = Palette(self.theme, self.window)
        self.help = Help(self.theme, self.window)
        self.run_end = RunEnd(
            self.session.run, self.window, lambda: self.settings, KeepAwake(stay_awake), way_to_notify()
        )
        self.projects = Projects(self.window, self.session, self.preferences, home)
        self.window.restore_geometry_text(self._left.geometry or self.settings.window_geometry)
        self._errors = ErrorReport(self)
        self._error_dialog = ErrorDialog(self.theme, self.window)
        self._errors.reported.connect(self._error_dialog.add)
        self._errors.install()
        self._connect()
        self.session.model_choice.choose_device(self.settings.device)
        self._search_model_folders()
        self.window.page("data")  # it says what becomes of edits, whichever page they are made on
        self.window.restore_splitters(self._left.splitters)
        by_name: dict[str, PageName] = {str(name): name for name in PAGES}
        self.window.show_page(by_name.get(self._left.page, "data"))
        self.window.closed.connect(self._leave_project)
        self._tidy_up()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self.preferences.now

    def begin(self, load: Callable[[], None]) -> None:
        """Show the window and end the program with it; `load` comes after the first picture."""
        self.window.closed.connect(QApplication.quit)
        self.window.show()
        if self._held is not None and self._held.note:
            self.window.toast.show_note(self._held.note, "warn")
        QTimer.singleShot(0, load)

    def reopen(self) -> None:
        """Open what the project had open last; what is gone meanwhile is left out in silence."""
        project = self.session.project
        if project.data and Path(project.data).is_file():
            self.session.opening.open(Path(project.data))
        if project.model and Path(project.model).is_dir():
            self.session.model_choice.choose_folder(Path(project.model))
            self.session.model_choice.template.choose(project.chat_template)
        self.session.restore_last_run()
        self.session.history.look()
        self.session.blind.load()
        self.session.arena.load()

    def load_demo(self) -> None:
        """The demo's pairs, model and settings, ready to train."""
        try:
            self.session.open_demo()
        except EngineError as error:
            self._show_data_error(error)

    def _show_data_error(self, error: EngineError) -> None:
        page = self.window.page("data")
        if isinstance(page, DataPage):
            page.show_error(error)

    def shut_down(self) -> None:
        """Save what is to be remembered, end the engine, give Python's hooks back."""
        self._leave_project()
        self.run_end.close()
        self.session.shut_down()
        self._errors.uninstall()
        self.window.close()
        self.window.deleteLater()

    def _leave_project(self) -> None:
        """Keep how the window was left, and let other windows have the project; once."""
        if self._has_left:
            return
        self._has_left = True
        window = self.window
        self.preferences.set("window_geometry", window.geometry_text())
        state = WindowState(window.current_page, window.geometry_text(), window.splitter_sizes())
        save_window_state(state, self.session.project.folder)
        self.save_choices_made()
        if self._held is not None:
            self._held.release()

    def _tidy_up(self) -> None:
        """Remove, beside the window, the copies of people's data that a window which crashed has left."""
        home = self._home
        run_task(
            lambda _: remove_ownerless(home),
            lambda _: None,
            lambda error: _log.warning("%s", error),
            doing=tr("Tidying up"),
        )

    def _connect(self) -> None:
        window = self.window
        self.dropped = Dropped(window, self.session, self.projects)
        window.sidebar.theme_chosen.connect(partial(self.preferences.set, "theme"))
        self.preferences.changed.connect(self._setting_changed)
        page = window.page("data")
        buttons = (page.replace_button, page.welcome.file_button) if isinstance(page, DataPage) else ()
        add_window_commands(window, self.preferences, self._ask_for_file, self._load_demo_in_sight, buttons)

    def _ask_for_file(self) -> None:
        self.window.show_page("data")
        page = self.window.page("data")
        if isinstance(page, DataPage):
            page.ask_for_file()

    def _load_demo_in_sight(self) -> None:
        self.window.show_page("data")
        self.load_demo()

    def _search_model_folders(self) -> None:
        self.session.model_choice.search_in([Path(folder) for folder in self.settings.model_folders])

    def _setting_changed(self, name: str) -> None:
        if name == "theme":
            self.window.sidebar.set_theme_choice(self.settings.theme)
        elif name == "keep_awake":
            self.run_end.follow(self.session.run.state)
        elif name == "device":
            self.session.model_choice.choose_device(self.settings.device)
        elif name == "model_folders":
            self._search_model_folders()
            self.session.model_choice.search()
        elif name == "language":
            self.window.toast.show_note(tr("The language changes with the next start."))
        elif name == "text_size":
            self.window.toast.show_note(tr("Text size {size}% from the next start on.", size=self.settings.text_size))

    def save_choices_made(self) -> None:
        """Keep in the project which model and data are in use."""
        data, model = self.session.dataset.path, self.session.model_choice.folder
        try:
            save_choices(
                self.session.project, str(model or ""), str(data or ""), self.session.model_choice.template.name
            )
        except EngineError as error:
            _log.warning("%s", error)


def _session(settings: Settings, project: Project, home: Path, parent: QObject) -> Session:
    """A session that begins as the settings want it."""
    engine = EngineThread(wake=partial(wake_engine, settings.threads))
    session = Session(project, parent, engine=engine, home=home)
    engine.setParent(session)
    session.setup.choose(next(recipe for recipe in RECIPES if recipe.name == settings.recipe))
    return session
