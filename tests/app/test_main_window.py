"""Navigation, dropped files, and the way out, with a whole window over a fake engine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.application import Studio
from app.main_window import PAGES, MainWindow
from app.models import saved_copy
from app.models.run_state import RunState
from app.models.workflow import ORDER, step_states
from app.pages.data.page import DataPage
from app.theme.theme import Theme
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.saving_overlay import SavingOverlay
from app.widgets.splitter import Splitter
from engine.arena.plan import ArenaPlan
from engine.data.writers.registry import COPY_FORMATS
from engine.errors import EngineError
from engine.plan import DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.plan_file import write_plan
from engine.storage.project import create_project
from tests.app.accessible import beyond_tab, nameless, too_small, undescribed
from tests.app.models.pairs import write_pairs
from tests.app.run_folders import write_run
from tests.app.studio import fake_studio


@pytest.fixture
def gate() -> threading.Semaphore:
    return threading.Semaphore(0)


@pytest.fixture
def studio(theme: Theme, qtbot: QtBot, home: Path, gate: threading.Semaphore) -> Iterator[Studio]:
    studio = fake_studio(home, gate)
    with qtbot.waitActive(studio.window):
        studio.window.show()
        studio.window.activateWindow()
    yield studio
    gate.release(100)
    studio.shut_down()
    studio.deleteLater()


@pytest.fixture
def window(studio: Studio) -> MainWindow:
    return studio.window


def _train(studio: Studio, qtbot: QtBot, tmp_path: Path, model: Path) -> None:
    session = studio.session
    session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    session.model_choice.choose_folder(model)
    qtbot.waitUntil(lambda: session.may_train, timeout=20_000)
    session.start_training()
    qtbot.waitUntil(lambda: session.run.state is RunState.RUNNING)


def test_ctrl_and_a_number_turns_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    for number, name in enumerate(ORDER, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.current_page == name
        assert window.page(name).isVisible()
        assert window.sidebar.item(name).isChecked()


def test_a_divider_that_was_put_back_is_kept_no_more(window: MainWindow) -> None:
    window.restore_splitters({"data": [300, 700], "runs": [500, 500]})
    (divider,) = (one for one in window.findChildren(Splitter) if one.key == "data")
    assert window.splitter_sizes() == {"data": [300, 700], "runs": [500, 500]}
    divider.put_back()
    assert window.splitter_sizes() == {"runs": [500, 500]}


def test_the_sidebar_turns_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.sidebar.item("train"), Qt.MouseButton.LeftButton)
    assert window.current_page == "train"
    assert not window.page("data").isVisible()


def test_the_blind_test_belongs_to_compare(studio: Studio, window: MainWindow) -> None:
    window.show_page("compare")
    studio.session.page_wanted.emit("blind")
    assert window.current_page == "blind"
    assert window.page("blind").isVisible()
    assert window.sidebar.item("compare").isChecked()


def test_the_arena_is_found_by_the_sidebar_by_ctrl_8_and_before_there_is_data(
    studio: Studio, window: MainWindow, qtbot: QtBot
) -> None:
    item = window.sidebar.item("arena")
    assert (item.text(), item.state_text) == ("Arena", "Collect your own pairs")
    qtbot.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert (window.current_page, item.isChecked()) == ("arena", True)
    window.show_page("data")
    page = window.page("data")
    assert isinstance(page, DataPage)
    qtbot.mouseClick(page.welcome.arena_button, Qt.MouseButton.LeftButton)
    assert window.current_page == "arena"
    qtbot.waitUntil(lambda: studio.session.arena.state == "setup")
    studio.session.arena.begin(ArenaPlan(goal=40), [], "")
    assert item.state_text == "0 of 40 pairs"


def test_every_control_of_every_page_has_a_name(window: MainWindow) -> None:
    for name in PAGES:
        window.show_page(name)
        QApplication.processEvents()
        page = window.page(name)
        assert nameless(page) == [], name
        assert too_small(page) == [], name
        assert undescribed(page) == [], name
        assert beyond_tab(page) == [], name
    assert nameless(window.sidebar) == []
    assert beyond_tab(window.sidebar) == []


def test_a_narrow_window_has_a_rail(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.sidebar.width() == 216)
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.sidebar.width() == 64)
    assert window.sidebar.item("data").toolTip().startswith("Data (Ctrl 1)")
    assert window.width() == 1100


def test_the_sidebar_knows_how_far_one_is(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    sidebar = studio.window.sidebar
    assert sidebar.item("data").status == "next"
    assert sidebar.item("model").status == "waiting"
    studio.session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: sidebar.item("data").status == "done")
    assert sidebar.item("data").state_text == "40 pairs"
    assert sidebar.item("model").status == "next"
    assert sidebar.item("data").accessibleDescription() == "done, 40 pairs"


def test_the_keyboards_focus_has_a_ring_and_the_mouses_none(window: MainWindow, qtbot: QtBot) -> None:
    item = window.sidebar.item("data")
    previous = item.previousInFocusChain()
    assert previous is not None
    previous.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(previous, Qt.Key.Key_Tab)
    assert window.focus_ring.target is item
    assert window.focus_ring.isVisible()
    assert window.focus_ring.geometry().contains(item.mapTo(window, item.rect().center()))
    item.clearFocus()
    assert not window.focus_ring.isVisible()
    item.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.focus_ring.isVisible()


def _drop(window: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(600, 400)
    QApplication.sendEvent(window, QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys))
    assert window.findChild(QWidget, "", Qt.FindChildOption.FindChildrenRecursively)
    QApplication.sendEvent(window, QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_dropped_file_is_opened(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    studio.window.show_page("train")
    _drop(studio.window, write_pairs(tmp_path / "dropped.jsonl"))
    qtbot.waitUntil(lambda: studio.session.dataset.path == tmp_path / "dropped.jsonl")
    assert studio.window.current_page == "data"
    assert not studio.window.drop_overlay.isVisible()


def test_a_dropped_folder_is_the_model(studio: Studio, qtbot: QtBot, tiny_model_folder: Path) -> None:
    _drop(studio.window, tiny_model_folder)
    assert studio.window.current_page == "model"
    assert studio.session.model_choice.folder == tiny_model_folder
    qtbot.waitUntil(lambda: bool(studio.session.model_choice.devices), timeout=20_000)


def test_a_dropped_plan_gives_its_settings(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    plan = RunPlan(ModelPlan("model"), DataPlan("pairs.jsonl"), training=TrainingPlan(beta=0.37))
    write_plan(plan, tmp_path / "mine.toml")
    _drop(studio.window, tmp_path / "mine.toml")
    assert studio.window.current_page == "train"
    qtbot.waitUntil(lambda: studio.session.setup.value("training.beta") == 0.37)


def test_a_dropped_run_and_its_adapter_open_the_run(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    run = write_run(tmp_path / "20260101-101010-brief-01", "finished")
    (run.adapter / "adapter_config.json").touch()
    for dropped in (run.path, run.adapter):
        studio.session.run.close()
        _drop(studio.window, dropped)
        qtbot.waitUntil(lambda: studio.session.run.name == "brief-01")
        assert studio.window.current_page == "train"


def test_an_adapter_alone_is_explained(studio: Studio, tmp_path: Path) -> None:
    (tmp_path / "adapter_config.json").touch()
    _drop(studio.window, tmp_path)
    assert "is an adapter, not a whole model" in studio.window.toast.text


def test_a_dropped_project_is_opened(studio: Studio, tmp_path: Path) -> None:
    other = create_project(tmp_path / "other")
    _drop(studio.window, other.folder)
    assert studio.projects.wanted == other.folder


def test_of_several_dropped_files_none_is_opened(studio: Studio, tmp_path: Path) -> None:
    _drop(studio.window, tmp_path / "one.jsonl", tmp_path / "two.jsonl")
    assert studio.window.toast.text == "2 files were dropped. Drop one at a time."
    assert studio.session.dataset.path is None


def test_an_idle_window_just_closes(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()


def test_closing_while_training_asks_saves_and_leaves(
    studio: Studio, qtbot: QtBot, tmp_path: Path, tiny_model_folder: Path, gate: threading.Semaphore
) -> None:
    window = studio.window
    _train(studio, qtbot, tmp_path, tiny_model_folder)
    assert window.sidebar.item("train").status == "running"
    window.close()
    assert window.isVisible()
    question = window.findChild(ConfirmDialog)
    assert question is not None
    assert question.windowTitle() == "Stop training and save?"
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(question, Qt.Key.Key_Return)
        assert window.findChild(SavingOverlay) is not None
    assert not window.isVisible()
    assert not studio.session.engine.isRunning()
    assert studio.session.run.state is RunState.FINISHED


def test_keep_training_keeps_training(
    studio: Studio, qtbot: QtBot, tmp_path: Path, tiny_model_folder: Path, gate: threading.Semaphore
) -> None:
    window = studio.window
    _train(studio, qtbot, tmp_path, tiny_model_folder)
    window.close()
    question = window.findChild(ConfirmDialog)
    assert question is not None
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert window.isVisible()
    gate.release(1)
    qtbot.waitUntil(lambda: studio.session.run.step >= 1)
    assert step_states(studio.session)["train"].text == "Step 1 of 5"


class SlowCopy:
    """A copy of the demo's pairs that is written when `go_on` is set, or then fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Event()
        self.error: EngineError | None = None
        monkeypatch.setattr(saved_copy, "_save", self._save)

    def begin(self, studio: Studio, target: Path) -> None:
        pairs = studio.session.dataset.kept
        assert pairs is not None
        studio.session.dataset.copying.start(pairs, target, COPY_FORMATS[0], None)

    def _save(self, pairs: object, target: Path, *_: object) -> int:
        assert self.go_on.wait(20)
        if self.error is not None:
            raise self.error
        target.write_text("the copy", encoding="utf-8")
        return 1


