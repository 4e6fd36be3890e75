"""Working with pairs on the Data page: keys, buttons, editors, mends and copies, with real widgets and files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.models.dataset import Dataset
from app.models.pair_filter import EDITED
from app.models.pair_table import Column
from app.pages.data.page import DataPage
from app.theme.theme import Theme
from app.widgets.chat_bubble import ChatBubble
from engine.data.edits.edit import Marks
from engine.data.reader import read_preferences
from engine.data.writers.trl_jsonl import TRL_JSONL
from tests.app.accessible import nameless, too_small
from tests.app.models.pairs import write_pairs

_SAME = {"prompt": "Which?", "chosen": "This.", "rejected": "This."}
_LEFT, _CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    dataset = Dataset()
    dataset.edits.keep_in(tmp_path / "edits.jsonl")
    return dataset


@pytest.fixture
def page(theme: Theme, qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> DataPage:
    page = DataPage(theme, dataset)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    open_file(page, dataset, qtbot, write_pairs(tmp_path / "pairs.jsonl", 40, [_SAME, _SAME]))
    page.list.table.setFocus()
    return page


def open_file(page: DataPage, dataset: Dataset, qtbot: QtBot, path: Path) -> None:
    page.open_file(path)
    settle(qtbot, dataset)


def settle(qtbot: QtBot, dataset: Dataset) -> None:
    qtbot.waitUntil(
        lambda: dataset.flags is not None and dataset.split is not None and not dataset.is_following, timeout=30_000
    )


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_keys_flip_drop_undo_and_redo(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    table = page.list.table
    press(qtbot, table, Qt.Key.Key_F)
    assert dataset.edits.of(0) == Marks(is_flipped=True)
    assert page.pair.chosen.text.toPlainText() == "No."
    press(qtbot, table, Qt.Key.Key_Delete)
    assert dataset.edits.of(0).is_dropped
    assert dataset.selection.index == 1  # on to the next
    press(qtbot, table, Qt.Key.Key_Z, _CTRL)
    press(qtbot, table, Qt.Key.Key_Z, _CTRL)
    assert not dataset.edits.marks
    press(qtbot, table, Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert dataset.edits.of(0) == Marks(is_flipped=True)
    settle(qtbot, dataset)


def test_letters_are_letters_where_text_is_typed(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    page.list.search.setFocus()
    qtbot.keyClicks(page.list.search, "fe")
    press(qtbot, page.list.search, Qt.Key.Key_Delete)
    assert page.list.search.text() == "fe"
    assert not dataset.edits.marks
    assert not page.pair.is_editing


def test_a_dropped_pair_stays_in_sight_and_can_be_restored(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.pair.buttons.drop, _LEFT)
    dataset.selection.select(0)
    assert page.pair.buttons.drop.text() == "Restore"
    assert not page.pair.buttons.edit.isEnabled()
    assert not page.pair.buttons.flip.isEnabled()
    words = dataset.table.index(0, Column.PROMPT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "dropped, Question 0?"
    assert page.filters.chip(EDITED).isVisible()
    assert page.filters.chip(EDITED).count == "1"
    qtbot.mouseClick(page.pair.buttons.drop, _LEFT)
    assert not dataset.edits.marks
    assert dataset.selection.index == 0
    assert not page.filters.chip(EDITED).isVisible()
    settle(qtbot, dataset)


def test_several_are_flipped_and_dropped_together(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    table = page.list.table
    for _ in range(2):
        press(qtbot, table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.selected_indices() == [0, 1, 2]
    assert page.pair.buttons.flip.accessibleName() == "Flip 3 pairs"
    assert not page.pair.buttons.edit.isEnabled()
    with qtbot.waitSignal(dataset.edits.noted) as noted:
        press(qtbot, table, Qt.Key.Key_F)
    assert noted.args == ["Flipped 3 pairs", "undo"]
    press(qtbot, table, Qt.Key.Key_Delete)
    assert dataset.edits.dropped_count == 3
    press(qtbot, table, Qt.Key.Key_Delete)
    assert dataset.edits.dropped_count == 0
    settle(qtbot, dataset)


def test_a_note_offers_the_way_back(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.noted) as noted:
        page.work.flip()
    assert noted.args is not None
    text, label, action = noted.args
    assert (text, label) == ("Flipped row 1", "Undo")
    with qtbot.waitSignal(page.noted) as noted:
        action()
    assert not dataset.edits.marks
    assert noted.args is not None
    assert noted.args[:2] == ["Undone: Flipped row 1", "Redo"]
    settle(qtbot, dataset)


def test_the_table_shows_what_was_done_without_colour(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    def ink(line: int) -> int:
        """Dark dots of the prompt's cell."""
        viewport = page.list.table.viewport()
        cell = page.list.table.visualRect(dataset.table.index(line, Column.PROMPT))
        cell.moveTopLeft(viewport.mapTo(page, cell.topLeft()))
        image = page.grab(cell).toImage()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).lightness() < 160 for x, y in spots)

    dataset.selection.select(10)
    plain = ink(1)
    dataset.edits.flip([1])
    flipped = ink(1)
    dataset.edits.undo()
    dataset.edits.drop([1])
    dropped = ink(1)
    assert plain < flipped  # a sign
    assert flipped < dropped  # a sign, and a line through the words
    settle(qtbot, dataset)


