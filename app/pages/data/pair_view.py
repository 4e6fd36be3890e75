"""One pair in full: where it stands, its prompt, both replies with the words that only one of them has.

The texts are written anew in their own places. What was written is never lost unasked: leaving the pair saves it.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import tr
from app.models.dataset import Dataset
from app.models.example_words import example_words
from app.models.pair_rewards import PairRewards
from app.models.word_diff import compare_words
from app.models.words import mark_words
from app.pages.data.pair_actions import PairActions
from app.pages.data.prompt_card import PromptCard
from app.pages.data.reply_card import ReplyCard
from app.pages.data.reward_line import RewardLine
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.chart_legend import ChartLegend
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.label import Label
from app.widgets.text_editor import TextEditor
from engine.data.edits.edit import Marks
from engine.data.edits.wording import Wording, new_texts, wording_of
from engine.data.preference_pair import PreferencePair
from engine.errors import EngineError

_KEYS_FROM = 570  # pixels from which the actions show their keys
_COUNT_FROM = 480


class PairOrder(Protocol):
    """The order in which pairs are gone through; a pair is named by its index among all of the file."""

    def place(self, index: int) -> tuple[int | None, int]:
        """A pair's line, None where it is not shown, and how many lines there are."""
        ...

    def words(self, index: int) -> str:
        """The same for people."""
        ...

    def step(self, lines: int) -> None:
        """Look at the pair so many lines further down."""
        ...


class FileOrder:
    """As the Data page's table shows them."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def place(self, index: int) -> tuple[int | None, int]:
        """A pair's line, None where it is not shown, and how many lines there are."""
        return self._dataset.table.line_of(index), self._dataset.table.rowCount()

    def words(self, index: int) -> str:
        """Of how many rows it is one, and how many are shown where some are not."""
        data, shown = self._dataset.data, self._dataset.table.rowCount()
        total = tr("of {rows:,}", rows=data.rows) if data is not None else ""
        return (
            tr("{total}, {shown:,} shown", total=total, shown=shown)
            if total and shown != self._dataset.pair_count
            else total
        )

    def step(self, lines: int) -> None:
        """Look at the pair so many lines further down."""
        self._dataset.selection.step(lines)


