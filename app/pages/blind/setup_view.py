"""What the next blind test asks: who is compared, where the prompts come from, how many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_labels, tr_marked
from app.models.blind_setup import PromptSource
from app.models.session import Session
from app.pages.blind.prompt_parts import CountChoice, FileChoice, SuiteChoice
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.segmented_control import SegmentedControl
from engine.chat.transcript import sampling_in_words

_SOURCES: tuple[tuple[PromptSource, str], ...] = (
    ("held_back", mark("Held back")),
    ("file", mark("From a file")),
    ("suites", mark("Built-in suites")),
)
_FILE_HELP = mark("Any preference file, JSON lines with a prompt in each, or plain text with a prompt on each line.")
_WIDEST = 720
_WHY = mark(
    "For each prompt you see two replies without names and say which is better. Which model stands on which "
    "side is shuffled each time and told only at the end. About 30 votes show a clear difference; a small "
    "one takes more."
)


class SetupView(QScrollArea):
    """Choices count from the next test on."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._setup = session.blind_setup
        self.source: SegmentedControl[PromptSource] = SegmentedControl(theme, tr_labels(_SOURCES), tr("Prompts"))
        describe(self.source, tr("Where the prompts of the test come from"))
        self.source.chosen.connect(self._setup.choose_source)
        self.file = FileChoice(theme, self._setup.prompts, tr_marked(_FILE_HELP))
        self.suites = SuiteChoice(self._setup.prompts, tr("Twelve prompts each, counted as a group of their own."))
        self.count = CountChoice(self._setup.prompts, tr("More prompts settle the result; you may stop at any time."))
        self.past_button = Button(theme, tr("Show the last result"), "ghost", icon="scales")
        self.past_button.clicked.connect(session.blind.show_past)
        self._who = Label("", "body", "text2", wrap=True)
        self.reason = Label("", "body", "warn", wrap=True)
        self.train_button = Button(theme, tr("Go to Train"), trailing="arrow-right")
        self.train_button.clicked.connect(lambda: session.page_wanted.emit("train"))
        self._sampling = Label("", "body", "text2", wrap=True)
        self._details = QStackedWidget()
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show the choices as they are now."""
        setup = self._setup
        who = setup.contestants
        self._who.setText(
            tr(
                "{model_name} as it was, against the same model as {run} trained it.",
                model_name=who.model_name,
                run=who.run,
            )
            if who
            else tr("There is no trained model yet.")
        )
        self._sampling.setText(
            tr(
                "Drawn as on the Compare page: {sampling_in_words}. Both sides draw the same random numbers, "
                "anew for each prompt.",
                sampling_in_words=tr_engine(sampling_in_words(self._session.chat.sampling)),
            )
        )
        self.source.set_value(setup.source)
        self._details.setCurrentIndex([source for source, _ in _SOURCES].index(setup.source))
        self.reason.setText(setup.why_not_begin)
        self.reason.setVisible(bool(setup.why_not_begin))
        self.train_button.setVisible(who is None)
        self.past_button.setVisible(self._session.blind.past_test is not None)

    # ------------------------------------------------------------ parts

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(
            self._card(tr("Who is compared"), self._who, Label(tr_marked(_WHY), "body", "text2", wrap=True))
        )
        column.addWidget(self._prompts_card())
        column.addWidget(self._card(tr("Replies"), self._sampling))
        column.addWidget(self.reason)
        column.addWidget(self.train_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.past_button, 0, Qt.AlignmentFlag.AlignLeft)
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
        self.setAccessibleName(tr("New blind test"))

    def _card(self, title: str, *widgets: QWidget) -> Card:
        card = Card(title)
        for widget in widgets:
            card.layout_.addWidget(widget)
        return card

    def _prompts_card(self) -> Card:
        card = Card(tr("Prompts"), spacing=12)
        card.layout_.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        held_back = Label(
            tr("Prompts of the run's data that were kept out of training, so the test asks nothing that was learnt."),
            "body",
            "text2",
            wrap=True,
        )
        for page in (_top(held_back), self.file, self.suites):
            self._details.addWidget(page)
        card.layout_.addWidget(self._details)
        card.layout_.addWidget(self.count)
        return card


def _top(widget: QWidget) -> QWidget:
    """The widget at the top of a page of its own."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(widget)
    column.addStretch(1)
    return page
