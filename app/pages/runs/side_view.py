"""Beside the curves: the current run in detail, or what differs between the marked ones."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_labels
from app.models.run_overlay import RunOverlay
from app.pages.runs.comparison_card import ComparisonCard
from app.pages.runs.details_card import DetailsCard
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.describe import describe
from app.widgets.segmented_control import SegmentedControl

_SHOWN = (("run", mark("This run")), ("differences", mark("Differences")))


class SideView(QWidget):
    """Turns to the differences by itself when a second run is marked, and back when fewer than two are left."""

    def __init__(self, theme: Theme, overlay: RunOverlay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._had_two = False
        self.shown: SegmentedControl[str] = SegmentedControl(theme, tr_labels(_SHOWN), tr("Beside the curves"))
        describe(self.shown, tr("The current run in detail, or what differs between the marked runs"))
        self.shown.set_value("run")
        self.shown.chosen.connect(lambda _: self._show())
        self.details = DetailsCard(theme)
        self.comparison = ComparisonCard(theme, overlay)
        self.all_button = Button(theme, tr("Show all"), "ghost", size="compact")
        self.all_button.setCheckable(True)
        self.all_button.toggled.connect(self.comparison.rows.show_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.details)
        self._stack.addWidget(self.comparison)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.shown)
        head.addStretch(1)
        head.addWidget(self.all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.comparison.rows.modelReset.connect(self._show)
        self._show()

    def follow_marks(self, marked: int) -> None:
        """Turn to what the number of marked runs makes interesting."""
        if (marked > 1) != self._had_two:
            self._had_two = marked > 1
            self.shown.set_value("differences" if self._had_two else "run")
            self._show()

    def _show(self) -> None:
        rows, is_comparing = self.comparison.rows, self.shown.value == "differences"
        self._stack.setCurrentWidget(self.comparison if is_comparing else self.details)
        self.all_button.setVisible(is_comparing and rows.total > 0)
        shows_all = self.all_button.isChecked()
        self.all_button.set_label(
            tr("Show {differing} that differ", differing=rows.differing)
            if shows_all
            else tr("Show all {total}", total=rows.total)
        )
