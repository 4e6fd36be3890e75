"""The loss, what it is for, and just the options that it reads."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.models.knobs import LOSS_KNOB, LOSS_OPTION_KNOBS, LOSS_TYPE, LOSS_WEIGHTS
from app.models.loss_setup import shown_option_knobs
from app.models.setup import SetupModel
from app.pages.train.knob_editor import make_editor
from app.pages.train.knob_row import KnobRow
from app.theme.theme import Theme
from app.widgets.drop_down import DropDown
from app.widgets.label import Label
from engine.preference.losses.thumb_balance import balance_advice

_WIDTH = 250


class LossRows(QWidget):
    """Follows the setup by itself; options that the loss would ignore are out of sight."""

    def __init__(self, theme: Theme, setup: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self._editor = make_editor(theme, setup, LOSS_KNOB)
        assert isinstance(self._editor.widget, DropDown)
        self.choice = self._editor.widget
        self.choice.setFixedWidth(_WIDTH)
        self.help = Label("", "caption", "text2", wrap=True)
        self.weights = Label("", "caption", "text2", wrap=True)
        self.data = Label("", "caption", "text2", wrap=True)
        self.rows = {knob.key: KnobRow(theme, setup, knob, compact=True) for knob in LOSS_OPTION_KNOBS}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        for row in self.rows.values():  # the names that practitioners know are long, so each has the whole width
            layout.addWidget(row)
        setup.changed.connect(self._show)
        self._show()

    def _head(self) -> QHBoxLayout:
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(Label(LOSS_KNOB.name, "strong"))
        name.addWidget(Label(LOSS_KNOB.technical, "code", "text3"))
        name.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(name)
        words.addWidget(self.help)
        words.addWidget(self.weights)
        words.addWidget(self.data)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(24)
        head.addLayout(words, 1)
        head.addWidget(self.choice)
        return head

    def _show(self) -> None:
        self._editor.show(self._setup.value(LOSS_TYPE), is_wrong=LOSS_TYPE in self._setup.errors)
        self.help.setText(self.choice.help_text())
        self.choice.setToolTip(self.choice.help_text())
        self.weights.setText(_weights_in_words(self._setup))
        self.weights.setVisible(bool(self.weights.text()))
        self.data.setText(_data_in_words(self._setup))
        self.data.setVisible(bool(self.data.text()))
        has_thumbs = self._setup.thumbs is not None
        self.choice.setEnabled(not has_thumbs)
        if has_thumbs:
            self.choice.setToolTip(
                tr("The open file holds replies with thumbs, and of the losses only KTO takes them.")
            )
        shown = {knob.key for knob in shown_option_knobs(self._setup.values)}
        for key, row in self.rows.items():
            row.setVisible(key in shown)


def _data_in_words(setup: SetupModel) -> str:
    """What the open file is to a loss on thumbs; empty for all others."""
    if not setup.takes_thumbs:
        return ""
    if setup.thumbs is None:
        return tr("Each pair counts twice: a thumb up for its chosen reply, and a thumb down for the rejected one.")
    weights = [setup.value(f"training.{name}") for name in ("desirable_weight", "undesirable_weight")]
    counts = tr("{up:,} thumbs up, {down:,} down.", up=setup.thumbs[0], down=setup.thumbs[1])
    if not all(isinstance(weight, float) and weight > 0 for weight in weights):
        return counts
    return f"{counts} {balance_advice(*setup.thumbs, *weights)}".strip()


def _weights_in_words(setup: SetupModel) -> str:
    names, weights = setup.value(LOSS_TYPE), setup.value(LOSS_WEIGHTS)
    if len(names) == 1 and not weights:
        return ""
    each = [
        f"{number(weight, 'g')} × {name}" for name, weight in zip(names, weights or [1.0] * len(names), strict=True)
    ]
    return " + ".join(each)
