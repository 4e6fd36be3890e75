"""What is dropped on the window, taken for what it is: data, a plan, a GGUF, a model, a run, a project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.language.translate import tr
from app.main_window import MainWindow
from app.models.session import Session
from app.pages.data.page import DataPage
from app.projects import Projects
from engine.errors import EngineError
from engine.plan_import.from_file import SUFFIXES
from engine.storage.run_folder import RunFolder

_PLANS = (".toml", *SUFFIXES)


class Dropped(QObject):
    """Shows the page that what was dropped belongs to, which also says what is wrong with it."""

    def __init__(self, window: MainWindow, session: Session, projects: Projects) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._projects = projects
        window.file_dropped.connect(self.open_file)
        window.folder_dropped.connect(self.open_folder)
        window.several_dropped.connect(self._refuse_several)
        session.run_opening.failed.connect(self._say_failure)

    def open_file(self, path: Path) -> None:
        """A GGUF is a model, TOML and YAML hold settings; everything else is taken for preference data."""
        suffix = path.suffix.lower()
        if suffix == ".gguf":
            self._window.show_page("model")
            self._session.model_choice.choose_gguf(path)
        elif path.name == "project.toml":
            self._projects.open(path.parent)
        elif suffix in _PLANS:
            self._load_plan(path)
        else:
            self._window.show_page("data")
            page = self._window.page("data")
            if isinstance(page, DataPage):
                page.open_file(path)

    def open_folder(self, path: Path) -> None:
        """A project or a run is opened, an adapter opens the run that it is from; everything else may be a model."""
        run = path.parent if (path / "adapter_config.json").is_file() else path
        if (path / "project.toml").is_file():
            self._projects.open(path)
        elif RunFolder(run).manifest_path.is_file():
            self._window.show_page("train")
            self._session.run_opening.open(run)
        elif run != path:
            self._say(
                tr(
                    "{name} is an adapter, not a whole model, and the run that it came from is not beside it. Drop the "
                    "folder of that run, or of the model that it was trained on.",
                    name=path.name,
                )
            )
        else:
            self._window.show_page("model")
            self._session.model_choice.choose_folder(path)

    def _load_plan(self, path: Path) -> None:
        from app.pages.train.page import TrainPage

        if self._session.run.state.is_active:
            self._say(tr("A run is under way. Drop the plan again when it has ended."))
            return
        self._window.show_page("train")
        page = self._window.page("train")
        if isinstance(page, TrainPage):
            page.show_setup()
            page.setup.load(path)

    def _refuse_several(self, count: int) -> None:
        self._say(tr("{count:,} files were dropped. Drop one at a time.", count=count))

    def _say_failure(self, error: EngineError) -> None:
        if self._window.current_page != "runs":  # that page has a banner for it
            self._say(f"{error.message} {error.hint}".strip())

    def _say(self, text: str) -> None:
        self._window.toast.show_note(text, "warn")
