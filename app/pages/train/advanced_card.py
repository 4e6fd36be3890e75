"""The rest of the plan's knobs, folded away behind a line that says how they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from app.language.translate import tr
from app.models.knobs import ADVANCED_KNOBS, NumberEditor
from app.models.loss_setup import LOSS_KEYS, loss_title
from app.models.setup import SetupModel
from app.pages.train.knob_row import KnobRow
from app.pages.train.loss_rows import LossRows
from app.theme.theme import Theme
from app.widgets.card import Card, hairline
from app.widgets.fold_header import FoldHeader


class AdvancedCard(Card):
    """Two columns of knobs once unfolded; it unfolds by itself to show an error."""

    def __init__(self, theme: Theme, setup: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._setup = setup
        self._keys = {knob.key for knob in ADVANCED_KNOBS} | LOSS_KEYS
        self.header = FoldHeader(theme, tr("Advanced"))
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.addWidget(hairline(), 0, 0, 1, 2)
        self.loss = LossRows(theme, setup)
        grid.addWidget(self.loss, 1, 0, 1, 2)
        grid.addWidget(hairline(), 2, 0, 1, 2)
        # Choices need the whole width; numbers stand two in a line.
        numbers = [knob for knob in ADVANCED_KNOBS if isinstance(knob.editor, NumberEditor)]
        choices = [knob for knob in ADVANCED_KNOBS if knob not in numbers]
        self._rows = {knob: KnobRow(theme, setup, knob, compact=True) for knob in (*choices, *numbers)}
        for line, knob in enumerate(choices, start=3):
            grid.addWidget(self._rows[knob], line, 0, 1, 2)
        for index, knob in enumerate(numbers):
            grid.addWidget(self._rows[knob], 3 + len(choices) + index // 2, index % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._body.hide()
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self._body)
        self.header.toggled.connect(self._body.setVisible)
        setup.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.header.set_summary(advanced_summary(self._setup))
        for knob, row in self._rows.items():
            row.setVisible(self._setup.applies(knob))
        if self._keys & self._setup.errors.keys():
            self.header.setChecked(True)


def advanced_summary(setup: SetupModel) -> str:
    """The folded knobs in one line."""
    every = setup.value("training.evaluate_every")
    parts = (
        loss_title(setup.values),
        tr("batch {value}", value=setup.value("training.batch_size")),
        tr("warm-up {value:.0%}", value=setup.value("training.warmup_ratio")),
        str(setup.value("training.schedule")),
        tr("evaluate every {every} steps", every=every) if every else tr("evaluate 8 times"),
        tr("seed {value}", value=setup.value("training.seed")),
    )
    return " · ".join(parts)
