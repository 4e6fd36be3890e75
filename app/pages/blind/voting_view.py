"""The vote itself: a prompt, two replies without names, and four things to say about them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import tr
from app.models.blind_test import BlindTestModel
from app.models.words import about
from app.pages.blind.prompt_card import PromptCard
from app.pages.blind.reason_chips import ReasonChips
from app.pages.blind.reply_panes import ReplyPanes
from app.pages.blind.running_result import RunningResult
from app.pages.blind.vote_button import VoteButton
from app.pages.blind.vote_progress import VoteProgress
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.button import Button
from app.widgets.label import Label
from engine.evaluation.vote import Choice

SHOWN_MILLISECONDS = 250  # how long a vote lights up before the next prompt


class VotingView(QWidget):
    """Takes votes by `vote`, whoever asks: a key or a button. A vote while the last one lights up is not taken."""

    def __init__(self, theme: Theme, blind: BlindTestModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blind = blind
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(SHOWN_MILLISECONDS)
        self._moment.timeout.connect(self._next)
        self._done, self._total, self._left = Label("", "name"), Label("", "body", "text2"), Label("", "body", "text2")
        self.progress = VoteProgress(theme)
        self.prompt = PromptCard(theme)
        self.replies = ReplyPanes(theme)
        self.buttons: dict[Choice, VoteButton | Button] = {
            "a": VoteButton(theme, tr("A is better"), "1"),
            "same": VoteButton(theme, tr("About the same"), "0"),
            "b": VoteButton(theme, tr("B is better"), "2"),
            "both_bad": Button(theme, tr("Both are bad"), "ghost", key="9"),
            "skip": Button(theme, tr("Skip"), "ghost", key="S"),
        }
        for choice, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._press, choice))
        self.result_button = Button(theme, tr("Show result so far"), "ghost", icon="trend-down")
        self.result_button.setCheckable(True)
        self.result_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.result_button.toggled.connect(self._show_result)
        self.reasons = ReasonChips(theme)
        self.reasons.written.connect(self.take_focus)
        self.result = RunningResult(theme)
        self.note = Label("", "caption", "text2")
        self._build()
        self.result.hide()
        blind.changed.connect(self.refresh)

    @property
    def is_lit(self) -> bool:
        """Whether the last vote still lights up."""
        return self._moment.isActive()

    def vote(self, choice: Choice) -> None:
        """Cast a vote, and show for a moment which."""
        if self._moment.isActive() or not self.isVisible():
            return
        # The timer runs first, so that what the model reports does not show the next prompt at once.
        self._moment.start()
        if not self._blind.vote(choice, self.reasons.reasons):
            self._moment.stop()
            return
        button = self.buttons[choice]
        if isinstance(button, VoteButton):
            button.set_cast(True)
        else:
            button.setDown(True)
        self._show_progress()

    def _press(self, choice: Choice, _: bool = False) -> None:
        self.vote(choice)

    def undo(self) -> None:
        """Take the last vote back."""
        self._moment.stop()
        self._clear_cast()
        last = self._blind.votes[-1:]
        self._blind.undo()
        if last and last[0] not in self._blind.votes:
            self.reasons.show_reasons(last[0].reasons)  # they belong to the replies that are asked again

    def refresh(self) -> None:
        """Show the prompt that is asked now."""
        if self._moment.isActive() or self._blind.state != "voting":
            return
        self._show_progress()
        trial, shown, test = self._blind.trial, self._blind.shown, self._blind.test
        self.prompt.setVisible(trial is not None)
        if trial is None or test is None:
            words = tr("Every prompt has its vote. The result is ready: press Finish and reveal.")
            self.replies.show_waiting(words, busy=False)
        else:
            self.prompt.show_prompt(trial.messages, trial.group)
            if shown is None:
                words, busy = self._why_waiting()
                self.replies.show_waiting(words, busy=busy)
            else:
                self.replies.show_replies(*shown)
        self.note.setText(tr("Both replies say the same.") if shown is not None and shown[0] == shown[1] else "")
        for choice, button in self.buttons.items():
            button.setEnabled(trial is not None and (shown is not None or choice == "skip"))
        self.reasons.setEnabled(shown is not None)

    def set_low(self, low: bool) -> None:
        """Take less height in a low window."""
        self.prompt.set_low(low)
        self._column.setSpacing(8 if low else 12)

    def take_focus(self) -> None:
        """Where the keyboard is while one votes."""
        self.replies.take_focus()

    def _next(self) -> None:
        self._clear_cast()
        had_focus = self.reasons.edit.hasFocus()
        self.reasons.show_reasons(())
        if had_focus:
            self.take_focus()
        self.refresh()

    def _clear_cast(self) -> None:
        for button in self.buttons.values():
            if isinstance(button, VoteButton):
                button.set_cast(False)
            else:
                button.setDown(False)

    def _why_waiting(self) -> tuple[str, bool]:
        """What to say in place of a reply, and whether it is on its way."""
        if self._blind.is_held:
            return tr("A run is under way and needs the model. More replies are prepared when it has ended."), False
        if self._blind.replies.failure is not None:
            return tr("The replies to this prompt could not be made."), False
        return tr("Preparing the replies. The next ones are made while you read."), True

    def _show_progress(self) -> None:
        blind = self._blind
        done = len(blind.votes)
        self.progress.show_votes(done, blind.total)
        self._done.setText(number(min(done + 1, blind.total), ","))
        self._total.setText(tr("of {total:,}", total=blind.total))
        seconds = blind.seconds_left
        self._left.setText(tr("{about} left", about=about(seconds)) if seconds else "")
        if self.result_button.isChecked():
            self.result.show_votes(blind.votes, blind.total)

    def _show_result(self, shown: bool) -> None:
        self.result_button.set_label(tr("Hide result so far") if shown else tr("Show result so far"))
        self.result.setVisible(shown)
        self._show_progress()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._done)
        head.addWidget(self._total)
        head.addSpacing(8)
        head.addWidget(self.progress, 1)
        head.addSpacing(8)
        head.addWidget(self._left)
        head.addWidget(self.replies.as_written_button)
        votes, foot = QHBoxLayout(), QHBoxLayout()
        weights: tuple[tuple[Choice, int], ...] = (("a", 5), ("same", 3), ("b", 5))
        for choice, weight in weights:
            votes.addWidget(self.buttons[choice], weight)
        foot.addWidget(self.result_button)
        foot.addStretch(1)
        foot.addWidget(self.note)
        foot.addStretch(1)
        foot.addWidget(self.buttons["both_bad"])
        foot.addWidget(self.buttons["skip"])
        self._column = QVBoxLayout()
        self._column.addLayout(head)
        self._column.addWidget(self.prompt)
        self._column.addWidget(self.replies, 1)
        self._column.addLayout(votes)
        self._column.addWidget(self.reasons)
        self._column.addLayout(foot)
        for row in (votes, foot):
            row.setSpacing(12)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(METRICS.card_gap)
        layout.addLayout(self._column, 1)
        layout.addWidget(self.result)
