"""What the pairs cover so far: by topic, and by the length of the prompt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.numbers import number
from app.language.translate import mark, tr, tr_count, tr_marked
from app.theme.theme import Theme
from app.widgets.card import Card, hairline
from app.widgets.label import ElidedLabel, Label
from app.widgets.progress_bar import ProgressBar
from engine.arena.coverage import Covered

WIDTH = 288
_MOST_TOPICS = 40
_MEANING = mark(
    "A topic is what the file, the suite or you call it. The length is that of all turns of a prompt. "
    "Prompts that wait stand behind the pairs."
)


class CoverageCard(Card):
    """Bars are as long as the most covered one of their kind allows, so that gaps stand out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Coverage"), spacing=10, parent=parent)
        self.setFixedWidth(WIDTH)
        self._topics = _Rows(theme)
        self._lengths = _Rows(theme)
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(8)
        column.addWidget(Label(tr("Pairs by topic"), "caption", "text2", weight=600))
        column.addWidget(self._topics)
        column.addSpacing(4)
        column.addWidget(hairline())
        column.addSpacing(4)
        column.addWidget(Label(tr("Pairs by length of the prompt"), "caption", "text2", weight=600))
        column.addWidget(self._lengths)
        column.addSpacing(4)
        column.addWidget(Label(tr_marked(_MEANING), "caption", "text3", wrap=True))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Coverage"))
        self.layout_.addWidget(scroll, 1)

    @property
    def words(self) -> str:
        """What it says, line by line."""
        return "\n".join((*self._topics.words, *self._lengths.words))

    def show_coverage(self, topics: Sequence[Covered], lengths: Sequence[Covered]) -> None:
        """Show these; of very many topics the most covered ones."""
        if len(topics) > _MOST_TOPICS:
            most = sorted(topics, key=lambda one: -one.pairs - one.waiting)
            rest = most[_MOST_TOPICS:]
            others = tr_count("{count:,} other topic", "{count:,} other topics", len(rest))
            topics = [
                *most[:_MOST_TOPICS],
                Covered(others, sum(one.pairs for one in rest), sum(one.waiting for one in rest)),
            ]
        self._topics.show_rows(topics)
        self._lengths.show_rows(lengths)


class _Rows(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._none = Label(tr("No prompt yet."), "caption", "text2")
        self._layout.addWidget(self._none)

    @property
    def words(self) -> list[str]:
        """What each row says."""
        return [row.words for row in self._rows if not row.isHidden()]

    def show_rows(self, covered: Sequence[Covered]) -> None:
        """One row each; rows are kept and filled anew."""
        while len(self._rows) < len(covered):
            self._rows.append(_Row(self._theme))
            self._layout.addWidget(self._rows[-1])
        most = max((one.pairs for one in covered), default=0)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(covered))
            if place < len(covered):
                row.show_covered(covered[place], most)
        self._none.setVisible(not covered)


class _Row(QWidget):
    """A name, a number, and a thin bar below them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name = ElidedLabel("", "caption")
        self._number = Label("", "caption", "text2")
        self._bar = ProgressBar(theme, tr("Pairs"), 4)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._name, 1)
        line.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._bar)

    @property
    def words(self) -> str:
        """Its line as text."""
        return f"{self._name.text()}: {self._number.text()}"

    def show_covered(self, covered: Covered, most: int) -> None:
        """Show a number in relation to the largest one."""
        self._name.setText(tr_engine(covered.name))
        wait = tr("  ·  {waiting:,} wait", waiting=covered.waiting) if covered.waiting != 1 else tr("  ·  1 waits")
        self._number.setText(f"{number(covered.pairs, ',')}{(wait if covered.waiting else '')}")
        self._bar.setAccessibleName(tr("Pairs: {name}", name=tr_engine(covered.name)))
        self._bar.set_share(covered.pairs / most if most else 0.0)
        self._bar.setAccessibleDescription(
            tr_count(
                "{count:,} pair, {prompts} to come",
                "{count:,} pairs, {prompts} to come",
                covered.pairs,
                prompts=tr_count("{count:,} prompt", "{count:,} prompts", covered.waiting),
            )
        )
