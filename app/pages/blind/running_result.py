"""The result so far, out of sight until somebody asks for it: knowing it can sway the next vote."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr
from app.pages.blind.tally_row import TallyRow
from app.pages.blind.win_rate_chart import WinRateChart
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.widgets.card import Card, hairline
from app.widgets.label import Label
from app.widgets.range_bar import RangeBar
from engine.evaluation.confidence import votes_to_settle
from engine.evaluation.report import count_names
from engine.evaluation.result import FEWEST_VOTES, VERDICT_WORDS, Tally, tally
from engine.evaluation.vote import Vote

WIDTH = 300
_HIGHEST_CHART = 260


class RunningResult(Card):
    """Says no number before there are enough votes for one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Win rate so far"), spacing=10, parent=parent)
        self.setFixedWidth(WIDTH)
        self._rate = Label("", "body")
        self._rate.setFont(ui_font(36, 600))
        self._range = Label("", "caption", "text2", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._rate)
        line.addWidget(self._range, 1)
        self.layout_.addLayout(line)
        self.bar = RangeBar(theme, tr("Win rate of the trained model so far"))
        self.layout_.addWidget(self.bar)
        self._verdict = Label("", "strong", wrap=True)
        self._more = Label("", "caption", "text2", wrap=True)
        self.layout_.addWidget(self._verdict)
        self.layout_.addWidget(self._more)
        self.layout_.addWidget(hairline())
        self.layout_.addWidget(Label(tr("After each vote"), "caption", "text2", weight=500))
        self.chart = WinRateChart(theme)
        self.chart.setMaximumHeight(_HIGHEST_CHART)
        self.layout_.addWidget(self.chart, 1)
        self.layout_.addWidget(hairline())
        self._counts = TallyRow([tr_engine(name) for name, _ in count_names(Tally())], 2)
        self.layout_.addWidget(self._counts)
        self.layout_.addStretch(0)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._rate.text()} {self._range.text()} {self._verdict.text()} {self._more.text()}"

    def show_votes(self, votes: tuple[Vote, ...], total: int) -> None:
        """Count and show."""
        counted = tally(votes)
        enough = counted.decided >= FEWEST_VOTES
        self._rate.setVisible(enough)
        self._rate.setText(number(counted.rate, ".0%") if enough else "")
        interval = counted.interval
        self._range.setText(
            tr("for the trained model\n95% range {low:.0%} to {high:.0%}", low=interval.low, high=interval.high)
            if enough
            else tr(
                "After {fewest_votes} votes with a preference there is a number here; so far there are {decided}.",
                fewest_votes=FEWEST_VOTES,
                decided=counted.decided,
            )
        )
        self.bar.set_range(counted.rate if enough else None, interval.low, interval.high)
        self._verdict.setText(f"{tr_engine(VERDICT_WORDS[counted.verdict])}.")
        self._more.setText(_outlook(counted) if enough else "")
        self._more.setVisible(bool(self._more.text()))
        self.chart.show_votes(votes if enough else (), total)
        self._counts.show_numbers([number if enough else "–" for _, number in count_names(counted)])


def _outlook(counted: Tally) -> str:
    more = votes_to_settle(counted.after, counted.before)
    if more == 0:
        return tr("The range stays valid if you stop now.")
    if more is None:
        return tr("At this rate very many votes would be needed to tell them apart.")
    return tr("About {more} more votes like these would settle it.", more=more)
