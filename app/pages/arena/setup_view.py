"""What the Arena does next: who answers and how, which prompts are asked, how many pairs are wanted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_count, tr_labels, tr_marked
from app.models.arena_setup import ArenaSource
from app.models.session import Session
from app.pages.blind.prompt_parts import CountChoice, FileChoice, SuiteChoice
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.describe import describe
from app.widgets.drop_down import DropDown
from app.widgets.label import Label
from app.widgets.number_box import NumberBox
from app.widgets.segmented_control import SegmentedControl
from engine.arena.plan import MOST_PAIRS, Difference
from engine.chat.generate import Side

_DIFFERENCES: tuple[tuple[Difference, str], ...] = (
    ("seeds", mark("Two seeds")),
    ("temperatures", mark("Two temperatures")),
    ("models", mark("Two models")),
)
_SOURCES: tuple[tuple[ArenaSource, str], ...] = (
    ("typed", mark("Type them")),
    ("file", mark("From a file")),
    ("suites", mark("Built-in suites")),
)
_MEANING: dict[Difference, str] = {
    "seeds": mark("One model answers twice, each time with other random numbers."),
    "temperatures": mark(
        "One model answers at two temperatures: the lower one is steadier, the higher one more daring."
    ),
    "models": mark("Two models answer: any two of the original, its runs and their checkpoints."),
}
_WHY = mark(
    "The model answers each prompt twice, and you pick the better reply without knowing which is which. Each "
    "pick is a pair to train on. Correct the better reply, and the pair says most."
)
_FILE_HELP = mark(
    "Plain text with a prompt on each line, JSON lines with a prompt in each, or any preference file. The "
    "topic is what JSON lines call group, category, topic or kind, else the file's name."
)
_SUITE_HELP = mark(
    "Twelve prompts each; the suite is the topic. Once you trained on them, ask others in the blind test."
)
_TYPED_HELP = mark("You type one prompt after the other, and may name a topic for each.")
_GOAL_HELP = mark("About 200 are a good start for tone or style. Stop, train and go on whenever you like.")
_WIDEST = 720
_LONGEST_ABOUT = 60
_LONGEST_REPLY = 4096


class ArenaSetupView(QScrollArea):
    """Choices count once `begin` is called on the setup."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._setup = session.arena_setup
        self.difference: SegmentedControl[Difference] = SegmentedControl(
            theme, tr_labels(_DIFFERENCES), tr("Replies differ by")
        )
        describe(self.difference, tr("In what the two replies to a prompt differ"))
        self.difference.chosen.connect(lambda value: self._setup.change(difference=value))
        self._meaning = Label("", "body", "text2", wrap=True)
        self.speakers: dict[Side, DropDown] = {
            "before": _speaker(tr("Who answers"), tr("The original, a run, or one of its checkpoints")),
            "after": _speaker(tr("Who answers beside it"), tr("The original, a run, or one of its checkpoints")),
        }
        for side, choice in self.speakers.items():
            choice.chosen.connect(partial(self._setup.panes.choose, side))
        self.temperatures = (_temperature(tr("Temperature")), _temperature(tr("Other temperature")))
        for box in self.temperatures:
            box.valueChanged.connect(self._set_temperatures)
        self.longest = NumberBox(tr("Longest reply"), decimals=0)
        self.longest.setRange(1, _LONGEST_REPLY)
        self.longest.setFixedWidth(104)
        describe(self.longest, tr("In tokens; a reply that is cut teaches to stop there"))
        self.longest.valueChanged.connect(lambda value: self._setup.change(max_new_tokens=round(value)))
        self.source: SegmentedControl[ArenaSource] = SegmentedControl(theme, tr_labels(_SOURCES), tr("Prompts"))
        describe(self.source, tr("Where the prompts come from"))
        self.source.chosen.connect(self._setup.choose_source)
        self.file = FileChoice(theme, self._setup.prompts, tr_marked(_FILE_HELP))
        self.suites = SuiteChoice(self._setup.prompts, tr_marked(_SUITE_HELP))
        self.count = CountChoice(self._setup.prompts, tr("More prompts than you want pairs: some give none"))
        self._details = QStackedWidget()
        self.waiting = Label("", "body", "text2")
        self.drop_button = Button(theme, tr("Leave them out"), "ghost", icon="x", size="compact")
        self.drop_button.clicked.connect(session.arena.drop_waiting)
        self._waiting_line = QWidget()
        self.goal = NumberBox(tr("Pairs to collect"), decimals=0)
        self.goal.setRange(1, MOST_PAIRS)
        self.goal.setFixedWidth(104)
        describe(self.goal, tr_marked(_GOAL_HELP))
        self.goal.valueChanged.connect(lambda value: self._setup.change(goal=round(value)))
        self.about = QLineEdit()
        self.about.setAccessibleName(tr("What they are to teach"))
        self.about.setPlaceholderText(tr("tone, for example"))
        self.about.setMaxLength(_LONGEST_ABOUT)
        describe(self.about, tr("In your words, as a reminder while you pick"))
        self.about.textEdited.connect(lambda text: self._setup.change(about=text.strip()))
        self.reason = Label("", "body", "warn", wrap=True)
        self.model_button = Button(theme, tr("Go to Model"), trailing="arrow-right")
        self.model_button.clicked.connect(lambda: session.page_wanted.emit("model"))
        self._rows: dict[str, QWidget] = {}
        self._build()
        self.refresh()

    @property
    def first_control(self) -> QWidget:
        """Where the keyboard begins while something is missing."""
        return self.model_button if not self.model_button.isHidden() else self.goal

    def refresh(self) -> None:
        """Show the choices as they are now."""
        setup, plan, arena = self._setup, self._setup.plan, self._session.arena
        self.difference.set_value(plan.difference)
        self._meaning.setText(tr_marked(_MEANING[plan.difference]))
        self._rows["after"].setVisible(plan.difference == "models")
        self._rows["other"].setVisible(plan.difference == "temperatures")
        speakers = setup.panes.speakers
        for side, choice in self.speakers.items():
            speaker = setup.panes.speaker(side)
            offered: list[tuple[object, str, str]] = [
                (one.key, f"{one.name}, {one.note}", f"{one.name}: {one.note}") for one in speakers
            ]
            if speaker is None:
                offered.insert(0, ("", tr("Nothing trained yet") if speakers else tr("No model yet"), ""))
            choice.offer_instead(offered)
            choice.set_value(speaker.key if speaker else "")
            choice.setEnabled(len(offered) > 1)
        for box, value in zip(self.temperatures, plan.temperatures, strict=True):
            box.set_quietly(value)
        self.longest.set_quietly(plan.max_new_tokens)
        self.goal.set_quietly(plan.goal)
        if self.about.text().strip() != plan.about:
            self.about.setText(plan.about)
        self.source.set_value(setup.source)
        self._details.setCurrentIndex([source for source, _ in _SOURCES].index(setup.source))
        self.count.setVisible(setup.source != "typed")
        waiting = len(arena.waiting)
        self._waiting_line.setVisible(bool(waiting))
        self.waiting.setText(
            tr_count(
                "{count:,} prompt from before waits already.",
                "{count:,} prompts from before wait already.",
                waiting,
            )
        )
        self.reason.setText(setup.why_not_begin)
        self.reason.setVisible(bool(setup.why_not_begin))
        self.model_button.setVisible(not speakers)

    def _set_temperatures(self) -> None:
        first, second = (box.value() for box in self.temperatures)
        self._setup.change(temperatures=(first, second))

    # ------------------------------------------------------------ parts

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Label(tr_marked(_WHY), "body", "text2", wrap=True))
        column.addWidget(self.reason)
        column.addWidget(self.model_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._replies_card())
        column.addWidget(self._prompts_card())
        column.addWidget(self._goal_card())
        column.addStretch(1)
        outer = QWidget()
        outer.setProperty("clear", True)
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(outer)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Set up the Arena"))

    def _replies_card(self) -> Card:
        card = Card(tr("Replies"), spacing=12)
        card.layout_.addWidget(self.difference, 0, Qt.AlignmentFlag.AlignLeft)
        card.layout_.addWidget(self._meaning)
        parts: tuple[tuple[str, str, QWidget, str], ...] = (
            ("before", tr("Who answers"), self.speakers["before"], ""),
            ("after", tr("And beside it"), self.speakers["after"], ""),
            ("temperature", tr("Temperature"), self.temperatures[0], tr("higher: the replies differ more")),
            ("other", tr("Other temperature"), self.temperatures[1], ""),
            ("longest", tr("Longest reply"), self.longest, tr("in tokens")),
        )
        for name, label, control, note in parts:
            self._rows[name] = _row(label, control, note)
            card.layout_.addWidget(self._rows[name])
        return card

    def _prompts_card(self) -> Card:
        card = Card(tr("Prompts"), spacing=12)
        card.layout_.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        for page in (_top(Label(tr_marked(_TYPED_HELP), "body", "text2", wrap=True)), self.file, self.suites):
            self._details.addWidget(page)
        card.layout_.addWidget(self._details)
        card.layout_.addWidget(self.count)
        line = QHBoxLayout(self._waiting_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.waiting)
        line.addWidget(self.drop_button)
        line.addStretch(1)
        card.layout_.addWidget(self._waiting_line)
        return card

    def _goal_card(self) -> Card:
        card = Card(tr("Goal"), spacing=12)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(tr("Pairs to collect"), "body", weight=500))
        line.addWidget(self.goal)
        line.addWidget(Label(tr("for", "a topic"), "body", "text2"))
        line.addWidget(self.about, 1)
        card.layout_.addLayout(line)
        card.layout_.addWidget(Label(tr_marked(_GOAL_HELP), "body", "text2", wrap=True))
        return card


def _speaker(name: str, help_text: str) -> DropDown:
    choice = DropDown([], name)
    describe(choice, help_text)
    return choice


def _temperature(name: str) -> NumberBox:
    box = NumberBox(name)
    box.setRange(0.0, 2.0)
    box.setSingleStep(0.1)
    box.setFixedWidth(104)
    describe(box, tr("0 always takes the likeliest word; the higher, the more the replies differ"))
    return box


def _row(label: str, control: QWidget, note: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    name = Label(label, "body", weight=500)
    name.setFixedWidth(130)
    line.addWidget(name)
    line.addWidget(control, 0 if note or isinstance(control, NumberBox) else 1)
    if note:
        line.addWidget(Label(note, "caption", "text2"))
    if note or isinstance(control, NumberBox):
        line.addStretch(1)
    return row


def _top(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return page