class PairView(QWidget):
    """Follows the dataset's selection; with `rewards` it offers what training thinks of the replies.

    `editing_ended` when the texts are for reading again.
    """

    editing_ended = Signal()

    def __init__(
        self,
        theme: Theme,
        dataset: Dataset,
        order: PairOrder | None = None,
        parent: QWidget | None = None,
        *,
        rewards: PairRewards | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dataset = dataset
        self.order = order or FileOrder(dataset)
        self._draft_of: tuple[int, PreferencePair] | None = None  # the pair that is being written anew
        self._selected_count = 1
        self.question: ConfirmDialog | None = None
        self.buttons = PairActions(theme)
        self.buttons.edited.connect(self.begin_editing)
        self.buttons.kept.connect(self.keep)
        self.buttons.left.connect(self.leave)
        self.previous = Button(theme, icon="caret-left", kind="ghost", name=tr("Previous pair"))
        self.next = Button(theme, icon="caret-right", kind="ghost", name=tr("Next pair"))
        self.previous.clicked.connect(lambda: self.order.step(-1))
        self.next.clicked.connect(lambda: self.order.step(1))
        self._title = Label("", "card_title")
        self._of = Label("", "body", "text2")
        self._use = Label("", "body", "text2")
        self._reason = Label("", "body", "text2")
        self._legend = ChartLegend(theme)
        self._legend.set_entries(
            (("square", "chosen_mark", tr("Only in chosen")), ("square", "rejected_mark", tr("Only in rejected")))
        )
        self.prompt = PromptCard(theme)
        self.chosen = ReplyCard(theme, "chosen")
        self.rejected = ReplyCard(theme, "rejected")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self.prompt)
        replies = QHBoxLayout()
        replies.setSpacing(12)
        replies.addWidget(self.chosen, 1)
        replies.addWidget(self.rejected, 1)
        layout.addLayout(replies, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self.rewards = RewardLine(theme, rewards, (self.chosen, self.rejected)) if rewards is not None else None
        if self.rewards is not None:
            self._foot.addWidget(self.rewards)
            self.rewards.shown.connect(self._show_legend)
        self._foot.addWidget(self._legend)
        self._foot.addWidget(self._reason)
        self._foot.addStretch(1)
        self._foot.addWidget(self._use)
        layout.addLayout(self._foot)
        for editor in self._editors():
            editor.kept.connect(self.keep)
            editor.left.connect(self.leave)
        dataset.selection.changed.connect(self._show)
        dataset.changed.connect(self._show_place)
        dataset.filter.done.connect(self._show_place)
        dataset.filter.progressed.connect(self._show_place)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.previous)
        head.addWidget(self._title)
        head.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addWidget(self.next)
        head.addStretch(1)
        head.addWidget(self.buttons)
        return head

    # ------------------------------------------------------------ writing

    @property
    def is_editing(self) -> bool:
        """Whether the texts can be written in."""
        return self._draft_of is not None

    def begin_editing(self) -> None:
        """Let the pair's texts be written anew, the chosen reply first."""
        index, pair, edits = self._dataset.selection.index, self._dataset.selection.pair, self._dataset.edits
        if index is None or pair is None or self.is_editing or not edits.may_edit or edits.of(index).is_dropped:
            return
        self._draft_of = index, pair
        wording = wording_of(pair)
        self.prompt.begin_editing(wording.prompt)
        self.chosen.begin_editing(wording.chosen)
        self.rejected.begin_editing(wording.rejected)
        several = [side for side in ("chosen", "rejected") if getattr(pair, side) and getattr(wording, side) is None]
        self._reason.setText(
            tr("The {several} reply has several turns.", several=tr(" and ").join(several)) if several else ""
        )
        self._show_legend()
        self._show_place()
        first = next((editor for editor in self._editors() if not editor.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Save what was written; a text that cannot be saved stays to be corrected."""
        if self._draft_of is None:
            return
        index, pair = self._draft_of
        try:
            texts = new_texts(pair, self._wording())
        except EngineError as error:
            self._dataset.edits.failed.emit(error)
            return
        self._end()
        self._dataset.edits.rewrite(index, texts)

    def leave(self) -> None:
        """Go back to how the pair was; asks first when something was written."""
        if self._draft_of is None:
            return
        if not any(editor.document().isModified() for editor in self._editors() if not editor.isHidden()):
            self._end()
            return
        self.question = ConfirmDialog(
            self._theme,
            tr("Throw away what you wrote?"),
            tr("The pair stays as it was."),
            tr("Throw away"),
            tr("Keep writing"),
            kind="danger_filled",
            parent=self,
        )
        self.question.accepted.connect(self._end)
        self.question.finished.connect(self._answered)
        self.question.open()

    def keep_what_can_be(self) -> None:
        """Save what was written before the pair goes out of sight; a text without words stays what it was."""
        if self._draft_of is None:
            return
        index, pair = self._draft_of
        written = self._wording()
        before = wording_of(pair)
        wording = Wording(
            *(
                now if now is not None and now.strip() else then
                for now, then in (
                    (written.prompt, before.prompt),
                    (written.chosen, before.chosen),
                    (written.rejected, before.rejected),
                )
            )
        )
        self._end()
        self._dataset.edits.rewrite(index, new_texts(pair, wording))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show(self._dataset.selection.pair)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep_what_can_be()

    def _wording(self) -> Wording:
        return Wording(self.prompt.draft, self.chosen.draft, self.rejected.draft)

    def _editors(self) -> tuple[TextEditor, ...]:
        return self.chosen.editor, self.rejected.editor, self.prompt.editor

    def _answered(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None

    def _end(self) -> None:
        self._draft_of = None
        for card in (self.prompt, self.chosen, self.rejected):
            card.end_editing()
        self._show(self._dataset.selection.pair)
        self.editing_ended.emit()

    # ------------------------------------------------------------ showing

    def show_selected_count(self, count: int) -> None:
        """How many pairs are selected, this one among them."""
        self._selected_count = count
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.buttons.set_compact(self.width() < _KEYS_FROM)
        self._of.setVisible(self.width() >= _COUNT_FROM)

    def _show(self, pair: PreferencePair | None) -> None:
        if self._draft_of is not None:
            if self._draft_of[0] == self._dataset.selection.index:
                return
            self.keep_what_can_be()
            return
        self._show_place()
        if pair is None:
            return
        difference = compare_words(pair.chosen_text, pair.rejected_text)
        self.prompt.show_pair(pair)
        for card, reply in ((self.chosen, pair.chosen), (self.rejected, pair.rejected)):
            card.show_side(example_words(thumbs=pair.is_thumb))
            card.setVisible(bool(reply))
        self.chosen.show_reply(pair.chosen_text, () if pair.is_thumb else difference.chosen)
        self.rejected.show_reply(pair.rejected_text, () if pair.is_thumb else difference.rejected)
        self._reason.setText("" if pair.is_thumb else difference.reason)
        self._show_legend()

    def _show_legend(self) -> None:
        """What the tints mean, where it is the words that differ."""
        are_rewards = self.rewards is not None and self.rewards.is_on and not self.is_editing
        pair = self._dataset.selection.pair
        has_two = pair is not None and not pair.is_thumb
        self._legend.setVisible(has_two and not self._reason.text() and not are_rewards and not self.is_editing)
        self._reason.setVisible(not are_rewards)
        if self.rewards is not None:
            self.rewards.note.setVisible(are_rewards)
            self._foot.setStretchFactor(self.rewards, 100 if are_rewards else 0)

    def _show_place(self) -> None:
        index, pair = self._dataset.selection.index, self._dataset.selection.pair
        if index is None or pair is None:
            return
        line, shown = self.order.place(index)
        self._title.setText(tr("Row {row:,}", row=pair.row))
        self._of.setText(self.order.words(index))
        self.previous.setEnabled(bool(line))
        self.next.setEnabled(line is not None and line + 1 < shown)
        edits = self._dataset.edits
        marks = edits.of(index)
        words = ", ".join(filter(None, (*mark_words(marks), self._used_for(index, marks))))
        self._use.setText(words[:1].upper() + words[1:])
        self.buttons.show_state(
            marks, self._selected_count, self._dataset.words, may_edit=edits.may_edit, is_editing=self.is_editing
        )

    def _used_for(self, index: int, marks: Marks) -> str:
        if marks.is_dropped:
            return tr("left out")
        if self._dataset.split is None:
            return ""
        return tr("held back") if self._dataset.is_held_back(index) else tr("used for training")
