"""What the pairs are to teach, with the reason for every setting that this changes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.knobs import KNOBS
from app.models.recipes import PURPOSES, purpose_named
from app.models.setup import SetupModel
from app.widgets.describe import describe
from app.widgets.drop_down import DropDown
from app.widgets.label import Label


class PurposeRow(QWidget):
    """Choosing a purpose keeps the strength."""

    def __init__(self, setup: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self.choice = DropDown(
            [(each.name, tr_marked(each.title), tr_marked(each.help_text)) for each in PURPOSES], tr("What to teach")
        )
        describe(self.choice, tr("Sets what suits it; every setting can be changed afterwards"))
        self.choice.chosen.connect(lambda name: setup.choose_purpose(str(name)))
        self.help = Label("", "body", "text2", wrap=True)
        self.reasons = Label("", "caption", "text2", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(tr("What to teach"), "strong"))
        line.addWidget(self.choice)
        line.addWidget(self.help, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.reasons)
        setup.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        purpose = purpose_named(self._setup.purpose)
        self.choice.set_value(purpose.name)
        self.help.setText(tr_marked(purpose.help_text))
        reasons = [f"{_name(key)}: {tr_marked(reason)}" for key, _, reason in purpose.changes]
        self.reasons.setText("\n".join(reasons))
        self.reasons.setVisible(bool(reasons))


def _name(key: str) -> str:
    return KNOBS[key].name if key in KNOBS else tr("Weights of the mix")
