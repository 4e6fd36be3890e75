"""How each page is made when it is first wanted, and tied to what lies outside of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.language.translate import tr
from app.main_window import MainWindow, PageFactory
from app.models.session import PageName, Session
from app.pages.data.page import DataPage
from app.preferences import Preferences


class PageFactories:
    """One method a page. Pages that need more than Qt itself, such as pyqtgraph, are imported when they are wanted.

    `impossible` has the names of settings that cannot be had on this system, each with the reason.
    """

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        home: Path,
        load_demo: Callable[[], None],
        impossible: Mapping[str, str],
    ) -> None:
        self._session = session
        self._preferences = preferences
        self._theme = preferences.theme
        self._home = home
        self._load_demo = load_demo
        self._impossible = impossible

    def by_name(self) -> dict[PageName, PageFactory]:
        """The factory of every page; each takes the window that the page will stand in."""
        return {
            "data": self._data_page,
            "model": self._model_page,
            "train": self._train_page,
            "compare": self._compare_page,
            "blind": self._blind_page,
            "arena": self._arena_page,
            "export": self._export_page,
            "pairs": self._pairs_page,
            "runs": self._runs_page,
            "settings": self._settings_page,
        }

    def _data_page(self, window: MainWindow) -> QWidget:
        session = self._session
        page = DataPage(
            self._theme,
            session.dataset,
            self._preferences.now.data_folder,
            session.opening,
            rewards=session.pair_rewards,
        )
        page.next_wanted.connect(lambda: window.show_page("model"))
        page.demo_wanted.connect(self._load_demo)
        page.arena_wanted.connect(lambda: window.show_page("arena"))
        page.file_opened.connect(partial(self._preferences.set, "data_folder"))
        page.noted.connect(lambda text, label, action: window.toast.show_note(text, "ok", label, action))
        return page

    def _model_page(self, window: MainWindow) -> QWidget:
        from app.pages.model.page import ModelPage

        choice, selection = self._session.model_choice, self._session.dataset.selection
        last_folder = self._preferences.now.model_folder
        if last_folder:
            choice.also_search(Path(last_folder))
        page = ModelPage(self._theme, choice, self._session.outlook, last_folder)
        page.next_wanted.connect(lambda: window.show_page("train"))
        page.folder_opened.connect(partial(self._preferences.set, "model_folder"))
        selection.changed.connect(choice.template.show_pair)
        choice.template.show_pair(selection.pair)
        choice.search()
        return page

    def _train_page(self, window: MainWindow) -> QWidget:
        from app.pages.train.page import TrainPage

        page = TrainPage(self._theme, self._session)
        page.live.charts.set_shown(self._preferences.now.charts.split(","))
        page.charts_chosen.connect(lambda names: self._preferences.set("charts", ",".join(names)))
        page.noted.connect(window.toast.show_note)
        return page

    def _pairs_page(self, window: MainWindow) -> QWidget:
        from app.pages.pairs.page import PairsPage

        page = PairsPage(self._theme, self._session)
        page.train_wanted.connect(partial(_train_again, window))
        return page

    def _runs_page(self, window: MainWindow) -> QWidget:
        from app.pages.runs.page import RunsPage

        page = RunsPage(self._theme, self._session)
        if self._preferences.now.run_columns:
            page.list.want_columns(self._preferences.now.run_columns.split(","))
        page.columns_chosen.connect(lambda names: self._preferences.set("run_columns", ",".join(sorted(names))))
        page.new_run_wanted.connect(partial(_train_again, window))
        page.noted.connect(window.toast.show_note)
        page.undoable.connect(lambda text, undo: window.toast.show_note(text, "ok", tr("Undo"), undo))
        return page

    def _compare_page(self, window: MainWindow) -> QWidget:
        from app.pages.compare.page import ComparePage

        return ComparePage(self._theme, self._session)

    def _blind_page(self, window: MainWindow) -> QWidget:
        from app.pages.blind.page import BlindPage

        return BlindPage(self._theme, self._session)

    def _arena_page(self, window: MainWindow) -> QWidget:
        from app.pages.arena.page import ArenaPage

        return ArenaPage(self._theme, self._session)

    def _export_page(self, window: MainWindow) -> QWidget:
        from app.pages.export.page import ExportPage

        return ExportPage(self._theme, self._session)

    def _settings_page(self, window: MainWindow) -> QWidget:
        from app.pages.settings.page import SettingsPage

        page = SettingsPage(self._theme, self._preferences.now, self._home, self._impossible)
        page.changed.connect(self._preferences.set)
        self._preferences.changed.connect(lambda _: page.show_settings(self._preferences.now))
        return page


def _train_again(window: MainWindow) -> None:
    from app.pages.train.page import TrainPage

    window.show_page("train")
    page = window.page("train")
    if isinstance(page, TrainPage):
        page.show_setup()
