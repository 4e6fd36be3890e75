"""The window: a sidebar, a stack of pages, and the way out. What pages show is theirs alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.session import PageName, Session
from app.models.workflow import STEP_OF, arena_text, step_states
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.command import Command
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.drop_overlay import DropOverlay
from app.widgets.focus_ring import FocusRing
from app.widgets.mark import window_icon
from app.widgets.saving_overlay import SavingOverlay
from app.widgets.sidebar import Sidebar, Step
from app.widgets.splitter import restore_splitters, splitter_sizes
from app.widgets.toast import Toast

_SMALLEST = (1100, 700)
_USUAL = (1440, 900)
_STEPS = (
    Step("data", mark("Data"), "database", "Ctrl 1"),
    Step("model", mark("Model"), "cube", "Ctrl 2"),
    Step("train", mark("Train"), "lightning", "Ctrl 3"),
    Step("compare", mark("Compare"), "columns", "Ctrl 4"),
    Step("export", mark("Export"), "export", "Ctrl 5"),
)
_ARENA = Step("arena", mark("Arena"), "chats-circle", "Ctrl 8")
_RUNS = Step("runs", mark("Runs"), "clock-counter-clockwise", "Ctrl 6")
_SETTINGS = Step("settings", mark("Settings"), "gear-six", "Ctrl ,")


# Every page as it is called in words, and the keys that turn to it.
PAGES: dict[PageName, tuple[str, str]] = {
    "data": (mark("Data"), "Ctrl+1"),
    "model": (mark("Model"), "Ctrl+2"),
    "train": (mark("Train"), "Ctrl+3"),
    "compare": (mark("Compare"), "Ctrl+4"),
    "export": (mark("Export"), "Ctrl+5"),
    "runs": (mark("Runs"), "Ctrl+6"),
    "pairs": (mark("Pairs"), "Ctrl+7"),
    "blind": (mark("Blind test"), ""),
    "arena": (mark("Arena"), "Ctrl+8"),
    "settings": (mark("Settings"), "Ctrl+,"),
}


class MainWindow(QMainWindow):
    """Pages are made when they are first wanted, by `factories`, and live as long as the window.

    `file_dropped` and `folder_dropped` carry a Path, `several_dropped` how many at once. `closed` is emitted when the
    engine has ended and the window is gone; until then `close()` only begins to leave. `stays` follows when it was to
    close and does not.
    """

    file_dropped = Signal(object)
    folder_dropped = Signal(object)
    several_dropped = Signal(int)
    closed = Signal()
    stays = Signal()

    def __init__(self, theme: Theme, session: Session, factories: Mapping[PageName, PageFactory]) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._factories = factories
        self._pages: dict[PageName, QWidget] = {}
        self._current: PageName = "data"
        self._splitter_sizes: dict[str, list[int]] = {}
        self._is_leaving = False
        self._may_leave = False
        self._farewell = tr("Closing…")
        self._question: ConfirmDialog | None = None
        self._overlay: SavingOverlay | None = None
        self.setWindowTitle("DPO Studio")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.setAcceptDrops(True)
        self.sidebar = Sidebar(theme, _STEPS, (_ARENA, _RUNS, _SETTINGS))
        self.sidebar.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        content = QWidget()
        layout = QHBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(content)
        self.toast = Toast(theme, self)
        self.drop_overlay = DropOverlay(theme, self)
        self.focus_ring = FocusRing(theme, self)
        for name, (words, keys) in PAGES.items():
            Command(
                self, tr("Go to {page}", page=tr_marked(words)), partial(self.show_page, name), keys, reach="window"
            )
        session.changed.connect(self._show_states)
        session.run.state_changed.connect(self._show_states)
        session.history.changed.connect(self._show_run_count)
        session.page_wanted.connect(self.show_page)
        session.engine.finished.connect(self._engine_ended)
        session.dataset.copying.saved.connect(self._copied)
        session.dataset.copying.failed.connect(self._not_copied)
        self._show_states()

    # ------------------------------------------------------------ pages

    @property
    def current_page(self) -> PageName:
        """The page in sight."""
        return self._current

    @property
    def made_pages(self) -> dict[PageName, QWidget]:
        """The pages that exist so far."""
        return dict(self._pages)

    def make_next_page(self) -> bool:
        """Make one of the pages that nobody wanted yet; False when all exist."""
        missing: PageName | None = next((name for name in PAGES if name not in self._pages), None)
        if missing is None:
            return False
        self.page(missing)
        return True

    def page(self, name: PageName) -> QWidget:
        """A page, made now if it was not yet."""
        if name not in self._pages:
            page = self._pages[name] = self._factories[name](self)
            self._stack.addWidget(page)
            restore_splitters(page, self._splitter_sizes)
        return self._pages[name]

    def show_page(self, name: PageName) -> None:
        """Turn to a page."""
        self._current = name
        self._stack.setCurrentWidget(self.page(name))
        self.sidebar.set_current(STEP_OF.get(name, name))

    def _show_states(self) -> None:
        for name, state in step_states(self._session).items():
            self.sidebar.set_state(name, state.status, state.text, state.share)
        self.sidebar.set_state("arena", "waiting", arena_text(self._session))
        self.sidebar.set_device(self._session.model_choice.device_label)

    def _show_run_count(self) -> None:
        self.sidebar.item("runs").set_count(len(self._session.history.runs))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_rail(self.width() < METRICS.compact_below_width)

    # ------------------------------------------------------------ where the window was

    def geometry_text(self) -> str:
        """Its place and size, to be kept."""
        return self.saveGeometry().toBase64().toStdString()

    def restore_geometry_text(self, text: str) -> None:
        """Go back to where it was; Qt corrects what no screen shows any more."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode()))

    def restore_splitters(self, sizes: Mapping[str, list[int]]) -> None:
        """How the parts of pages share the room, by each splitter's key; also on pages that are made later."""
        self._splitter_sizes = dict(sizes)
        restore_splitters(self, sizes)

    def splitter_sizes(self) -> dict[str, list[int]]:
        """The same, to be kept; pages that nobody opened keep what they had."""
        sizes = {**self._splitter_sizes, **splitter_sizes(self)}
        return {key: kept for key, kept in sizes.items() if kept}

    # ------------------------------------------------------------ dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_paths(event):
            event.acceptProposedAction()
            self.drop_overlay.show_over()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_overlay.hide()
        paths = _dropped_paths(event)
        if not paths:
            return
        event.acceptProposedAction()
        if len(paths) > 1:
            self.several_dropped.emit(len(paths))
        elif paths[0].is_dir():
            self.folder_dropped.emit(paths[0])
        else:
            self.file_dropped.emit(paths[0])

    # ------------------------------------------------------------ leaving

    def close_for(self, words: str) -> None:
        """Close like `close`, and say meanwhile what for."""
        self._farewell = words
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        is_copying = self._session.dataset.copying.is_running
        if self._may_leave or not (self._session.engine.isRunning() or is_copying):
            event.accept()
            self._session.begin_shutdown()
            self.closed.emit()
            return
        event.ignore()
        if self._is_leaving:
            return
        if self._session.run.state.is_active or is_copying:
            self._ask_before_leaving()
        else:
            self._leave(self._farewell)

    def _ask_before_leaving(self) -> None:
        if self._question is not None:
            return
        self._question = ConfirmDialog(self._theme, *self._what_to_ask(), default_is_confirm=True, parent=self)
        self._question.accepted.connect(lambda: self._leave(tr("Saving…")))
        self._question.rejected.connect(self._stay)
        self._question.finished.connect(self._answered)
        self._question.open()

    def _what_to_ask(self) -> tuple[str, str, str, str]:
        """Question, text, confirm and cancel, for all that is under way together."""
        run, is_copying = self._session.run, self._session.dataset.copying.is_running
        if not run.state.is_active:
            text = tr("The window closes as soon as the copy is complete. To give it up, stay here and cancel it.")
            return tr("Finish the copy and close?"), text, tr("Finish and close"), tr("Stay here")
        text = tr(
            "The adapter from step {step:,} is saved as {name}. You can go on from there later.",
            step=run.step,
            name=run.name,
        )
        more = tr(" The copy of your pairs that is being saved is finished, too.") if is_copying else ""
        return tr("Stop training and save?"), text + more, tr("Stop and save"), tr("Keep training")

    def _answered(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None

    def _stay(self) -> None:
        self._farewell = tr("Closing…")
        self.stays.emit()

    def _leave(self, text: str) -> None:
        self._is_leaving = True
        self._overlay = SavingOverlay(self._theme, self, text)
        self._overlay.show()
        if self._session.dataset.copying.is_running:
            self._session.run.stop()  # what else is to be saved need not wait for the copy
        else:
            self._end_the_rest()

    def _end_the_rest(self) -> None:
        if self._session.engine.isRunning():
            self._session.begin_shutdown()  # the engine says when it has ended
        else:
            self._engine_ended()

    def _copied(self) -> None:
        if self._is_leaving:
            self._end_the_rest()

    def _not_copied(self) -> None:
        """Stay: the Data page says why there is no copy."""
        if self._is_leaving and self._overlay is not None:
            self._is_leaving = False
            self._overlay.hide()
            self._overlay.deleteLater()
            self._overlay = None
            self.show_page("data")
            self._stay()

    def _engine_ended(self) -> None:
        if self._is_leaving:
            self._may_leave = True
            self.close()


PageFactory = Callable[[MainWindow], QWidget]


def _dropped_paths(event: QDropEvent) -> list[Path]:
    """The local files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
