"""The Data page with real widgets and real files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from app.pages.data.page import DataPage
from app.theme.theme import Theme
from app.widgets.chat_bubble import ChatBubble
from tests.app.accessible import nameless, too_small
from tests.app.models.pairs import write_pairs


@pytest.fixture
def dataset() -> Dataset:
    return Dataset()


@pytest.fixture
def page(theme: Theme, qtbot: QtBot, dataset: Dataset) -> DataPage:
    page = DataPage(theme, dataset)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    page.show()
    return page


def _open(page: DataPage, dataset: Dataset, qtbot: QtBot, path: Path) -> None:
    page.open_file(path)
    qtbot.waitUntil(lambda: dataset.state == "loaded" and dataset.flags is not None and dataset.split is not None)


def test_at_first_it_welcomes(page: DataPage, qtbot: QtBot) -> None:
    assert page.welcome.isVisible()
    assert not page.header.isVisible()
    with qtbot.waitSignal(page.demo_wanted):
        qtbot.mouseClick(page.welcome.demo_button, Qt.MouseButton.LeftButton)
    assert nameless(page) == []
    assert too_small(page) == []


def test_a_file_fills_it(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.file_opened) as signal:
        _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    assert signal.args == [str(tmp_path)]
    assert page.header.title_label().text() == "pairs.jsonl"
    assert not page.welcome.isVisible()
    assert page.next_button.isEnabled()
    assert page.list.table.model().rowCount() == 40
    assert page.filters.chip("").count == "40"
    assert page.pair.chosen.text.toPlainText() == "Yes, and gladly so, 0."
    assert nameless(page) == []
    assert too_small(page) == []


def test_up_and_down_and_letters_walk_through_the_pairs(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    assert dataset.selection.pair == dataset.table.pair_at(1)
    qtbot.keyClick(page.list.table, Qt.Key.Key_J)
    assert dataset.selection.pair == dataset.table.pair_at(2)
    assert page.list.table.currentIndex().row() == 2
    qtbot.keyClick(page.list.table, Qt.Key.Key_K)
    qtbot.mouseClick(page.pair.next, Qt.MouseButton.LeftButton)
    assert dataset.selection.pair == dataset.table.pair_at(2)
    assert [bubble.text for bubble in page.findChildren(ChatBubble) if bubble.isVisible()] == ["Question 2?"]
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Slash)
    assert page.list.search.hasFocus()


def test_letters_are_letters_in_the_search_field(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    with qtbot.waitActive(page):
        page.activateWindow()
    page.list.search.setFocus()
    with qtbot.waitSignal(dataset.filter.done):
        qtbot.keyClicks(page.list.search, "Question 1?")
    assert page.list.search.text() == "Question 1?"
    assert dataset.table.rowCount() == 1
    with qtbot.waitSignal(dataset.filter.done):
        qtbot.keyClick(page.list.search, Qt.Key.Key_Escape)
    assert dataset.table.rowCount() == 40


def test_a_search_without_a_hit_offers_a_way_back(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    with qtbot.waitSignal(dataset.filter.done):
        page.list.search.setText("refund policy")
        qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert page.list.nothing.isVisible()
    with qtbot.waitSignal(dataset.filter.done):
        qtbot.mouseClick(page.list.nothing.button, Qt.MouseButton.LeftButton)
    assert page.list.table.isVisible()
    assert page.list.search.text() == ""


def test_chips_show_what_was_found_and_filter(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    same = {"prompt": "Which?", "chosen": "This.", "rejected": "This."}
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl", 40, [same]))
    chip = page.filters.chip("identical_replies")
    assert chip.isVisible()
    assert chip.count == "1"
    assert not page.filters.chip("contradictions").isVisible()
    with qtbot.waitSignal(dataset.filter.done):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert dataset.table.rowCount() == 1
    assert dataset.selection.pair is not None
    assert dataset.selection.pair.prompt_text == "Which?"
    assert "nothing to prefer" in page.filters.mend.note.text()
    with qtbot.waitSignal(dataset.filter.done):
        qtbot.mouseClick(page.filters.chip(""), Qt.MouseButton.LeftButton)
    assert dataset.table.rowCount() == 41


def test_clean_data_is_praised(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    assert page.filters.clean.isVisible()


def test_the_held_back_share_follows_the_slider(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    assert page.held_back.counts.text() == "4 of 40"
    page.held_back.share.slider.setValue(25)
    assert dataset.evaluation_share == pytest.approx(0.25)
    qtbot.waitUntil(lambda: page.held_back.counts.text() == "10 of 40")
    assert "30 pairs to train on, 10 held back" in page.held_back.bar.accessibleDescription()


def test_reading_a_long_file_can_be_cancelled(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    page.open_file(write_pairs(tmp_path / "long.jsonl", 100_000))
    qtbot.waitUntil(lambda: page.progress.text.startswith("Reading the file, "), timeout=20_000)
    assert page.progress.isVisible()
    assert nameless(page) == []
    assert too_small(page) == []
    qtbot.mouseClick(page.progress.button, Qt.MouseButton.LeftButton)
    assert dataset.state == "empty"
    assert page.welcome.isVisible()
    assert not page.progress.isVisible()


def test_the_check_says_how_far_it_is_and_can_be_stopped(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.background.long_files._IN_A_MOMENT", 0)  # work in another process, as for a long file
    page.open_file(write_pairs(tmp_path / "long.jsonl", 6000))
    qtbot.waitUntil(lambda: page.filters.checking.count.endswith("%"), timeout=30_000)
    assert page.filters.stop.isVisible()
    qtbot.mouseClick(page.filters.stop, Qt.MouseButton.LeftButton)
    assert not dataset.check.is_running
    assert page.filters.check.isVisible()
    assert not page.filters.checking.isVisible()
    assert nameless(page) == []
    assert too_small(page) == []
    qtbot.mouseClick(page.filters.check, Qt.MouseButton.LeftButton)
    assert dataset.check.is_running
    assert not page.filters.check.isVisible()


def test_an_unreadable_file_says_what_to_do(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "notes.json"
    broken.write_text("not JSON at all", encoding="utf-8")
    with qtbot.waitSignal(dataset.failed):
        page.open_file(broken)
    assert page.banner.isVisible()
    assert "notes.json" in page.banner.text
    assert page.welcome.isVisible()


def test_left_out_rows_are_told(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_pairs(tmp_path / "pairs.jsonl")
    with path.open("a", encoding="utf-8") as file:
        file.write("{broken\n" + json.dumps({"prompt": "What?", "chosen": "", "rejected": "No."}) + "\n")
    _open(page, dataset, qtbot, path)
    assert page.banner.isVisible()
    assert page.banner.text.startswith("2 rows left out, 40 pairs loaded")


def test_words_of_a_pair_are_never_markup(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    evil = "<img src='file:///etc/hostname'><b>bold</b> 👍 reply"
    extra = [{"prompt": "<h1>Big</h1>", "chosen": evil + " yes", "rejected": evil + " no"}]
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl", 1, extra))
    dataset.selection.step(1)
    assert page.pair.chosen.text.toPlainText() == evil + " yes"
    marked = page.pair.chosen.text.spans
    assert [(evil + " yes")[start:end] for start, end in marked] == ["yes"]


@pytest.mark.parametrize("size", [(1036, 700), (1224, 900), (1700, 1000)])
def test_it_fits_every_size(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    page.resize(*size)
    qtbot.waitUntil(lambda: page.width() == size[0])
    assert page.minimumSizeHint().width() <= size[0]
    assert page.minimumSizeHint().height() <= size[1]
    assert page.lengths.isVisible() == (size[1] >= 800)


def test_both_themes_can_be_drawn(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    _open(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl"))
    light = page.grab().toImage().pixelColor(600, 20)
    theme.choose("dark")
    dark = page.grab().toImage().pixelColor(600, 20)
    assert light.lightness() > 200 > 60 > dark.lightness()
