"""A file of replies with thumbs in the window: recognised, counted, and given to the one loss that takes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.models.pair_table import Column
from app.models.readiness import workload
from app.models.workflow import step_states
from app.pages.data.page import DataPage
from app.pages.train.loss_rows import LossRows
from tests.app.pages.conftest import Studio, facts
from tests.engine.tiny_runs import write_pairs
from tests.engine.training.thumbs import write_thumbs


def opened(studio: Studio, path: Path) -> None:
    dataset = studio.session.dataset
    dataset.open(path)
    studio.qtbot.waitUntil(lambda: dataset.path == path and dataset.flags is not None, timeout=20_000)


def test_a_file_of_thumbs_is_read_as_such_and_chooses_its_loss(studio: Studio, tmp_path: Path) -> None:
    session = studio.session
    opened(studio, write_thumbs(tmp_path / "thumbs.jsonl", 24))
    assert session.dataset.holds_thumbs
    assert (session.dataset.pair_count, session.dataset.thumbs) == (24, (16, 8))
    assert session.setup.value("training.loss_type") == ("kto",)
    session.setup.set_value("training.loss_type", ("sigmoid",))
    assert session.setup.value("training.loss_type") == ("kto",), "no other loss could learn from it"
    session.setup.set_value("training.warm_up_epochs", 1)
    session.model_choice.choose(facts())
    plan = session.plan()
    assert (plan.training.loss_type, plan.data.thumbs_from_pairs) == (("kto",), False)
    assert plan.training.warm_up_epochs == 0, "half of the replies are no examples"
    opened(studio, write_pairs(tmp_path / "pairs.jsonl", 20))
    assert not session.dataset.holds_thumbs
    assert session.setup.value("training.loss_type") == ("sigmoid",)


def test_kto_chosen_for_pairs_says_and_plans_what_becomes_of_them(studio: Studio, tmp_path: Path) -> None:
    session = studio.session
    rows = LossRows(studio.theme, session.setup)
    studio.qtbot.addWidget(rows)
    opened(studio, write_pairs(tmp_path / "pairs.jsonl", 20))
    before = workload(session)
    assert rows.choice.isEnabled()
    assert rows.data.isHidden()
    session.setup.set_value("training.loss_type", ("kto",))
    assert "thumb up for its chosen reply" in rows.data.text()
    session.model_choice.choose(facts())
    assert session.plan().data.thumbs_from_pairs
    after = workload(session)
    assert before is not None
    assert after is not None
    assert after.training_pairs == 2 * before.training_pairs
    opened(studio, write_thumbs(tmp_path / "thumbs.jsonl", 24))
    assert not rows.choice.isEnabled()
    assert "16 thumbs up, 8 down" in rows.data.text()
    assert "undesirable_weight from 1.50 to 2.00" in rows.data.text()
    session.setup.set_value("training.undesirable_weight", 1.6)
    assert "undesirable_weight" not in rows.data.text()


def test_the_data_page_shows_one_reply_with_its_thumb(studio: Studio, tmp_path: Path) -> None:
    session = studio.session
    page = DataPage(studio.theme, session.dataset)
    studio.show(page)
    opened(studio, write_thumbs(tmp_path / "thumbs.jsonl", 24))
    session.dataset.selection.select(1)
    view = page.pair
    assert view.chosen.isVisibleTo(page)
    assert not view.rejected.isVisibleTo(page)
    session.dataset.selection.select(0)
    assert not view.chosen.isVisibleTo(page)
    assert view.rejected.isVisibleTo(page)
    session.dataset.edits.flip([0])
    assert view.chosen.isVisibleTo(page)


def test_the_lengths_are_those_of_the_replies_there_are(studio: Studio, tmp_path: Path) -> None:
    opened(studio, write_thumbs(tmp_path / "thumbs.jsonl", 24))
    dataset = studio.session.dataset
    studio.qtbot.waitUntil(lambda: dataset.lengths is not None)
    lengths = dataset.lengths
    assert lengths is not None
    assert (sum(lengths.chosen), sum(lengths.rejected)) == (16, 8)
    assert lengths.median_chosen > 10


def test_a_copy_of_thumbs_is_offered_where_they_have_a_place(studio: Studio, tmp_path: Path) -> None:
    page = DataPage(studio.theme, studio.session.dataset)
    studio.show(page)
    opened(studio, write_thumbs(tmp_path / "thumbs.jsonl", 24))
    page.copy.ask()
    dialog = page.copy.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Save a copy of 24 replies with thumbs?"
    assert [card.text() for card in dialog.choices] == ["TRL (JSON lines)", "Parquet"]
    dialog.choices[1].setChecked(True)
    assert dialog.form.name == "parquet"
    dialog.reject()


def test_the_window_calls_thumbs_thumbs(studio: Studio, tmp_path: Path) -> None:
    session = studio.session
    page = DataPage(studio.theme, session.dataset)
    studio.show(page)
    opened(studio, write_thumbs(tmp_path / "thumbs.jsonl", 24))
    heads = [session.dataset.table.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["#", "Prompt", "Thumb up", "Thumb down", "Flags"]
    studio.qtbot.waitUntil(lambda: session.dataset.split is not None)
    assert "replies with thumbs to train on" in page.held_back.bar.accessibleDescription()
    assert step_states(session)["data"].text == "24 thumbs"
    assert page.pair.buttons.flip.toolTip() == "Turn the thumb"
    opened(studio, write_pairs(tmp_path / "pairs.jsonl", 20))
    assert session.dataset.table.headerData(Column.CHOSEN, Qt.Orientation.Horizontal) == "Chosen"
    assert step_states(session)["data"].text == "20 pairs"
