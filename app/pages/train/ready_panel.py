"""The panel beside the settings: is everything there, how much work is it, and the button that begins it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import mark, tr, tr_marked
from app.models.loss_setup import needs_reference
from app.models.outlook_words import duration_words
from app.models.readiness import ReadyCheck, Workload, ready_checks, workload
from app.models.session import Session
from app.theme.theme import Theme
from app.theme.tokens import Tone
from app.widgets.button import Button
from app.widgets.card import Card, hairline
from app.widgets.check_line import CheckLine
from app.widgets.label import Label
from app.widgets.stage_list import StageList

_SIGNS: dict[str, tuple[str, Tone]] = {
    "ok": ("check-circle", "ok"),
    "look": ("warning", "warn"),
    "missing": ("", "neutral"),
}
_NEXT = (
    (mark("Score with the original"), ""),
    (mark("Train"), mark("The original files are never changed")),
    (mark("Test on what is held back"), ""),
    (mark("Save"), ""),
)
_SCORE, _TEST, _SAVE = 0, 2, 3
_NO_REFERENCE = mark("Left out: this loss compares with nothing")
_REFERENCE = mark("The model as it is now is the reference")
_SAFE = mark("You can pause, close the window or lose power. Training resumes from the last saved step.")


class ReadyPanel(Card):
    """`train_wanted` when the button is pressed, `sweep_wanted` by the one below; enabled when nothing is missing."""

    train_wanted = Signal()
    sweep_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ready to train"), padding=18, spacing=10, parent=parent)
        self._session = session
        self._is_low = False
        self.lines = [CheckLine(theme) for _ in ready_checks(session)]
        for place, line in enumerate(self.lines):
            line.clicked.connect(lambda _=False, place=place: self._go(place))
            self.layout_.addWidget(line)
        self.layout_.addWidget(hairline())
        self._steps, self._steps_note = Label("–", "value"), Label("", "caption", "text2")
        self._time, self._time_note = Label("–", "value"), Label("", "caption", "text2")
        figures = QHBoxLayout()
        figures.addLayout(_figure(tr("Time"), self._time, self._time_note), 1)
        figures.addLayout(_figure(tr("Steps"), self._steps, self._steps_note), 1)
        self.layout_.addLayout(figures)
        self._stages = StageList(theme, [(tr_marked(title), tr_marked(note)) for title, note in _NEXT])
        self._foldable = (hairline(), Label(tr("What happens next"), "strong"), self._stages)
        for widget in self._foldable:
            self.layout_.addWidget(widget)
        self.layout_.addStretch(1)
        self.button = Button(theme, tr("Train", "button"), "primary", icon="lightning", key="Ctrl ↵", size="hero")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.train_wanted)
        self.sweep_button = Button(theme, tr("Try several values…"))
        self.sweep_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sweep_button.clicked.connect(self.sweep_wanted)
        self._reason = Label(tr_marked(_SAFE), "caption", "text2", wrap=True)
        self.layout_.addWidget(self.button)
        self.layout_.addWidget(self.sweep_button)
        self.layout_.addWidget(self._reason)
        session.changed.connect(self.refresh)
        session.outlook.changed.connect(self._show_time)
        self.refresh()

    def set_low(self, low: bool) -> None:
        """Where the window is low, the buttons matter more than what comes after them."""
        self._is_low = low
        for widget in self._foldable:
            widget.setVisible(not low)
        self._reason.setVisible(not low or not self.button.isEnabled())
        self.layout_.invalidate()  # a panel out of sight would keep asking for the room that it had
        self.updateGeometry()

    def refresh(self) -> None:
        """Check again."""
        checks = ready_checks(self._session)
        for line, check in zip(self.lines, checks, strict=True):
            line.set_check(*_SIGNS[check.state], check.title, check.text)
        self._show_workload(workload(self._session))
        self._show_time()
        why_not = self._session.why_not_train
        self.button.setEnabled(not why_not)
        self.button.setToolTip(why_not)
        self.sweep_button.setEnabled(not why_not)
        self.sweep_button.setToolTip(why_not or tr("Train with several betas and learning rates, one after the other"))
        self._reason.setText(why_not or tr_marked(_SAFE))
        self._reason.setVisible(bool(why_not) or not self._is_low)
        self._reason.set_tone("danger" if why_not and self._all_there(checks) else "text2")

    def _all_there(self, checks: list[ReadyCheck]) -> bool:
        return all(check.state != "missing" for check in checks)

    def _show_workload(self, work: Workload | None) -> None:
        every = self._session.setup.value("training.evaluate_every")
        if work is None:
            self._steps.setText("–")
            self._steps_note.setText(tr("known with data"))
            self._stages.set_note(_TEST, tr("At even distances"))
        else:
            self._steps.setText(number(work.steps, ","))
            self._steps_note.setText(tr("{steps_per_epoch:,} for each epoch", steps_per_epoch=work.steps_per_epoch))
            times = (
                tr("Every {every} steps", every=every)
                if every
                else tr("{value} times, every {steps} steps", value=min(8, work.steps), steps=-(-work.steps // 8))
            )
            self._stages.set_note(_TEST, times if work.held_back else tr("None are held back"))
        compares = needs_reference(self._session.setup.values)
        self._stages.set_note(_SCORE, tr_marked(_REFERENCE) if compares else tr_marked(_NO_REFERENCE))
        self._stages.set_note(_SAVE, f"runs/{self._session.suggested_name()}")

    def _show_time(self) -> None:
        outlook = self._session.outlook
        counted = outlook.shown.counted if outlook.shown is not None else None
        self._time.setText(duration_words(counted.duration) if counted is not None else "–")
        if counted is not None:
            self._time_note.setText(tr("estimated"))
        else:
            self._time_note.setText(tr("being estimated") if outlook.is_counting else tr("known with data and model"))

    def _go(self, number: int) -> None:
        self._session.page_wanted.emit(ready_checks(self._session)[number].page)


def _figure(title: str, value: Label, note: Label) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(Label(title, "caption", "text2"))
    column.addWidget(value)
    column.addWidget(note)
    return column
