"""A sweep on the Train page: asking for the values, the line above the run, the table of its runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.sweep import SweepState
from app.pages.train.page import TrainPage
from app.pages.train.sweep_dialog import SweepDialog, numbers
from app.pages.train.sweep_table import SweepTable
from app.theme.theme import Theme
from engine.sweep.folder import SweepResult
from tests.app.accessible import nameless, too_small, undescribed
from tests.app.fake_engine import SteppingRun
from tests.app.pages.conftest import Studio


@pytest.fixture
def page(studio: Studio) -> TrainPage:
    page = TrainPage(studio.theme, studio.session)
    studio.show(page)
    return page


def _ask(studio: Studio, page: TrainPage) -> SweepDialog:
    studio.load()
    studio.qtbot.mouseClick(page.setup.panel.sweep_button, Qt.MouseButton.LeftButton)
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, SweepDialog))


def test_the_dialog_says_how_much_it_is_and_what_is_wrong(studio: Studio, page: TrainPage) -> None:
    dialog = _ask(studio, page)
    assert dialog.betas.text() == "0.05, 0.1, 0.2"
    assert dialog.rates.text() == "2.5e-5, 5e-5, 1e-4"
    assert dialog.note.startswith("9 runs, each of ")
    dialog.betas.setText("0.1, x")
    assert dialog.note == "“x” is not a number. Write it as 0.1 or 5e-5."
    assert not dialog.start_button.isEnabled()
    dialog.betas.setText("0")
    assert "beta" in dialog.note
    assert not dialog.start_button.isEnabled()
    dialog.betas.setText("1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11")
    assert dialog.note.startswith("These are 33 runs")
    assert nameless(dialog) == []
    assert undescribed(dialog) == []
    dialog.reject()


def test_enter_begins_and_the_line_says_which_run_it_is(studio: Studio, page: TrainPage) -> None:
    dialog = _ask(studio, page)
    studio.run = SteppingRun(steps=3)
    dialog.betas.setText("0.1")
    dialog.rates.setText("5e-5")
    studio.qtbot.keyClick(dialog.betas, Qt.Key.Key_Return)
    bar = page.live.sweep
    studio.qtbot.waitUntil(lambda: studio.session.sweep.state is SweepState.FINISHED)
    assert bar.text == "The sweep is finished: 1 run."
    assert bar.isVisible()
    assert too_small(bar) == []
    studio.qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_table_begins_at_the_best_and_opens_it(theme: Theme, studio: Studio) -> None:
    results = [
        SweepResult("a", 0.1, 5e-5, "finished", "/sweeps/a", 0.7, 1.0, 0.6, -0.2),
        SweepResult("b", 0.2, 5e-5, "finished", "/sweeps/b", 0.8, 1.2, 0.5, 0.1),
        SweepResult("c", 0.4, 5e-5, "waiting", "/sweeps/c"),
    ]
    table = SweepTable(theme, results)
    studio.qtbot.addWidget(table)
    model = table.table.model()
    row = [model.index(1, column).data() for column in range(model.columnCount())]
    assert row == ["Finished", "0.2", "5e-5", "80%", "+1.20", "0.500", "+10%"]
    assert table.table.currentIndex().row() == 1
    with studio.qtbot.waitSignal(table.run_wanted) as wanted:
        table.open_button.click()
    assert wanted.args == [Path("/sweeps/b")]
    table.table.selectRow(2)
    assert not table.open_button.isEnabled()


def test_lists_of_numbers() -> None:
    assert numbers(" 0.1, 5e-5,,") == (0.1, 5e-5)
    with pytest.raises(ValueError, match="one value"):
        numbers(" , ")
