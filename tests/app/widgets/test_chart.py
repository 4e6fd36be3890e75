"""The live chart: when it paints, what it says, and one cursor for several."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.words import signed_number
from app.theme.theme import Theme
from app.widgets.chart import Chart
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_data import ChartSeries, SeriesRole
from app.widgets.chart_menu import chart_menu
from app.widgets.chart_table import ChartTable
from app.widgets.chart_words import PROGRESS, percentage, plain_number, rate, short_number
from app.widgets.chart_zoom import ChartZoom


def _series(name: str = "Train", role: SeriesRole = "accent", steps: int = 40) -> ChartSeries:
    places = np.arange(1.0, steps + 1)
    return ChartSeries(name, role, places, 1.0 / places, places[9::10], 1.1 / places[9::10])


@pytest.fixture
def chart(theme: Theme, qtbot: QtBot) -> Chart:
    chart = Chart(theme, "Loss")
    qtbot.addWidget(chart)
    chart.resize(480, 300)
    chart.set_range(100, (50.0,))
    return chart


def test_it_says_its_values_to_those_who_cannot_see_them(chart: Chart, qtbot: QtBot) -> None:
    chart.set_smoothing(0.0)
    chart.show()
    chart.set_series([_series()])
    qtbot.waitUntil(lambda: "step 40" in chart.accessibleDescription())
    assert chart.accessibleDescription() == "Loss, step 40, Train 0.025, steady, held back 0.028"
    assert chart.accessibleName() == "Loss"


def test_nothing_is_drawn_while_it_is_hidden(chart: Chart, qtbot: QtBot) -> None:
    chart.set_series([_series()])
    qtbot.wait(80)
    assert chart.accessibleDescription() == ""
    chart.show()
    qtbot.waitUntil(lambda: "step 40" in chart.accessibleDescription())


def test_a_live_chart_paints_seldom(chart: Chart, qtbot: QtBot) -> None:
    chart.show()
    chart.set_series([_series()])
    qtbot.waitUntil(lambda: "step 40" in chart.accessibleDescription())
    chart.set_live(True)
    chart.set_series([_series(steps=50)])
    qtbot.wait(300)
    assert "step 40" in chart.accessibleDescription()
    qtbot.waitUntil(lambda: "step 50" in chart.accessibleDescription(), timeout=3000)


def test_no_values_yet(chart: Chart, qtbot: QtBot) -> None:
    chart.show()
    chart.clear()
    qtbot.waitUntil(lambda: chart.accessibleDescription() == "Loss, no values yet")


def test_two_curves_name_both_values(theme: Theme, qtbot: QtBot) -> None:
    chart = Chart(theme, "Rewards", signed_number)
    qtbot.addWidget(chart)
    chart.set_smoothing(0.0)
    chart.show()
    chart.set_series([_series("Chosen", "chosen"), _series("Rejected", "rejected")])
    qtbot.waitUntil(lambda: "Rejected" in chart.accessibleDescription())
    assert "Chosen +0.03" in chart.accessibleDescription()
    chart.set_series([_series("Chosen", "chosen")])
    qtbot.waitUntil(lambda: "Rejected" not in chart.accessibleDescription())


def test_one_cursor_for_all_charts(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    cursor = ChartCursor(window)
    layout = QHBoxLayout(window)
    charts = [Chart(theme, name, cursor=cursor) for name in ("Loss", "Margin")]
    for chart in charts:
        layout.addWidget(chart)
        chart.set_range(40)
    window.resize(900, 300)
    window.show()
    for chart in charts:
        chart.set_series([_series()])
    plots = [chart.findChild(QWidget, "", Qt.FindChildOption.FindChildrenRecursively) for chart in charts]
    assert all(plots)
    with qtbot.waitSignal(cursor.moved) as signal:
        cursor.move(12.0)
    assert signal.args == [12.0]
    cursor.toggle_pin(12.0)
    cursor.move(20.0)
    assert cursor.step == 12.0
    assert cursor.is_pinned
    cursor.toggle_pin(12.0)
    cursor.move(None)
    assert cursor.step is None


def test_the_wheel_zooms_and_a_double_click_resets(chart: Chart, qtbot: QtBot) -> None:
    chart.show()
    chart.set_series([_series()])
    qtbot.waitUntil(lambda: "step 40" in chart.accessibleDescription())
    plot = chart.plot
    whole = plot.shown_steps
    middle = QPointF(plot.rect().center())
    wheel = QWheelEvent(
        middle,
        plot.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), wheel)
    zoomed = plot.shown_steps
    assert zoomed[1] - zoomed[0] < whole[1] - whole[0]
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton)
    assert plot.shown_steps == pytest.approx(whole)


def test_it_survives_a_change_of_theme(chart: Chart, theme: Theme, qtbot: QtBot) -> None:
    chart.show()
    chart.set_series([_series()])
    theme.choose("dark")
    qtbot.waitUntil(lambda: "step 40" in chart.accessibleDescription())


def test_numbers_as_people_read_them() -> None:
    assert plain_number(-0.19) == "−0.190"
    assert plain_number(1234.5) == "1,234.5"
    assert signed_number(1.05) == "+1.05"
    assert signed_number(-0.001) == "+0.00"
    assert signed_number(-0.19) == "−0.19"
    assert percentage(0.757) == "76%"
    assert short_number(-0.5) == "−0.5"


def test_charts_that_share_a_zoom_show_the_same_part(theme: Theme, qtbot: QtBot) -> None:
    zoom = ChartZoom()
    first, second = (Chart(theme, name, zoom=zoom) for name in ("Loss", "Margin"))
    for chart in (first, second):
        qtbot.addWidget(chart)
        chart.set_range(100)
    first.zoom.show(20, 40, 100)
    assert second.plot.shown_steps[0] == pytest.approx(20)
    second.zoom.show(-5, 200, 100)
    assert zoom.span is None
    assert first.plot.shown_steps[0] == 0


def test_the_keys_move_the_cursor_and_zoom(chart: Chart, qtbot: QtBot) -> None:
    chart.set_smoothing(0.0)
    chart.show()
    chart.set_series([_series()])
    qtbot.waitUntil(lambda: "step 40" in chart.accessibleDescription())
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(chart, key)
    assert chart.accessibleDescription() == "Loss, step 38, Train 0.026"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription() == "Loss, step 1, Train 1.000"
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.zoom.span is not None
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.zoom.span is None


def test_the_menu_offers_what_can_be_done(chart: Chart, theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    chart.add_action("Hide", lambda: done.append("hidden"))
    actions = {action.text(): action for action in chart_menu(chart, theme).actions()}
    assert not actions["Save CSV…"].isEnabled()
    chart.set_series([_series()])
    chart.zoom.show(10, 30, 100)
    actions = {action.text(): action for action in chart_menu(chart, theme).actions()}
    assert all(action.isEnabled() for action in actions.values())
    actions["Hide"].trigger()
    actions["Show the whole run"].trigger()
    assert done == ["hidden"]
    assert chart.zoom.span is None


@pytest.mark.parametrize("kind", ["PNG", "SVG", "CSV"])
def test_a_chart_is_saved(
    chart: Chart, theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    place = tmp_path / f"loss.{kind.lower()}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    chart.set_series([_series()])
    chart.show()
    save = next(action for action in chart_menu(chart, theme).actions() if action.text() == f"Save {kind}…")
    with qtbot.waitSignal(chart.noted) as said:
        save.trigger()
    assert said.args == [f"Saved {place.name}.", "ok"]
    if kind == "PNG":
        assert QImage(str(place)).size() == chart.size() * 2
    elif kind == "SVG":
        assert QSvgRenderer(str(place)).viewBox().size() == chart.size()
        assert "<image" not in place.read_text("utf-8")  # lines and text only
    else:
        rows = list(csv.DictReader(place.read_text("utf-8").splitlines()))
        assert [float(row["Train"]) for row in rows] == [1 / step for step in range(1, 41)]
        assert [row["step"] for row in rows if row["Train, held back"]] == ["10", "20", "30", "40"]


def test_a_chart_that_cannot_be_saved_says_so(
    chart: Chart, theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "loss.x"), ""))
    chart.set_series([_series()])
    for save in [action for action in chart_menu(chart, theme).actions() if action.text().startswith("Save")]:
        with qtbot.waitSignal(chart.noted) as said:
            save.trigger()
        assert said.args is not None
        assert said.args[0].startswith("loss.x could not be written.")
        assert said.args[1] == "danger"


def test_the_table_has_every_number(theme: Theme, qtbot: QtBot) -> None:
    table = ChartTable(theme, "Loss", [_series()], plain_number)
    qtbot.addWidget(table)
    model = table.table.model()
    assert model.rowCount() == 40
    texts = [[model.index(row, column).data() for column in range(3)] for row in (0, 9)]
    assert texts == [["1", "1.000", ""], ["10", "0.100", "0.110"]]


def test_rates_as_people_write_them() -> None:
    assert [rate(value) for value in (5e-5, 1.25e-4, 0.0, 2e-6)] == ["5e-5", "1.25e-4", "0", "2e-6"]


def test_runs_of_different_length_are_read_at_the_same_progress(
    chart: Chart, theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart.set_smoothing(0.0)
    chart.set_range(100, unit=PROGRESS)
    half, whole = np.array([12.5, 25.0, 50.0]), np.array([50.0, 100.0])
    chart.set_series([ChartSeries("a", "run_1", half, half / 10), ChartSeries("b", "run_2", whole, whole / 100)])
    chart.show()
    qtbot.waitUntil(lambda: bool(chart.accessibleDescription()))
    assert chart.accessibleDescription() == "Loss, progress 50%, a 5.000, steady, b 1.000, steady"
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(chart, key)
    assert chart.accessibleDescription() == "Loss, progress 12%, a 1.250"
    table = ChartTable(theme, "Loss", chart.series, chart.format_value, chart, unit=chart.unit)
    model = table.table.model()
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == ["Progress", "a", "b"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "chart.csv"), ""))
    menu = chart_menu(chart, theme)
    next(action for action in menu.actions() if action.text() == "Save CSV…").trigger()
    lines = (tmp_path / "chart.csv").read_text().splitlines()
    assert lines == ["progress,a,b", "12.5,1.25,", "25,2.5,", "50,5.0,0.5", "100,,1.0"]
    menu.deleteLater()
    table.deleteLater()


def test_each_run_has_a_dash_of_its_own(chart: Chart, qtbot: QtBot) -> None:
    places = np.arange(1.0, 5)
    roles: tuple[SeriesRole, ...] = ("run_1", "run_2", "run_3", "run_4")
    chart.set_series([ChartSeries(role, role, places, places) for role in roles])
    chart.show()
    qtbot.waitUntil(lambda: bool(chart.accessibleDescription()))
    drawn: list[Any] = [item for item in chart.plot.items() if isinstance(item, pg.PlotCurveItem)]
    pens = [item.opts["pen"] for item in drawn if item.opts["pen"].widthF() == 2]
    assert len({tuple(pen.dashPattern()) for pen in pens}) == 4
    assert len({pen.color().name() for pen in pens}) == 4
