"""What can be done with a chart: its menu, behind the right button, the menu key and Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from app.language.engine_words import tr_engine
from app.language.translate import tr, tr_marked
from app.theme.theme import Theme
from app.widgets.chart_export import chart_picture, save_csv, save_png, save_svg
from app.widgets.chart_table import ChartTable
from engine.errors import EngineError

if TYPE_CHECKING:
    from app.widgets.chart import Chart

Writer = Callable[[Path], None]


def chart_menu(chart: Chart, theme: Theme) -> QMenu:
    """A fresh menu; the chart's own actions, such as Hide, come first."""
    menu = QMenu(chart)
    menu.addActions(chart.actions())
    if chart.actions():
        menu.addSeparator()
    whole = menu.addAction(tr_marked(chart.unit.whole))
    whole.triggered.connect(lambda _=False: chart.zoom.reset())
    whole.setEnabled(chart.zoom.span is not None)
    table = menu.addAction(tr("Show as table…"))
    table.triggered.connect(partial(_show_table, chart, theme))
    menu.addSeparator()
    copy = menu.addAction(tr("Copy image"))
    copy.triggered.connect(partial(_copy, chart))
    writers: tuple[tuple[str, str, Writer], ...] = (
        ("PNG", tr("Picture (*.png)"), partial(save_png, chart)),
        ("SVG", tr("Drawing (*.svg)"), partial(save_svg, chart)),
        ("CSV", tr("Table (*.csv)"), partial(save_csv, chart.series, unit=chart.unit)),
    )
    for kind, pattern, write in writers:
        action = menu.addAction(tr("Save {kind}…", kind=kind))
        action.triggered.connect(partial(_save, chart, kind, pattern, write))
        action.setEnabled(bool(chart.series))
    for action in (table, copy):
        action.setEnabled(bool(chart.series))
    return menu


def _show_table(chart: Chart, theme: Theme) -> None:
    dialog = ChartTable(theme, chart.accessibleName(), chart.series, chart.format_value, chart, unit=chart.unit)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _copy(chart: Chart) -> None:
    QGuiApplication.clipboard().setPixmap(chart_picture(chart))
    chart.noted.emit(tr("Copied the chart as a picture."), "ok")


def _save(chart: Chart, kind: str, pattern: str, write: Writer) -> None:
    suggested = f"{chart.accessibleName().lower().replace(' ', '-')}.{kind.lower()}"
    name, _ = QFileDialog.getSaveFileName(chart, tr("Save the chart as {kind}", kind=kind), suggested, pattern)
    if not name:
        return
    try:
        write(Path(name))
    except EngineError as error:
        chart.noted.emit(tr_engine(f"{error.message} {error.hint}"), "danger")
    else:
        chart.noted.emit(tr("Saved {name}.", name=Path(name).name), "ok")
