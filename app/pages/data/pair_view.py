"""One pair in full: where it stands, its prompt, both replies with the words that only one of them has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.dataset import Dataset
from app.models.word_diff import compare_words
from app.pages.data.prompt_card import PromptCard
from app.pages.data.reply_card import ReplyCard
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.chart_legend import ChartLegend
from app.widgets.label import Label
from engine.data.preference_pair import PreferencePair


class PairView(QWidget):
    """Follows the dataset's selection."""

    def __init__(self, theme: Theme, dataset: Dataset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self.previous = Button(theme, icon="caret-left", kind="ghost", name="Previous pair")
        self.next = Button(theme, icon="caret-right", kind="ghost", name="Next pair")
        self.previous.clicked.connect(lambda: dataset.step(-1))
        self.next.clicked.connect(lambda: dataset.step(1))
        self._title = Label("", "card_title")
        self._of = Label("", "body", "text2")
        self._use = Label("", "body", "text2")
        self._reason = Label("", "body", "text2")
        self._legend = ChartLegend(theme)
        self._legend.set_entries(
            (("square", "chosen_mark", "Only in chosen"), ("square", "rejected_mark", "Only in rejected"))
        )
        self._prompt = PromptCard(theme)
        self.chosen = ReplyCard(theme, "chosen")
        self.rejected = ReplyCard(theme, "rejected")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self._prompt)
        replies = QHBoxLayout()
        replies.setSpacing(12)
        replies.addWidget(self.chosen, 1)
        replies.addWidget(self.rejected, 1)
        layout.addLayout(replies, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._legend)
        foot.addWidget(self._reason)
        foot.addStretch(1)
        foot.addWidget(self._use)
        layout.addLayout(foot)
        dataset.selection_changed.connect(self._show)
        dataset.changed.connect(self._show_place)
        dataset.filtered.connect(self._show_place)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.previous)
        head.addWidget(self._title)
        head.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.next)
        head.addStretch(1)
        return head

    def _show(self, pair: PreferencePair | None) -> None:
        self._show_place()
        if pair is None:
            return
        difference = compare_words(pair.chosen_text, pair.rejected_text)
        self._prompt.show_pair(pair)
        self.chosen.show_reply(pair.chosen_text, difference.chosen)
        self.rejected.show_reply(pair.rejected_text, difference.rejected)
        self._reason.setText(difference.reason)
        self._legend.setVisible(not difference.reason)

    def _show_place(self) -> None:
        index, pair, table = self._dataset.selected_index, self._dataset.selected, self._dataset.table
        if index is None or pair is None:
            return
        line = table.line_of(index)
        self._title.setText(f"Row {pair.row:,}")
        data = self._dataset.data
        shown = table.rowCount()
        is_filtered = shown != self._dataset.pair_count
        total = f"of {data.rows:,}" if data is not None else ""
        self._of.setText(f"{total}, {shown:,} shown" if is_filtered and total else total)
        self.previous.setEnabled(bool(line))
        self.next.setEnabled(line is not None and line + 1 < shown)
        held_back = self._dataset.is_held_back(index)
        known = self._dataset.split is not None
        self._use.setText(("Held back" if held_back else "Used for training") if known else "")