# ------------------------------------------------------------ writing


def test_editing_in_place(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    press(qtbot, page.list.table, Qt.Key.Key_E)
    editor = page.pair.chosen.editor
    assert editor.hasFocus()
    assert editor.text == "Yes, and gladly so, 0."
    assert nameless(page) == []
    assert too_small(page) == []
    editor.selectAll()
    qtbot.keyClicks(editor, "Edited f, e")  # letters that are keys elsewhere
    press(qtbot, editor, Qt.Key.Key_Return, _CTRL)
    assert not page.pair.is_editing
    assert page.list.table.hasFocus()
    assert page.pair.chosen.text.toPlainText() == "Edited f, e"
    assert dataset.edits.of(0) == Marks(is_rewritten=True)
    assert dataset.selection.pair is not None
    assert dataset.selection.pair.rejected_text == "No."
    settle(qtbot, dataset)


def test_the_question_can_be_written_anew(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.pair.buttons.edit, _LEFT)
    page.pair.prompt.editor.setPlainText("What else?\nAnd why?")
    page.pair.prompt.editor.document().setModified(True)
    qtbot.mouseClick(page.pair.buttons.keep, _LEFT)
    assert [bubble.text for bubble in page.findChildren(ChatBubble) if bubble.isVisible()] == ["What else?\nAnd why?"]
    assert dataset.table.index(0, Column.PROMPT).data() == "What else? And why?"
    settle(qtbot, dataset)


def test_escape_leaves_what_was_not_changed(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    page.pair.begin_editing()
    press(qtbot, page.pair.chosen.editor, Qt.Key.Key_Escape)
    assert not page.pair.is_editing
    assert page.pair.question is None
    assert not dataset.edits.marks


def test_escape_asks_before_words_are_lost(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    page.pair.begin_editing()
    editor = page.pair.rejected.editor
    qtbot.keyClicks(editor, "More. ")
    press(qtbot, editor, Qt.Key.Key_Escape)
    question = page.pair.question
    assert question is not None
    qtbot.mouseClick(question.cancel_button, _LEFT)
    assert page.pair.is_editing
    assert editor.text == "More. No."
    press(qtbot, editor, Qt.Key.Key_Escape)
    question = page.pair.question
    assert question is not None
    qtbot.mouseClick(question.confirm_button, _LEFT)
    assert not page.pair.is_editing
    assert page.pair.rejected.text.toPlainText() == "No."
    assert not dataset.edits.marks


def test_going_on_to_another_pair_saves(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    page.pair.begin_editing()
    qtbot.keyClicks(page.pair.chosen.editor, "More. ")
    page.pair.rejected.editor.selectAll()
    press(qtbot, page.pair.rejected.editor, Qt.Key.Key_Backspace)  # no words: stays what it was
    dataset.selection.step(1)
    assert not page.pair.is_editing
    assert page.pair.chosen.text.toPlainText() == "Yes."
    pair = dataset.pairs[0]
    assert (pair.chosen_text, pair.rejected_text) == ("More. Yes, and gladly so, 0.", "No.")
    settle(qtbot, dataset)


def test_opening_another_file_saves(page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path) -> None:
    page.pair.begin_editing()
    qtbot.keyClicks(page.pair.chosen.editor, "More. ")
    open_file(page, dataset, qtbot, write_pairs(tmp_path / "other.jsonl", 20))
    assert not dataset.edits.marks
    open_file(page, dataset, qtbot, tmp_path / "pairs.jsonl")
    assert dataset.pairs[0].chosen_text == "More. Yes, and gladly so, 0."


def test_leaving_the_page_saves(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    page.pair.begin_editing()
    qtbot.keyClicks(page.pair.chosen.editor, "More. ")
    page.hide()
    assert dataset.edits.of(0).is_rewritten
    settle(qtbot, dataset)


def test_an_empty_text_is_refused_and_stays_to_be_corrected(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    page.pair.begin_editing()
    editor = page.pair.chosen.editor
    editor.selectAll()
    press(qtbot, editor, Qt.Key.Key_Backspace)
    press(qtbot, editor, Qt.Key.Key_Return, _CTRL)
    assert page.pair.is_editing
    assert page.banner.isVisible()
    assert "chosen reply is empty" in page.banner.text
    assert not dataset.edits.marks


def test_spaces_that_do_not_break_survive_an_edit(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "spaces.jsonl"
    path.write_text(json.dumps({"prompt": "How\u00a0far?", "chosen": "5\u00a0km,\r\nabout.", "rejected": "No."}) + "\n")
    open_file(page, dataset, qtbot, path)
    page.pair.begin_editing()
    assert page.pair.chosen.editor.text == "5\u00a0km,\r\nabout."
    qtbot.keyClicks(page.pair.prompt.editor, "Now ")
    page.pair.keep()
    pair = dataset.pairs[0]
    assert (pair.prompt_text, pair.chosen_text) == ("Now How\u00a0far?", "5\u00a0km,\r\nabout.")
    settle(qtbot, dataset)


# ------------------------------------------------------------ mending


def test_one_click_mends_and_one_undo_brings_back(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.mending.plain_count == 2)
    qtbot.mouseClick(page.filters.chip("identical_replies"), _LEFT)
    qtbot.waitUntil(page.filters.mend.button.isVisible)
    assert page.filters.mend.note.text().endswith("Drop 2 pairs whose two replies are the same.")
    with qtbot.waitSignal(dataset.edits.noted) as noted:
        qtbot.mouseClick(page.filters.mend.button, _LEFT)
    assert noted.args == ["Dropped 2 pairs with identical replies", "undo"]
    assert dataset.edits.dropped_indices().tolist() == [40, 41]
    settle(qtbot, dataset)
    assert not page.filters.chip("identical_replies").isVisible()
    assert dataset.filter.flag == ""
    assert not page.filters.fix.isVisible()
    dataset.edits.undo()
    assert not dataset.edits.marks
    settle(qtbot, dataset)
    qtbot.waitUntil(page.filters.fix.isVisible)


def test_what_is_safe_is_fixed_together_after_a_question(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.filters.fix.isVisible)
    assert page.filters.fix.text() == "Fix 2 safe"
    qtbot.mouseClick(page.filters.fix, _LEFT)
    assert page.confirm is not None
    assert page.confirm.windowTitle() == "Drop 2 pairs?"
    assert not dataset.edits.marks
    qtbot.mouseClick(page.confirm.confirm_button, _LEFT)
    assert dataset.edits.dropped_count == 2
    settle(qtbot, dataset)


def test_checks_without_a_safe_mend_offer_none(page: DataPage, dataset: Dataset, qtbot: QtBot) -> None:
    dataset.filter.set("", "length_bias")
    dataset.changed.emit()
    assert not page.filters.mend.button.isVisible()


# ------------------------------------------------------------ saving a copy


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """Answer the system's dialog; pytest-qt cannot reach it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


@pytest.mark.parametrize("choice, suffix", [(0, ".jsonl"), (1, ".jsonl"), (2, ".parquet")])
def test_a_copy_has_the_edits_in_it(
    page: DataPage,
    dataset: Dataset,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: int,
    suffix: str,
) -> None:
    page.work.flip()
    dataset.selection.select(1)
    page.work.drop_or_restore()
    before = (tmp_path / "pairs.jsonl").read_bytes()
    save_as(monkeypatch, tmp_path / "copy")
    press(qtbot, page.list.table, Qt.Key.Key_S, _CTRL)
    dialog = page.copy.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Save a copy of 41 pairs?"
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.choices[choice], _LEFT)
    with qtbot.waitSignal(page.noted, timeout=30_000) as noted:  # importing pyarrow takes its time
        qtbot.mouseClick(dialog.place_button, _LEFT)
    assert noted.args is not None
    assert noted.args[0] == f"Saved 41 pairs as copy{suffix}"
    copy = read_preferences(tmp_path / f"copy{suffix}")
    assert len(copy.pairs) == 41
    assert copy.pairs[0].chosen_text == "No."
    assert copy.pairs[1].prompt_text == "Question 2?"
    assert (tmp_path / "pairs.jsonl").read_bytes() == before
    settle(qtbot, dataset)


def test_without_a_place_nothing_is_saved(
    page: DataPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, "")
    page.copy.ask()
    assert page.copy.dialog is not None
    page.copy.dialog.accept()
    assert page.copy.dialog is None
    assert not page.copy.saving.is_running
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".jsonl") == ["pairs.jsonl"]


def test_a_place_that_cannot_be_written_is_told(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with qtbot.waitSignal(page.copy.saving.failed):
        page.copy.save(tmp_path / "file" / "copy.jsonl", TRL_JSONL)
    assert "cannot be written" in page.banner.text


def test_the_open_file_is_refused(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.copy.saving.failed):
        page.copy.save(tmp_path / "pairs.jsonl", TRL_JSONL)
    assert "never written to" in page.banner.text


def test_a_long_copy_shows_how_far_it_is_and_can_be_cancelled(
    page: DataPage, dataset: Dataset, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open_file(write_pairs(tmp_path / "long.jsonl", 3000))
    qtbot.waitUntil(lambda: dataset.flags is not None and not dataset.is_following, timeout=30_000)
    with qtbot.waitSignal(page.copy.saving.progressed, timeout=20_000):
        page.copy.save(tmp_path / "copy.jsonl", TRL_JSONL)
        assert page.copy.isVisible()
        assert not page.copy_button.isEnabled()
    qtbot.mouseClick(page.copy.button, _LEFT)
    assert not page.copy.isVisible()
    qtbot.waitUntil(lambda: not [path for path in tmp_path.iterdir() if path.name.endswith(".part")], timeout=10_000)
    with qtbot.waitSignal(page.noted, timeout=20_000):
        page.copy.save(tmp_path / "copy.jsonl", TRL_JSONL)
    assert len(read_preferences(tmp_path / "copy.jsonl").pairs) == 3000