def _answer(window: MainWindow, qtbot: QtBot, title: str) -> None:
    question = window.findChild(ConfirmDialog)
    assert question is not None
    assert question.windowTitle() == title
    qtbot.keyClick(question, Qt.Key.Key_Return)


def test_closing_finishes_a_copy_first(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, copy = studio.window, SlowCopy(monkeypatch)
    studio.session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: studio.session.dataset.split is not None)
    copy.begin(studio, tmp_path / "copy.jsonl")
    window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        _answer(window, qtbot, "Finish the copy and close?")
        assert window.findChild(SavingOverlay) is not None
        copy.go_on.set()
    assert (tmp_path / "copy.jsonl").read_text(encoding="utf-8") == "the copy"
    assert not window.isVisible()


def test_a_copy_that_fails_keeps_the_window_open(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, copy = studio.window, SlowCopy(monkeypatch)
    studio.session.dataset.open(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: studio.session.dataset.split is not None)
    copy.error = EngineError("The disk is full.", "Make room.")
    copy.begin(studio, tmp_path / "copy.jsonl")
    window.close()
    _answer(window, qtbot, "Finish the copy and close?")
    with qtbot.waitSignal(studio.session.dataset.copying.failed):
        copy.go_on.set()
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_one_question_is_asked_of_a_run_and_a_copy(
    studio: Studio,
    qtbot: QtBot,
    tmp_path: Path,
    tiny_model_folder: Path,
    gate: threading.Semaphore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, copy = studio.window, SlowCopy(monkeypatch)
    _train(studio, qtbot, tmp_path, tiny_model_folder)
    copy.begin(studio, tmp_path / "copy.jsonl")
    window.close()
    with qtbot.waitSignal(window.closed):
        _answer(window, qtbot, "Stop training and save?")
        gate.release(1)
        copy.go_on.set()
    assert (tmp_path / "copy.jsonl").exists()
    assert studio.session.run.state is RunState.FINISHED
