"""The few knobs that matter, in one card, and how far they are from their recipe."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.knobs import MAIN_KNOBS, Knob
from app.models.setup import SetupModel
from app.pages.train.knob_row import KnobRow
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card, hairline
from app.widgets.label import Label


class KnobsCard(Card):
    """Beta, learning rate, epochs, what is tuned, rank and longest pair; a knob that says nothing is out of sight."""

    def __init__(self, theme: Theme, setup: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, spacing=0, parent=parent)
        self._setup = setup
        self.match = Label("", "caption", "text2")
        self.reset_button = Button(theme, tr("Reset"), "ghost", icon="arrow-counter-clockwise", size="compact")
        self.reset_button.clicked.connect(setup.reset)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 16, 6)
        head.addWidget(Label(tr("Settings"), "strong"))
        head.addStretch(1)
        head.addWidget(self.match)
        head.addWidget(self.reset_button)
        frame = QWidget()
        frame.setLayout(head)
        frame.setMinimumHeight(40)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self._rows: list[tuple[Knob, QWidget, QWidget]] = []
        for knob in MAIN_KNOBS:
            line, row = hairline(), KnobRow(theme, setup, knob)
            rows.addWidget(line)
            rows.addWidget(row)
            self._rows.append((knob, line, row))
        self.layout_.addWidget(frame)
        self.layout_.addLayout(rows)
        setup.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        changed = self._setup.is_changed
        title = tr_marked(self._setup.base.title)
        self.match.setText(tr("Changed from {title}", title=title) if changed else tr("Matches {title}", title=title))
        self.reset_button.setVisible(changed)
        for knob, line, row in self._rows:
            line.setVisible(self._setup.applies(knob))
            row.setVisible(self._setup.applies(knob))
