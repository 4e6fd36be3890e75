"""The line above a run that says which run of a sweep it is, and leads to the table of all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.sweep import SweepModel, SweepState
from app.models.words import counted
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
        self.go_on_button = Button(theme, "Go on with the sweep", icon="play", size="compact")
        self.go_on_button.clicked.connect(sweep.go_on)
        self.table_button = Button(theme, "Compare its runs", size="compact")
        self.table_button.clicked.connect(self.table_wanted)
        self.close_button = Button(theme, icon="x", kind="ghost", size="compact", name="Close the sweep")
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
            return f"The sweep is finished: {counted(len(sweep.points), 'run')}."
        if point is None:
            return ""
        values = f"beta {point.beta:g}, learning rate {rate(point.learning_rate)}"
        where = f"Sweep, run {sweep.number} of {len(sweep.points)}: {values}"
        return f"{where}. Halted; its other runs wait." if sweep.state is SweepState.HALTED else where
