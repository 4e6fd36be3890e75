"""What a reward report says: its sentences, one of its tables at a time, and the reliability curve."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.background.reward_report_job import RewardsReported
from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_count, tr_labels
from app.pages.reward_report.reliability_chart import ReliabilityChart
from app.pages.reward_report.section_table import SectionTable
from app.theme.theme import Theme
from app.widgets.describe import describe
from app.widgets.label import Label
from app.widgets.segmented_control import SegmentedControl
from engine.evaluation.reward_report_words import SectionKind, note_on_few, reward_headline, reward_sections

_KINDS: tuple[tuple[SectionKind, str], ...] = (
    ("group", mark("By group")),
    ("length", mark("By length")),
    ("margin", mark("By margin")),
    ("sureness", mark("Reliability")),
)
_TABLE_HEIGHT = 232  # a head and five lines, so that nothing jumps from table to table
_TABLE_WIDTH = 440
_LOWEST = 340


class ResultView(QWidget):
    """Empty until `show_report`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = Label("", "body", wrap=True)
        self.kind: SegmentedControl[SectionKind] = SegmentedControl(theme, tr_labels(_KINDS), tr("Table"))
        describe(self.kind, tr("What pairs are told apart by"))
        self.kind.chosen.connect(lambda _: self._show_section())
        self.table = SectionTable(theme)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.setMinimumWidth(_TABLE_WIDTH)
        self.meaning = Label("", "body", "text2", wrap=True)
        self.notes = Label("", "caption", "text2", wrap=True)
        self.chart = ReliabilityChart(theme)
        self.chart.setMinimumHeight(_LOWEST)
        self._reported: RewardsReported | None = None
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.kind)
        left.addWidget(self.table)
        left.addWidget(self.meaning)
        left.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addLayout(left, 1)
        sides.addWidget(self.chart, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.headline)
        layout.addLayout(sides, 1)
        layout.addWidget(self.notes)

    def show_report(self, reported: RewardsReported) -> None:
        """Show a report from its beginning."""
        self._reported = reported
        report = reported.report
        self.headline.setText(tr_engine(reward_headline(report, reported.beta)))
        kinds = tuple(kind for kind in _KINDS if kind[0] != "group" or report.by_group)
        self.kind.set_options(tr_labels(kinds))
        self.kind.set_value(kinds[0][0])
        self.chart.show_report(report)
        self._show_section()

    def _show_section(self) -> None:
        reported = self._reported
        if reported is None:
            return
        sections = reward_sections(reported.report, reported.group_by)
        section = next(one for one in sections if one.kind == self.kind.value)
        self.table.show_section(section, dict(tr_labels(_KINDS))[section.kind])
        self.meaning.setText(tr_engine(section.text))
        left_out = (
            tr_count("{count:,} pair could not be scored.", "{count:,} pairs could not be scored.", reported.left_out)
            if reported.left_out
            else ""
        )
        notes = (left_out, tr_engine(section.left_out), tr_engine(note_on_few(reported.report)))
        self.notes.setText(" ".join(note for note in notes if note))
        self.notes.setVisible(bool(self.notes.text()))
