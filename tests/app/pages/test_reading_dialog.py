"""Choosing columns with real widgets: what is picked is shown at once, read, remembered, and put into the plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.models.data_opening import DataOpening
from app.models.dataset import Dataset
from app.models.reading_choice import ReadingChoice
from app.pages.data.page import DataPage
from app.pages.data.reading_dialog import ReadingDialog
from app.theme.theme import Theme
from app.widgets.button import Button
from engine.data.file_shape import look_at
from engine.data.options import ReadingOptions
from tests.app.accessible import nameless, too_small
from tests.app.models.pairs import write_pairs
from tests.app.models.test_data_opening import COLUMNS, write_votes
from tests.app.pages.conftest import Studio


@pytest.fixture
def dataset() -> Dataset:
    return Dataset()


@pytest.fixture
def page(theme: Theme, qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> DataPage:
    page = DataPage(theme, dataset, opening=DataOpening(dataset, dataset, home=tmp_path / "home"))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def pick(box: QComboBox, column: str) -> None:
    """Choose as a person does: with the keyboard, from the closed list."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(column)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == column


def opened(page: DataPage, qtbot: QtBot, path: Path) -> ReadingDialog:
    page.open_file(path)
    qtbot.waitUntil(lambda: page.reading_dialog is not None and page.reading_dialog.isVisible())
    assert page.reading_dialog is not None
    return page.reading_dialog


def wait_for_preview(dialog: ReadingDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.choice.preview is not None)


def test_an_unknown_file_asks_for_its_columns_and_is_read_by_them(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(page, qtbot, write_votes(tmp_path / "votes.jsonl"))
    qtbot.mouseClick(dialog.ways.segment("votes"), Qt.MouseButton.LeftButton)
    wait_for_preview(dialog, qtbot)
    assert not dialog.read_button.isEnabled()
    for target, column in COLUMNS.items():
        pick(dialog.columns.box(target), column)
        wait_for_preview(dialog, qtbot)
    qtbot.waitUntil(dialog.read_button.isEnabled)
    assert dialog.preview.texts()[0] == ("q0", "l", "r")
    assert dialog.preview.summary.text().startswith("The first 12 rows give 11 pairs, 1 tie.")
    assert dialog.ties.isVisible()
    assert not dialog.pairing.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    assert dataset.pair_count == 11
    assert not page.banner.isVisible() or "could not" not in page.banner.text


def test_cancelling_leaves_the_reason_with_a_way_back(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(page, qtbot, write_votes(tmp_path / "votes.jsonl"))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "holds no preferences" in page.banner.text
    # A button that was just put into a layout is shown a moment later.
    qtbot.waitUntil(
        lambda: "Choose columns" in [one.text() for one in page.banner.findChildren(Button) if one.isVisible()]
    )
    qtbot.mouseClick(page.banner.button("Choose columns"), Qt.MouseButton.LeftButton)
    assert page.reading_dialog is not None
    assert page.reading_dialog is not dialog
    assert page.reading_dialog.isVisible()
    page.reading_dialog.reject()


def test_a_reading_that_was_remembered_says_so_and_can_be_changed(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(page, qtbot, write_votes(tmp_path / "votes.jsonl"))
    for target, column in COLUMNS.items():
        dialog.choice.read_by("votes") if dialog.choice.way != "votes" else None
        dialog.choice.set_column(target, column)
    qtbot.waitUntil(dialog.read_button.isEnabled)
    dialog.accept()
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    page.open_file(write_votes(tmp_path / "more.jsonl"))
    qtbot.waitUntil(lambda: dataset.path == tmp_path / "more.jsonl")
    assert "read as you chose" in page.header.badge_texts()[0]
    qtbot.mouseClick(page.otherwise_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.reading_dialog is not dialog)
    again = page.reading_dialog
    assert again is not None
    assert again.choice.way == "votes"
    assert again.columns.box("winner").currentData() == "wahl"
    wait_for_preview(again, qtbot)
    qtbot.mouseClick(again.ties.segment("keep"), Qt.MouseButton.LeftButton)
    wait_for_preview(again, qtbot)
    again.accept()
    qtbot.waitUntil(lambda: dataset.state == "loaded" and dataset.options.ties == "keep")
    assert dataset.pair_count == 13


def test_a_known_file_can_be_read_otherwise(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    page.open_file(write_pairs(tmp_path / "pairs.jsonl"))
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    first = dataset.pairs[0]
    qtbot.mouseClick(page.otherwise_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.reading_dialog is not None)
    dialog = page.reading_dialog
    assert dialog is not None
    assert dialog.choice.way == "as_is"
    assert not dialog.columns.isVisible()
    qtbot.mouseClick(dialog.ways.segment("pairs"), Qt.MouseButton.LeftButton)
    dialog.choice.set_column("chosen", "rejected")
    dialog.choice.set_column("rejected", "chosen")
    qtbot.waitUntil(dialog.read_button.isEnabled)
    dialog.accept()
    qtbot.waitUntil(lambda: dataset.state == "loaded")
    assert (dataset.pairs[0].chosen, dataset.pairs[0].rejected) == (first.rejected, first.chosen)


def test_it_fits_the_smallest_window_and_everybody(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    for way in ("pairs", "votes", "labels"):
        choice = ReadingChoice(look_at(write_votes(tmp_path / "votes.jsonl")), ReadingOptions())
        choice.read_by(way)
        dialog = ReadingDialog(theme, choice)
        qtbot.addWidget(dialog)
        dialog.show()
        wait_for_preview(dialog, qtbot)
        assert nameless(dialog) == []
        assert too_small(dialog) == []
        assert dialog.minimumSizeHint().height() <= dialog.height() <= 640
        assert dialog.columns.box("prompt").accessibleName() == "Prompt"


def test_the_mapping_goes_into_the_plan(studio: Studio, tmp_path: Path, qtbot: QtBot) -> None:
    studio.load()
    options = ReadingOptions(columns=COLUMNS, ties="keep")
    studio.session.opening.read_as(look_at(write_votes(tmp_path / "votes.jsonl")), options)
    qtbot.waitUntil(lambda: studio.session.dataset.path == tmp_path / "votes.jsonl")
    assert studio.session.plan().data.reading == options
