"""The button that says which charts are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.language.translate import tr, tr_marked
from app.pages.train.chart_kinds import CHART_KINDS
from app.pages.train.charts import RunCharts
from app.theme.theme import Theme
from app.widgets.button import Button


class ChartChoice(Button):
    """Opens a menu with a tick for each chart that is shown."""

    def __init__(self, theme: Theme, charts: RunCharts, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Charts"), size="compact", trailing="caret-down", parent=parent)
        self._charts = charts
        self.setToolTip(tr("Which curves of the run are shown"))
        self.clicked.connect(self._open)

    def menu_of_charts(self) -> QMenu:
        """A fresh menu."""
        menu = QMenu(self)
        for kind in CHART_KINDS:
            action = menu.addAction(tr_marked(kind.title))
            action.setCheckable(True)
            action.setChecked(kind.name in self._charts.shown)
            action.toggled.connect(partial(self._charts.set_shown_by_hand, kind.name))
        menu.addSeparator()
        whole = menu.addAction(tr("Show the whole run"))
        whole.setEnabled(self._charts.zoom.span is not None)
        whole.triggered.connect(lambda _=False: self._charts.zoom.reset())
        return menu

    def _open(self) -> None:
        menu = self.menu_of_charts()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
