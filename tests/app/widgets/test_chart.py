"""The live chart: when it paints, what it says, and one cursor for several."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.words import signed_number
from app.theme.theme import Theme
from app.widgets.chart import Chart
from app.widgets.chart_cursor import ChartCursor
from app.widgets.chart_data import ChartSeries, SeriesRole
from app.widgets.chart_words import percentage, plain_number, short_number


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
