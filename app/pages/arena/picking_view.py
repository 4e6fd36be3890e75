"""The picking itself: a prompt, two replies without names, and what to say about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.numbers import number
from app.language.translate import tr, tr_count
from app.models.arena import ArenaModel
from app.pages.arena.coverage_card import CoverageCard
from app.pages.arena.pick_controls import Mode, PickControls
from app.pages.arena.prompt_entry import PromptEntry
from app.pages.arena.reply_editor import ReplyEditor
from app.pages.blind.prompt_card import PromptCard
from app.pages.blind.reply_panes import ReplyPanes
from app.pages.blind.vote_progress import VoteProgress
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.button import Button
from app.widgets.label import Label
from engine.arena.pick import PickChoice

SHOWN_MILLISECONDS = 250  # how long a pick lights up before the next prompt


class PickingView(QWidget):
    """Takes picks by `press`, whoever asks: a key or a button. What comes while the last one lights up is not taken."""

    def __init__(self, theme: Theme, arena: ArenaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arena = arena
        self._mode: Mode = "pick"
        self._writes: PickChoice = "own"
        self._is_typing = False
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(SHOWN_MILLISECONDS)
        self._moment.timeout.connect(self._next)
        self._done, self._goal, self._left = Label("", "name"), Label("", "body", "text2"), Label("", "body", "text2")
        self.progress = VoteProgress(theme)
        self.progress.setAccessibleName(tr("Pairs"))
        self.prompt = PromptCard(theme)
        self.entry = PromptEntry(theme)
        self.replies = ReplyPanes(theme)
        self.controls = PickControls(theme)
        self.type_button = Button(theme, tr("Type a prompt"), "ghost", icon="plus", size="compact", key="P")
        self.coverage_button = Button(theme, tr("Coverage"), "ghost", icon="stack", size="compact")
        self.coverage_button.setCheckable(True)
        self.coverage = CoverageCard(theme)
        self.editor = ReplyEditor(theme)
        self._build()
        self._connect()
        self.coverage_button.setChecked(True)
        self.refresh()

    @property
    def is_lit(self) -> bool:
        """Whether the last pick still lights up."""
        return self._moment.isActive()

    @property
    def is_writing(self) -> bool:
        """Whether a reply or a prompt is being written, or a reply chosen to be edited."""
        return self._mode != "pick" or self._is_typing

    # ------------------------------------------------------------ what a person may do

    def press(self, choice: PickChoice) -> None:
        """Pick, and show for a moment what; while a reply is chosen to be edited, begin with that one."""
        if self._mode == "choose" and choice in ("a", "b"):
            self._begin_edit(choice)
        elif self._mode == "pick" and not self._is_typing and self.controls.may(choice):
            self._pick(choice)

    def edit_better(self) -> None:
        """Ask which reply is the better one, unless there is only one to choose; then let it be edited."""
        shown = self._arena.shown
        if shown is None or self.is_lit or self.is_writing:
            return
        if self._arena.why_no_pick:
            self._begin_edit("a" if shown[0].text.strip() else "b")
        else:
            self._mode = "choose"
            self.refresh()

    def write_own(self) -> None:
        """Let a person write the reply that should have come."""
        if self._arena.shown is not None and not self.is_lit and not self.is_writing:
            self._writes, self._mode = "own", "write"
            self.refresh()
            note = tr("It is chosen over both replies, which makes two pairs.")
            self.editor.begin((self._arena.number, "own"), tr("Your own reply"), note, "")

    def draw_again(self) -> None:
        """Have both replies written anew."""
        if not self.is_lit and not self.is_writing:
            self._arena.draw_again()

    def type_prompt(self) -> None:
        """Show the place where a prompt is typed."""
        if not self.is_lit and self._mode == "pick":
            self._is_typing = True
            self.refresh()
            self.entry.take_focus()

    def leave_writing(self) -> None:
        """Back to the two replies; what was written is kept for the next time."""
        self._mode, self._is_typing = "pick", False
        self.refresh()
        self.take_focus()

    def undo(self) -> None:
        """Take the last pick back."""
        self._moment.stop()
        self.controls.light(None)
        self._mode = "pick"
        self._arena.undo()
        self.refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """Where the keyboard is while one picks."""
        if self._shows_entry:
            self.entry.take_focus()
        elif self._mode == "write":
            self.editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.replies.take_focus()

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Show the prompt that is asked now."""
        arena = self._arena
        if self.is_lit or arena.state != "picking":
            return
        shown, prompt = arena.shown, arena.prompt
        if shown is None:
            self._mode = "pick"
        self._show_progress()
        self._show_prompt()
        if shown is None:
            waiting, busy = self._why_waiting()
            self.replies.show_waiting(waiting, busy=busy)
        else:
            self.replies.show_replies(*(reply.text for reply in shown))
        self.editor.setVisible(self._mode == "write")
        is_free = self._mode == "pick" and not self._is_typing
        self.controls.set_state(
            self._mode,
            may_pick=is_free and shown is not None,
            may_prefer=not arena.why_no_pick,
            may_skip=is_free and prompt is not None,
        )
        self.controls.say(self._note())

    def set_size(self, narrow: bool, low: bool) -> None:
        """Take less room in a small window."""
        self.prompt.set_low(low)
        self._column.setSpacing(8 if low else 12)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.coverage_button.setChecked(not narrow)

    @property
    def _shows_entry(self) -> bool:
        return self._is_typing or self._arena.prompt is None

    def _show_prompt(self) -> None:
        prompt = self._arena.prompt
        if prompt is not None:
            self.prompt.show_prompt(prompt.messages, prompt.topic)
        self.prompt.setVisible(not self._shows_entry)
        self.entry.setVisible(self._shows_entry)
        self.type_button.setEnabled(not self._shows_entry and self._mode == "pick")
        self.entry.set_may_leave(prompt is not None)

    def _show_progress(self) -> None:
        arena, plan = self._arena, self._arena.plan
        pairs, waiting = arena.pair_count, len(arena.waiting)
        self.progress.show_votes(min(pairs, plan.goal), plan.goal)
        self.progress.setAccessibleDescription(tr("{pairs:,} of {goal:,}", pairs=pairs, goal=plan.goal))
        self._done.setText(number(pairs, ","))
        self._goal.setText(
            tr_count(
                "of about {count:,} pair{words}",
                "of about {count:,} pairs{words}",
                plan.goal,
                words=tr(" for {about}", about=plan.about) if plan.about else "",
            )
        )
        self._left.setText(tr_count("{count:,} prompt left", "{count:,} prompts left", waiting) if waiting else "")
        self.coverage.show_coverage(*arena.coverage)

    def _why_waiting(self) -> tuple[str, bool]:
        """What to say in place of a reply, and whether it is on its way."""
        arena = self._arena
        if arena.prompt is None:
            return tr("Type a prompt above. Prompts of a file or of the built-in suites come by Set up."), False
        if not arena.has_model:
            return tr("Choose a model on the Model page (Ctrl 2): it writes the replies."), False
        if arena.why_held:
            return arena.why_held, False
        if arena.replies.failure is not None:
            return tr("The replies to this prompt could not be made."), False
        return tr("Preparing the replies. The next ones are made while you read."), True

    def _note(self) -> str:
        arena, shown = self._arena, self._arena.shown
        if self._mode == "choose":
            return tr("Which one is better? 1 edits A, 2 edits B, Esc leaves both as they are.")
        if shown is None or self._mode == "write":
            return ""
        if arena.why_no_pick:
            return tr(
                "{why_no_pick} Draw again (R) takes the next seeds; or edit (E), or write your own (W).",
                why_no_pick=arena.why_no_pick,
            )
        cut = [letter for letter, reply in zip("AB", shown, strict=True) if reply.was_cut]
        if cut:
            which = tr("Both replies were") if len(cut) == 2 else tr("Reply {cut} was", cut=cut[0])
            return tr(
                "{which} cut at the longest length. What is chosen teaches where to stop: edit it, or allow more.",
                which=which,
            )
        return ""

    # ------------------------------------------------------------ inside

    def _pick(self, choice: PickChoice, written: str = "") -> None:
        if self.is_lit or not self.isVisible():
            return
        # The timer runs first, so that what the model reports does not show the next prompt at once.
        self._moment.start()
        if not self._arena.pick(choice, written):
            self._moment.stop()
            self.refresh()
            return
        self.controls.light(choice)
        self._show_progress()

    def _begin_edit(self, choice: PickChoice) -> None:
        shown = self._arena.shown
        if shown is None:
            return
        self._writes, self._mode = choice, "write"
        self.refresh()
        letter, other = ("A", "B") if choice == "a" else ("B", "A")
        note = tr(
            "It is chosen over reply {words}.",
            words=tr("{letter} as it was", letter=letter) if self._arena.why_no_pick else other,
        )
        text = shown[0 if choice == "a" else 1].text
        self.editor.begin((self._arena.number, choice), tr("Reply {letter}, made better", letter=letter), note, text)

    def _keep(self, text: str) -> None:
        shown = self._arena.shown
        if shown is None:
            return
        choice = self._writes
        before = "" if choice == "own" else shown[0 if choice == "a" else 1].text
        if text.strip() == before.strip():
            if self._arena.why_no_pick:
                return  # nothing was changed, so there is nothing to prefer
            text = ""
        self._mode = "pick"
        self.editor.forget()
        self.editor.hide()
        self._pick(choice, text)
        self.take_focus()

    def _ask(self, text: str, topic: str) -> None:
        if self._arena.ask(text, topic):
            self.entry.clear()
            self._is_typing = False
            self.refresh()
            self.take_focus()

    def _next(self) -> None:
        self.controls.light(None)
        self.refresh()
        if self._shows_entry:
            self.entry.take_focus()

    def _connect(self) -> None:
        self.type_button.clicked.connect(self.type_prompt)
        self.coverage_button.toggled.connect(self.coverage.setVisible)
        self.controls.picked.connect(self.press)
        self.controls.edit_wanted.connect(self.edit_better)
        self.controls.own_wanted.connect(self.write_own)
        self.controls.again_wanted.connect(self.draw_again)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self.leave_writing)
        self.entry.asked.connect(self._ask)
        self.entry.left.connect(self.leave_writing)
        self._arena.changed.connect(self.refresh)

    def _build(self) -> None:
        self._is_narrow = False
        head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (self._done, self._goal):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self.progress, 1)
        head.addSpacing(8)
        for widget in (self._left, self.replies.as_written_button, self.type_button, self.coverage_button):
            head.addWidget(widget)
        self._column = QVBoxLayout()
        self._column.addLayout(head)
        self._column.addWidget(self.prompt)
        self._column.addWidget(self.entry)
        self._column.addWidget(self.replies, 1)
        self._column.addWidget(self.editor, 1)
        self._column.addWidget(self.controls)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(METRICS.card_gap)
        layout.addLayout(self._column, 1)
        layout.addWidget(self.coverage)
