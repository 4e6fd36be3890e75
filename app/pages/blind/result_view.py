"""The end: who won, how sure that is, by group, and every vote with its sides revealed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import tr
from app.models.vote_table import VoteColumn, VoteTable
from app.pages.blind.tally_row import TallyRow
from app.pages.blind.win_rate_chart import WinRateChart
from app.theme.fonts import ui_font
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.button import Button
from app.widgets.card import Card
from app.widgets.label import ElidedLabel, Label
from app.widgets.range_bar import RangeBar
from app.widgets.table_look import dress_table
from engine.evaluation.report import count_names, lengths_in_words, reasons_in_words, share_words
from engine.evaluation.result import Tally, in_words, tally, tally_groups, verdict_in_words
from engine.evaluation.vote import Vote

_HIGHEST_TABLE = 440


class ResultView(QScrollArea):
    """`report_wanted`, `export_wanted` and `pairs_wanted` are its buttons; `go_on_wanted` asks for the rest."""

    report_wanted = Signal()
    export_wanted = Signal()
    pairs_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Vote, ...] = ()
        self._rate = Label("")
        self._rate.setFont(ui_font(36, 600))
        self._verdict = Label("", "card_title", wrap=True)
        self._sentence = Label("", "body", "text2", wrap=True)
        self.bar = RangeBar(theme, tr("Win rate of the trained model"))
        self._counts = TallyRow([tr_engine(name) for name, _ in count_names(Tally())], 5)
        self._lengths = Label("", "body", "text2", wrap=True)
        self.reasons = Label("", "body", "text2", wrap=True)
        self.chart = WinRateChart(theme)
        self._groups = QGridLayout()
        self._group_cells: list[QWidget] = []
        self._groups_card = Card(tr("By group"))
        self.table = QTableView()
        self.votes = VoteTable(self)
        self.report_button = Button(theme, tr("Save report"), icon="file-text")
        self.export_button = Button(theme, tr("Export votes"), icon="export")
        self.pairs_button = Button(theme, tr("Save as pairs"), icon="floppy-disk")
        self.go_on_button = Button(theme, tr("Go on voting"), "ghost", icon="play")
        for button, signal in (
            (self.report_button, self.report_wanted),
            (self.export_button, self.export_wanted),
            (self.pairs_button, self.pairs_wanted),
            (self.go_on_button, self.go_on_wanted),
        ):
            button.clicked.connect(signal)
        self._build()

    @property
    def words(self) -> str:
        """The result in words."""
        return f"{self._verdict.text()} {self._sentence.text()}"

    def show_result(self, votes: tuple[Vote, ...], *, is_complete: bool) -> None:
        """Show what these votes come to."""
        self.go_on_button.setVisible(not is_complete)
        if votes == self._shown and votes:
            return
        self._shown = votes
        counted = tally(votes)
        self._rate.setText(number(counted.rate, ".0%") if counted.decided else "–")
        self._verdict.setText(tr_engine(verdict_in_words(counted)))
        self._sentence.setText(tr_engine(in_words(counted)))
        interval = counted.interval
        self.bar.set_range(counted.rate if counted.decided else None, interval.low, interval.high)
        self._counts.show_numbers([number for _, number in count_names(counted)])
        self._lengths.setText(tr_engine(lengths_in_words(votes)))
        self.reasons.setText(tr_engine(reasons_in_words(votes)))
        self.reasons.setVisible(bool(self.reasons.text()))
        self.chart.show_votes(votes, counted.decided)
        self._show_groups(tally_groups(votes))
        self.votes.set_votes(votes)
        self.table.setFixedHeight(min(_HIGHEST_TABLE, METRICS.head_height + len(votes) * METRICS.row_height + 4))
        for button in (self.report_button, self.export_button):
            button.setEnabled(bool(votes))
        self.pairs_button.setEnabled(bool(counted.decided))
        self.pairs_button.setToolTip("" if counted.decided else tr("No vote has a preferred reply."))
        self.verticalScrollBar().setValue(0)

    def _show_groups(self, groups: dict[str, Tally]) -> None:
        for cell in self._group_cells:
            cell.hide()
            cell.deleteLater()
        self._group_cells = []
        self._groups_card.setVisible(len(groups) > 1)
        self._group_line(
            0, (tr("Prompts"), tr("Win rate"), tr("95% range"), tr("Decided"), tr("No preference")), "caption"
        )
        for line, (name, counted) in enumerate(groups.items(), start=1):
            cells = (name, *share_words(counted), str(counted.decided), str(counted.same + counted.both_bad))
            self._group_line(line, cells, "body")

    def _group_line(self, line: int, texts: Sequence[str], style: str) -> None:
        for column, text in enumerate(texts):
            tone = "text2" if style == "caption" else "text"
            kind = "caption" if style == "caption" else "body"
            cell = Label(text, kind, tone) if column else ElidedLabel(text, kind, tone)
            if column:
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._groups.addWidget(cell, line, column)
            self._group_cells.append(cell)

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(METRICS.card_gap)
        column.addWidget(self._result_card())
        self._groups.setHorizontalSpacing(24)
        self._groups.setColumnStretch(0, 1)
        self._groups_card.layout_.addLayout(self._groups)
        column.addWidget(self._groups_card)
        column.addWidget(self._votes_card())
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Result of the blind test"))

    def _result_card(self) -> Card:
        card = Card(tr("Result"), spacing=10)
        for button in (self.go_on_button, self.report_button, self.export_button, self.pairs_button):
            card.head.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(24)
        words, picture = QVBoxLayout(), QVBoxLayout()
        words.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._rate)
        line.addWidget(self._verdict, 1)
        words.addLayout(line)
        words.addWidget(self.bar)
        words.addWidget(self._sentence)
        words.addWidget(self._lengths)
        words.addWidget(self.reasons)
        words.addSpacing(8)
        words.addStretch(1)
        words.addWidget(self._counts)
        picture.addWidget(Label(tr("After each vote"), "caption", "text2", weight=500))
        picture.addWidget(self.chart, 1)
        top.addLayout(words, 3)
        top.addLayout(picture, 2)
        card.layout_.addLayout(top)
        return card

    def _votes_card(self) -> Card:
        card = Card(tr("Votes"), spacing=6)
        table = self.table
        table.setModel(self.votes)
        table.setAccessibleName(tr("Votes with the sides revealed"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = table.horizontalHeader()
        dress_table(table, head)
        head.setFont(ui_font(12, 500))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (VoteColumn.PROMPT, VoteColumn.REPLY_A, VoteColumn.REPLY_B):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for wide, width in ((VoteColumn.NUMBER, 44), (VoteColumn.GROUP, 120), (VoteColumn.VOTE, 120)):
            table.setColumnWidth(wide, width)
        card.layout_.addWidget(table)
        return card
