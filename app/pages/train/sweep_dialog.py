"""Which values of beta and learning rate a sweep tries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import tr, tr_count
from app.models.readiness import workload
from app.models.session import Session
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.chart_words import plain_rate
from app.widgets.dialog import Dialog
from app.widgets.label import Label
from engine.errors import PlanError
from engine.plan import RunPlan
from engine.sweep.grid import sweep_points

_WIDTH = 480
_MOST_RUNS = 30


class SweepDialog(Dialog):
    """`wanted(betas, rates)` once both lists hold numbers that the plan can have."""

    wanted = Signal(object, object)

    def __init__(self, theme: Theme, session: Session, plan: RunPlan, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Which values should be tried?"), _WIDTH, parent)
        self._session = session
        self._plan = plan
        beta, learning_rate = plan.training.beta, plan.training.learning_rate
        self.betas = self._field(
            tr("Closeness to the original, beta"), (beta / 2, beta, beta * 2), lambda it: f"{it:g}"
        )
        self.rates = self._field(tr("Learning rate"), (learning_rate / 2, learning_rate, learning_rate * 2), plain_rate)
        self._note = Label("", "body", "text2", wrap=True)
        self.cancel_button = Button(theme, tr("Cancel"), key="Esc")
        self.cancel_button.clicked.connect(self.reject)
        self.start_button = Button(theme, tr("Start sweep"), "primary", key="↵")
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self._start)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.start_button)
        self.layout_of_body.insertWidget(
            1,
            Label(
                tr(
                    "Every beta is trained with every learning rate, one run after the other, and a table "
                    "compares them. Numbers stand with commas between them."
                ),
                "body",
                "text2",
                wrap=True,
            ),
        )
        self.layout_of_body.addWidget(self._note)
        self.layout_of_body.addSpacing(8)
        self.layout_of_body.addLayout(buttons)
        self._check()
        self.betas.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def note(self) -> str:
        """What it says of the values."""
        return self._note.text()

    def _field(self, name: str, values: tuple[float, ...], written: Callable[[float], str]) -> QLineEdit:
        field = QLineEdit(", ".join(map(written, values)))
        field.setAccessibleName(name)
        field.setAccessibleDescription(tr("The values that are tried, with commas between them"))
        field.textChanged.connect(self._check)
        self.layout_of_body.addWidget(Label(name, "caption", "text2"))
        self.layout_of_body.addWidget(field)
        return field

    def _check(self) -> None:
        """Say how much work it is, or what is wrong."""
        problem, runs = "", 0
        try:
            runs = len(sweep_points(self._plan, numbers(self.betas.text()), numbers(self.rates.text())))
        except (PlanError, ValueError) as error:
            problem = tr_engine(error.message) if isinstance(error, PlanError) else str(error)
        if runs > _MOST_RUNS:
            problem = tr(
                "These are {runs} runs; {most_runs} at most are tried at once.", runs=runs, most_runs=_MOST_RUNS
            )
        self._note.setText(problem or self._account(runs))
        self._note.set_tone("danger" if problem else "text2")
        self.start_button.setEnabled(not problem)

    def _account(self, runs: int) -> str:
        work = workload(self._session)
        each = tr_count(", each of {count:,} step", ", each of {count:,} steps", work.steps) if work else ""
        shared = tr(" The original scores the data once for all of them.") if runs > 1 else ""
        return tr_count("{count:,} run{each}.{shared}", "{count:,} runs{each}.{shared}", runs, each=each, shared=shared)

    def _start(self) -> None:
        if self.start_button.isEnabled():
            self.wanted.emit(numbers(self.betas.text()), numbers(self.rates.text()))
            self.accept()


def numbers(text: str) -> tuple[float, ...]:
    """The numbers of a list with commas. Raises `ValueError` with a sentence for what is none."""
    found: list[float] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        try:
            found.append(float(part))
        except ValueError:
            raise ValueError(tr("“{part}” is not a number. Write it as 0.1 or 5e-5.", part=part)) from None
    if not found:
        raise ValueError(tr("Write one value at least."))
    return tuple(found)
