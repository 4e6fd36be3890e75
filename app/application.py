"""The composition root: makes settings, theme, session and window, ties them together, and takes them down in order."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from app.background.keep_awake import KeepAwake, way_to_stay_awake
from app.background.own_folder import remove_ownerless
from app.background.task import run_task
from app.error_report import ErrorDialog, ErrorReport
from app.main_window import PAGES, MainWindow, PageFactory
from app.models.session import PageName, Session
from app.pages.data.page import DataPage
from app.palette import Palette
from app.preferences import Preferences, text_size_after
from app.run_end import RunEnd
from app.settings import Settings, load_settings
from app.theme.fonts import load_fonts, ui_font
from app.theme.theme import ThemeChoice
from app.widgets.command import Command
from engine.errors import EngineError
from engine.storage.home import home_folder
from engine.storage.project import Project, default_project, open_project, save_choices

_log = logging.getLogger(__name__)


def run_window(arguments: Sequence[str] = (), demo: bool = False) -> int:
    """Open the window and return the exit code once it is closed; `demo` loads the built-in demo."""
    home = home_folder()
    set_scale(load_settings(home).text_size)
    application = make_application(list(arguments) or sys.argv[:1])
    try:
        studio = Studio(home)
    except EngineError as error:
        sys.stderr.write(f"{error.message} {error.hint}\n")
        return 1
    studio.window.closed.connect(application.quit)
    studio.window.show()
    # What lives as long as the window need not be looked through for garbage: that would hold it up now and then.
    gc.freeze()
    # What takes time comes after the first picture.
    QTimer.singleShot(0, studio.load_demo if demo else studio.reopen)
    code = application.exec()
    studio.shut_down()
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

    def __init__(self, home: Path, *, session: Session | None = None) -> None:
        super().__init__()
        self._home = home
        self.preferences = Preferences(home, self)
        self.theme = self.preferences.theme
        self.session = session or Session(_project(self.settings, home), self)
        self.window = MainWindow(self.theme, self.session, self._factories())
        self.palette = Palette(self.theme, self.window)
        self._way_to_stay_awake = way_to_stay_awake()
        awake = KeepAwake(self._way_to_stay_awake)
        self.run_end = RunEnd(self.session.run, self.window, lambda: self.settings, awake)
        self.window.restore_geometry_text(self.settings.window_geometry)
        self._errors = ErrorReport(self)
        self._error_dialog = ErrorDialog(self.theme, self.window)
        self._errors.reported.connect(self._error_dialog.add)
        self._errors.install()
        self._connect()
        self.window.page("data")  # it says what becomes of edits, whichever page they are made on
        by_name: dict[str, PageName] = {str(name): name for name in PAGES}
        self.window.show_page(by_name.get(self.settings.page, "data"))
        self._tidy_up()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self.preferences.now

    def reopen(self) -> None:
        """Open what the project had open last; what is gone meanwhile is left out in silence."""
        project = self.session.project
        if project.data and Path(project.data).is_file():
            self.session.opening.open(Path(project.data))
        if project.model and Path(project.model).is_dir():
            self.session.model_choice.choose_folder(Path(project.model))
        self.session.restore_last_run()
        self.session.blind.load()

    def load_demo(self) -> None:
        """The demo's pairs, model and settings, ready to train."""
        try:
            self.session.open_demo()
        except EngineError as error:
            self._show_data_error(error)

    def open_file(self, path: Path) -> None:
        """Open preference data from anywhere."""
        self.window.show_page("data")
        page = self.window.page("data")
        if isinstance(page, DataPage):
            page.open_file(path)

    def _show_data_error(self, error: EngineError) -> None:
        page = self.window.page("data")
        if isinstance(page, DataPage):
            page.show_error(error)

    def open_folder(self, path: Path) -> None:
        """Take a folder as the model."""
        self.window.show_page("model")
        self.session.model_choice.choose_folder(path)

    def shut_down(self) -> None:
        """Save what is to be remembered, end the engine, give Python's hooks back."""
        self.preferences.set("page", self.window.current_page)
        self.preferences.set("window_geometry", self.window.geometry_text())
        self.run_end.close()
        self.save_choices_made()
        self.session.shut_down()
        self._errors.uninstall()
        self.window.close()
        self.window.deleteLater()

    def _tidy_up(self) -> None:
        """Remove, beside the window, the copies of people's data that a window which crashed has left."""
        home = self._home
        run_task(
            lambda _: remove_ownerless(home),
            lambda _: None,
            lambda error: _log.warning("%s", error),
            doing="Tidying up",
        )

    def _connect(self) -> None:
        window = self.window
        window.file_dropped.connect(self.open_file)
        window.folder_dropped.connect(self.open_folder)
        window.sidebar.theme_chosen.connect(partial(self.preferences.set, "theme"))
        self.preferences.changed.connect(self._setting_changed)
        self._add_commands()

    def _add_commands(self) -> None:
        window = self.window
        about = "Preference pairs from a file"
        Command(window, "Open data", self._ask_for_file, QKeySequence.StandardKey.Open, about=about, reach="window")
        Command(window, "Load the demo", self._load_demo_in_sight, about="The built-in pairs, model and settings")
        choices: tuple[tuple[str, ThemeChoice], ...] = (
            ("Light theme", "light"),
            ("Dark theme", "dark"),
            ("Theme as the system has it", "system"),
        )
        for name, choice in choices:
            Command(window, name, partial(self.preferences.set, "theme", choice), reach="window")
        sizes = (
            ("Larger text", 1, ("Ctrl++", "Ctrl+=")),
            ("Smaller text", -1, "Ctrl+-"),
            ("Usual text size", 0, "Ctrl+0"),
        )
        for name, steps, keys in sizes:
            Command(window, name, partial(self._change_text_size, steps), keys, reach="window")
        Command(window, "Close the window", window.close, "Ctrl+Q", reach="window")

    def _ask_for_file(self) -> None:
        self.window.show_page("data")
        page = self.window.page("data")
        if isinstance(page, DataPage):
            page.ask_for_file()

    def _load_demo_in_sight(self) -> None:
        self.window.show_page("data")
        self.load_demo()

    def _setting_changed(self, name: str) -> None:
        if name == "theme":
            self.window.sidebar.set_theme_choice(self.settings.theme)
        elif name == "keep_awake":
            self.run_end.follow(self.session.run.state)
        elif name == "text_size":
            self.window.toast.show_note(f"Text size {self.settings.text_size}% from the next start on.")

    def _change_text_size(self, steps: int) -> None:
        self.preferences.set("text_size", text_size_after(self.settings, steps))

    def save_choices_made(self) -> None:
        """Keep in the project which model and data are in use."""
        data, model = self.session.dataset.path, self.session.model_choice.folder
        try:
            save_choices(self.session.project, str(model or ""), str(data or ""))
        except EngineError as error:
            _log.warning("%s", error)

    # ------------------------------------------------------------ pages

    def _factories(self) -> dict[PageName, PageFactory]:
        return {
            "data": self._data_page,
            "model": self._model_page,
            "train": self._train_page,
            "compare": self._compare_page,
            "blind": self._blind_page,
            "export": self._export_page,
            "pairs": self._pairs_page,
            "settings": self._settings_page,
        }

    def _data_page(self) -> QWidget:
        page = DataPage(self.theme, self.session.dataset, self.settings.data_folder, self.session.opening)
        page.next_wanted.connect(lambda: self.window.show_page("model"))
        page.demo_wanted.connect(self.load_demo)
        page.file_opened.connect(self._remember_data_folder)
        page.noted.connect(lambda text, label, action: self.window.toast.show_note(text, "ok", label, action))
        return page

    def _remember_data_folder(self, folder: str) -> None:
        self.preferences.set("data_folder", folder)

    def _remember_model_folder(self, folder: str) -> None:
        self.preferences.set("model_folder", folder)

    # Pages that need more than Qt itself, such as pyqtgraph, are imported when they are first wanted.

    def _model_page(self) -> QWidget:
        from app.pages.model.page import ModelPage

        last_folder = self.settings.model_folder
        if last_folder:
            self.session.model_choice.also_search(Path(last_folder))
        page = ModelPage(self.theme, self.session.model_choice, last_folder)
        page.next_wanted.connect(lambda: self.window.show_page("train"))
        page.folder_opened.connect(self._remember_model_folder)
        self.session.dataset.selection.changed.connect(self.session.model_choice.show_pair)
        self.session.model_choice.show_pair(self.session.dataset.selection.pair)
        self.session.model_choice.search()
        return page

    def _train_page(self) -> QWidget:
        from app.pages.train.page import TrainPage

        return TrainPage(self.theme, self.session)

    def _pairs_page(self) -> QWidget:
        from app.pages.pairs.page import PairsPage

        page = PairsPage(self.theme, self.session)
        page.train_wanted.connect(self._train_again)
        return page

    def _train_again(self) -> None:
        from app.pages.train.page import TrainPage

        self.window.show_page("train")
        page = self.window.page("train")
        if isinstance(page, TrainPage):
            page.show_setup()

    def _settings_page(self) -> QWidget:
        from app.pages.settings.page import SettingsPage

        no_way = "This system has no program that does it (systemd-inhibit)."
        impossible = {"keep_awake": no_way} if self._way_to_stay_awake is None else {}
        page = SettingsPage(self.theme, self.settings, self._home, impossible)
        page.changed.connect(self.preferences.set)
        self.preferences.changed.connect(lambda _: page.show_settings(self.settings))
        return page

    def _compare_page(self) -> QWidget:
        from app.pages.compare.page import ComparePage

        return ComparePage(self.theme, self.session)

    def _blind_page(self) -> QWidget:
        from app.pages.blind.page import BlindPage

        return BlindPage(self.theme, self.session)

    def _export_page(self) -> QWidget:
        from app.pages.export.page import ExportPage

        return ExportPage(self.theme, self.session)


def _project(settings: Settings, home: Path) -> Project:
    """The project that was open last, else the one that everybody has."""
    if settings.project:
        try:
            return open_project(Path(settings.project))
        except EngineError as error:
            _log.warning("%s", error)
    return default_project(home)
