"""The Runs page by mouse and by keyboard: find, mark, star, rename, note, open, resume, duplicate, delete and undo."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.models.run_columns import INDEX
from app.models.run_state import RunState
from app.pages.runs.page import RunsPage
from app.widgets.command import Command, commands_below
from engine.storage.run_remarks import read_remarks
from tests.app.pages.conftest import Studio

needs_bin = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bin of the test's own is Linux's")


def _titles(page: RunsPage) -> list[str]:
    return [str(page.table.index(line, INDEX["name"]).data()) for line in range(page.table.rowCount())]


def _choose(page: RunsPage, title: str) -> str:
    line = _titles(page).index(title)
    page.list.table.setFocus()
    page.list.table.selectRow(line)
    run = page.list.current
    assert run is not None
    assert run.title == title
    return run.folder


def _key(studio: Studio, page: RunsPage, key: Qt.Key) -> None:
    page.list.table.setFocus()
    studio.qtbot.keyClick(page.list.table, key)


def _command(page: RunsPage, name: str) -> Command:
    return next(command for command in commands_below(page) if command.text() == name)


def test_newest_first_with_their_numbers(page: RunsPage) -> None:
    assert _titles(page) == ["strong-03", "balanced-02", "gentle-01"]
    words = [
        [page.table.index(line, INDEX[column]).data() for line in range(3)] for column in ("state", "beta", "rate")
    ]
    assert words == [["Failed", "Stopped", "Done"], ["0.30", "0.20", "0.10"], ["3e-5", "2e-5", "1e-5"]]


def test_a_head_sorts_and_sorts_back(page: RunsPage) -> None:
    page.list.head.sort_wanted.emit(INDEX["beta"])
    assert _titles(page) == ["gentle-01", "balanced-02", "strong-03"]
    page.list.head.sort_wanted.emit(INDEX["beta"])
    assert _titles(page) == ["strong-03", "balanced-02", "gentle-01"]
    _command(page, "Sort runs by run").run()
    assert _titles(page) == ["balanced-02", "gentle-01", "strong-03"]


def test_search_and_chips_narrow_the_table(page: RunsPage, studio: Studio) -> None:
    page.search.setText("brief")
    studio.qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert _titles(page) == ["gentle-01"]
    page.bar.chip("failed").click()
    assert page.list.nothing.isVisible()
    page.list.nothing.button.click()
    assert len(_titles(page)) == 3
    page.bar.chip("failed").click()
    assert _titles(page) == ["strong-03"]
    assert page.bar.chip("starred").isHidden()


def test_the_current_run_stays_the_current_one(page: RunsPage) -> None:
    folder = _choose(page, "balanced-02")
    page.list.sort_by("beta")
    assert page.list.table.currentIndex().row() == 1
    page.list.sort_by("name")
    assert page.list.table.currentIndex().row() == 0
    assert page.list.current is not None
    assert page.list.current.folder == folder


def test_space_marks_and_s_stars(page: RunsPage, studio: Studio) -> None:
    folder = _choose(page, "balanced-02")
    _key(studio, page, Qt.Key.Key_Space)
    _key(studio, page, Qt.Key.Key_Down)
    _key(studio, page, Qt.Key.Key_Space)
    assert len(page.marks) == 2
    assert page.bar.subject.text() == "2 marked · gentle-01"
    assert page.table.index(1, INDEX["mark"]).data(Qt.ItemDataRole.AccessibleTextRole) == "marked"
    _key(studio, page, Qt.Key.Key_Up)
    _key(studio, page, Qt.Key.Key_S)
    assert read_remarks(Path(folder)).starred


def test_boxes_and_stars_take_a_click(page: RunsPage, studio: Studio) -> None:
    for column in ("mark", "star"):
        place = page.list.table.visualRect(page.table.index(2, INDEX[column])).center()
        studio.qtbot.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    folder = _choose(page, "gentle-01")
    assert page.marks.folders == (folder,)
    assert read_remarks(Path(folder)).starred


def test_f2_renames_in_place(page: RunsPage, studio: Studio) -> None:
    folder = _choose(page, "gentle-01")
    _key(studio, page, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    studio.qtbot.keyClicks(editor, "short replies")
    studio.qtbot.keyClick(editor, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: "short replies" in _titles(page))
    assert read_remarks(Path(folder)).name == "short replies"


def test_tags_and_a_note_are_kept_as_one_leaves_them(page: RunsPage, studio: Studio) -> None:
    folder = _choose(page, "balanced-02")
    page.details.tags.setFocus()
    studio.qtbot.keyClicks(page.details.tags, "tone, short")
    studio.qtbot.keyClick(page.details.tags, Qt.Key.Key_Return)
    page.details.note.setFocus()
    studio.qtbot.keyClicks(page.details.note, "Too long.")
    _choose(page, "gentle-01")
    remarks = read_remarks(Path(folder))
    assert (remarks.tags, remarks.note) == (("tone", "short"), "Too long.")
    assert page.details.tags.text() == "brief"
    assert page.details.note.toPlainText() == ""


def test_why_a_run_cannot_be_resumed(page: RunsPage, studio: Studio) -> None:
    _choose(page, "gentle-01")
    studio.qtbot.waitUntil(lambda: "finished" in page.details.why.text())
    assert not page.bar.resume.isEnabled()
    assert "finished" in page.bar.resume.toolTip()
    _choose(page, "strong-03")
    studio.qtbot.waitUntil(page.bar.resume.isEnabled)
    assert page.details.why.text().startswith("Out of room. Can be resumed")


def test_enter_opens_a_run(page: RunsPage, studio: Studio) -> None:
    folder = _choose(page, "gentle-01")
    _key(studio, page, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.wanted_pages == ["train"])
    run = studio.session.run
    assert (str(run.folder), run.state, run.step) == (folder, RunState.FINISHED, 6)
    assert studio.session.export.run_folder == run.folder
    second = _choose(page, "strong-03")
    _key(studio, page, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: run.state is RunState.FAILED)
    assert str(run.folder) == second
    assert studio.session.export.run_folder is None


def test_a_stopped_run_is_gone_on_with(page: RunsPage, studio: Studio) -> None:
    folder = _choose(page, "balanced-02")
    studio.qtbot.waitUntil(page.bar.resume.isEnabled)
    page.bar.resume.click()
    studio.qtbot.waitUntil(lambda: studio.session.run.state is RunState.FINISHED and studio.session.run.step == 5)
    assert str(studio.session.run.folder) == folder


def test_duplicating_takes_settings_data_and_model(page: RunsPage, studio: Studio, tiny_model_folder: Path) -> None:
    _choose(page, "strong-03")
    with studio.qtbot.waitSignal(page.new_run_wanted):
        page.bar.duplicate.click()
    session = studio.session
    studio.qtbot.waitUntil(lambda: session.dataset.path == studio.pairs)
    assert session.setup.value("training.beta") == 0.3
    assert session.model_choice.folder == tiny_model_folder
    studio.qtbot.waitUntil(lambda: session.may_train)


def test_duplicating_says_what_is_gone(page: RunsPage, studio: Studio) -> None:
    studio.pairs.unlink()
    _choose(page, "strong-03")
    page.bar.duplicate.click()
    studio.qtbot.waitUntil(lambda: "preference file is gone" in page.banner.text)
    assert studio.session.setup.value("training.beta") == 0.3


@needs_bin
def test_del_moves_to_the_bin_and_undo_brings_it_back(page: RunsPage, studio: Studio) -> None:
    folder = _choose(page, "gentle-01")
    _key(studio, page, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.session.run.folder == Path(folder))
    with studio.qtbot.waitSignal(page.undoable) as noted:
        _key(studio, page, Qt.Key.Key_Delete)
    assert noted.args is not None
    assert noted.args[0] == "gentle-01 moved to the bin"
    assert _titles(page) == ["strong-03", "balanced-02"]
    assert page.list.current is not None
    assert studio.session.run.state is RunState.IDLE
    noted.args[1]()
    studio.qtbot.waitUntil(lambda: len(_titles(page)) == 3)
    assert Path(folder).exists()


@needs_bin
def test_marked_runs_are_deleted_together(page: RunsPage, studio: Studio) -> None:
    for title in ("strong-03", "gentle-01"):
        _choose(page, title)
        _key(studio, page, Qt.Key.Key_Space)
    assert page.bar.delete.text() == "Delete 2"
    page.bar.delete.click()
    studio.qtbot.waitUntil(lambda: _titles(page) == ["balanced-02"])
    assert len(page.marks) == 0
    _command(page, "Bring deleted runs back").run()
    studio.qtbot.waitUntil(lambda: len(_titles(page)) == 3)


def test_columns_can_be_chosen(page: RunsPage) -> None:
    index = INDEX["model"]
    assert page.list.table.isColumnHidden(index)
    chosen: list[object] = []
    page.columns_chosen.connect(chosen.append)
    menu = page.columns_menu()
    next(action for action in menu.actions() if action.text() == "Model").trigger()
    assert "model" in page.list.wanted_columns
    assert len(chosen) == 1
    page.list.want_columns({"model"})
    assert not page.list.table.isColumnHidden(index)
    assert page.list.table.isColumnHidden(INDEX["beta"])
    menu.deleteLater()


def test_without_runs_it_leads_to_train(studio: Studio) -> None:
    page = RunsPage(studio.theme, studio.session)
    studio.show(page)
    studio.qtbot.waitUntil(lambda: studio.session.history.is_read)
    assert page.nothing.isVisible()
    assert not page.search.isVisible()
    page.nothing.button.click()
    assert studio.wanted_pages == ["train"]


def _mark(page: RunsPage, studio: Studio, *titles: str) -> None:
    for title in titles:
        _choose(page, title)
        _key(studio, page, Qt.Key.Key_Space)
    studio.qtbot.waitUntil(lambda: len(page.overlay.runs) == len(page.marks))


def test_the_current_run_s_curve_is_drawn_until_runs_are_marked(page: RunsPage, studio: Studio) -> None:
    _choose(page, "balanced-02")
    studio.qtbot.waitUntil(lambda: [one.name for one in page.curves.chart.series] == ["balanced-02"])
    _mark(page, studio, "gentle-01", "strong-03")
    assert [(one.name, one.role) for one in page.curves.chart.series] == [
        ("gentle-01", "run_1"),
        ("strong-03", "run_2"),
    ]
    assert page.curves.chart.series[0].steps[-1] == pytest.approx(60.0)  # 6 of 10 steps
    assert page.curves.units_differ.isVisible()  # their betas are not the same
    page.curves.unit.segment("steps").click()
    assert page.curves.chart.series[0].steps[-1] == 6
    page.curves.kind.segment("accuracy").click()
    assert page.curves.chart.accessibleName() == "Accuracy"
    assert not page.curves.units_differ.isVisible()


def test_marking_a_second_run_shows_what_differs(page: RunsPage, studio: Studio) -> None:
    _mark(page, studio, "gentle-01")
    assert page.side.shown.value == "run"
    _mark(page, studio, "strong-03")
    assert page.side.shown.value == "differences"
    rows = page.side.comparison.rows
    shown = {
        rows.index(line, 0).data(): [rows.index(line, run).data() for run in (1, 2)] for line in range(rows.rowCount())
    }
    assert shown == {"Closeness to the original": ["0.1", "0.3"], "Learning rate": ["1e-5", "3e-5"]}
    assert rows.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "0.3, differs from the first"
    page.side.all_button.click()
    assert rows.rowCount() > 40
    assert page.side.all_button.text() == "Show 2 that differ"
    page.marks.clear()
    assert page.side.shown.value == "run"


def test_more_than_four_marks_are_drawn_as_four(page: RunsPage, studio: Studio) -> None:
    page.curves.show_marked(6)
    assert page.curves.too_many.text().startswith("4 of 6 marked runs are drawn.")
    assert page.curves.too_many.isVisible()
    page.curves.show_marked(4)
    assert not page.curves.too_many.isVisible()


def test_runs_are_written_for_other_programs(
    page: RunsPage, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mark(page, studio, "gentle-01", "strong-03")
    menu = page.exports.menu()
    assert [action.text() for action in menu.actions()][1] == "Metrics of 2 marked runs as CSV…"
    for name, action in zip(("runs.csv", "metrics.csv"), menu.actions(), strict=False):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        with studio.qtbot.waitSignal(page.noted):
            action.trigger()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "events"))
    with studio.qtbot.waitSignal(page.noted) as noted:
        _command(page, "Write TensorBoard event files of runs").run()
    assert noted.args is not None
    assert noted.args[0].startswith("Saved 2 event files.")
    assert len((tmp_path / "runs.csv").read_text().splitlines()) == 4
    assert len((tmp_path / "metrics.csv").read_text().splitlines()) == 1 + 2 * 7
    assert len(list((tmp_path / "events").iterdir())) == 2
    menu.deleteLater()
