"""The line above a run that says which run of a sweep it is, and leads to the table of all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.translate import tr, tr_count
from app.models.sweep import SweepModel, SweepState
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.chart_words import rate
from app.widgets.label import ElidedLabel


class SweepBar(Card):
    """Seen only while a sweep is in hand. `table_wanted` asks for the results."""

    table_wanted = Signal()

    def __init__(self, theme: Theme, sweep: SweepModel, parent: QWidget | None = None) -> None:
        super().__init__(padding=10, spacing=0, parent=parent)
        self._sweep = sweep
        self._words = ElidedLabel("", "body", "text2")
        self.go_on_button = Button(theme, tr("Go on with the sweep"), icon="play", size="compact")
        self.go_on_button.clicked.connect(sweep.go_on)
        self.table_button = Button(theme, tr("Compare its runs"), size="compact")
        self.table_button.clicked.connect(self.table_wanted)
        self.close_button = Button(theme, icon="x", kind="ghost", size="compact", name=tr("Close the sweep"))
        self.close_button.clicked.connect(sweep.dismiss)
        line = QHBoxLayout()
        line.setContentsMargins(6, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._words, 1)
        for button in (self.go_on_button, self.table_button, self.close_button):
            line.addWidget(button)
        self.layout_.addLayout(line)
        sweep.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def refresh(self) -> None:
        """Show the sweep as it is now."""
        sweep = self._sweep
        self.setVisible(sweep.state is not SweepState.NONE)
        self.go_on_button.setVisible(sweep.state is SweepState.HALTED)
        self.close_button.setVisible(sweep.state is not SweepState.RUNNING)
        self._words.setText(self._sentence())

    def _sentence(self) -> str:
        sweep, point = self._sweep, self._sweep.current
        if sweep.state is SweepState.FINISHED:
            return tr_count(
                "The sweep is finished: {count:,} run.", "The sweep is finished: {count:,} runs.", len(sweep.points)
            )
        if point is None:
            return ""
        values = tr("beta {beta:g}, learning rate {rate}", beta=point.beta, rate=rate(point.learning_rate))
        where = tr(
            "Sweep, run {number} of {points}: {values}", number=sweep.number, points=len(sweep.points), values=values
        )
        return tr("{where}. Halted; its other runs wait.", where=where) if sweep.state is SweepState.HALTED else where
