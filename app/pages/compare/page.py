"""The Compare page: one prompt, the original and the trained model side by side."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.background.task import run_task
from app.language.translate import tr
from app.models.chat_transcript import chat_as_markdown
from app.models.session import Session
from app.pages.compare.conversation import Conversation
from app.pages.compare.kept_card import KeptCard
from app.pages.compare.prompt_box import PromptBox
from app.pages.compare.prompt_text_dialog import PromptTextDialog
from app.pages.compare.sampling_panel import SamplingPanel
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.command import Command
from app.widgets.page_header import PageHeader
from engine.chat.generate import Side
from engine.chat.prompt_text import PromptText
from engine.chat.transcript import save_transcript
from engine.errors import EngineError
from engine.events import RunFailed

_PANEL_WIDTH = 280
_GUTTER = 12


class ComparePage(QWidget):
    """Draws the session's chat; sends prompts to it."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._asked_text: tuple[Side, str] = ("after", "")
        self.text_dialog: PromptTextDialog | None = None
        self.header = PageHeader(theme, tr("Compare"), tr("One prompt, both models, same seed"))
        self.undo_button = Button(theme, tr("Bring back"), "ghost", icon="arrow-counter-clockwise", key="Ctrl Z")
        self.undo_button.setToolTip(tr("The chat as it was before a turn was asked again, or before the new chat"))
        self.undo_button.clicked.connect(session.chat.bring_back)
        self.new_button = Button(theme, tr("New chat"), icon="plus", key="Ctrl N")
        self.new_button.clicked.connect(session.chat.clear)
        self.blind_button = Button(theme, tr("Blind test"), icon="scales", key="B")
        self.blind_button.clicked.connect(self._to_blind_test)
        self.next_button = Button(theme, tr("Next: Export"), "primary", trailing="arrow-right")
        self.next_button.clicked.connect(lambda: session.page_wanted.emit("export"))
        self.header.add_action(self.undo_button)
        self.header.add_action(self.new_button)
        self.header.add_action(self.blind_button)
        self.header.add_action(self.next_button)
        self.banner = Banner(theme)
        self.conversation = Conversation(theme, session.chat)
        self.conversation.train_first.acted.connect(lambda: session.page_wanted.emit("train"))
        self.conversation.asked_again.connect(self._ask_again)
        self.conversation.preferred.connect(session.chat_pairs.prefer)
        self.conversation.reward_wanted.connect(session.chat_rewards.want)
        self.conversation.text_wanted.connect(self._show_prompt_text)
        self.prompt = PromptBox(theme)
        self.prompt.system_changed.connect(self._set_system)
        self.prompt.sent.connect(self._send)
        self.prompt.stop_wanted.connect(session.chat.stop)
        self.sampling = SamplingPanel(theme, session.chat)
        self._side = QScrollArea()
        self.kept = KeptCard(theme, session.chat_pairs)
        self.kept.open_wanted.connect(self._open_pairs)
        self.kept.save_wanted.connect(self._ask_where_chat)
        self.kept.copy_wanted.connect(lambda: QGuiApplication.clipboard().setText(self._markdown()))
        self._build()
        self._add_commands()
        session.chat.failed.connect(self._show_failure)
        session.chat_pairs.failed.connect(self._show_failure)
        session.prompt_text.answered.connect(self._prompt_text_known)
        session.prompt_text.failed.connect(self._show_failure)
        session.panes.failed.connect(self._show_failure)
        for head in (self.conversation.before, self.conversation.after):
            head.chosen.connect(partial(session.panes.choose, head.side))
        session.chat_pairs.load()
        session.panes.load()
        session.changed.connect(self.refresh)
        session.run.state_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show who answers and what may be done."""
        session = self._session
        busy = tr("Both replies have to be there first.") if session.chat.is_busy else ""
        self.conversation.show_speakers(session.panes, busy or session.panes.why_fixed)
        self.conversation.show_train_first(not session.has_after)
        self.prompt.set_state(session.why_not_chat, busy=session.chat.is_busy)
        self.conversation.set_actions(busy or session.why_not_chat)
        self.new_button.setEnabled(bool(session.chat.turns))
        self.kept.set_has_chat(bool(session.chat.turns) and not session.chat.is_busy)
        self.undo_button.setVisible(session.chat.may_bring_back)
        self.next_button.setVisible(session.run.adapter is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prompt.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        margin, gap = (METRICS.compact_margin, 12) if low else (METRICS.page_margin, METRICS.card_gap)
        self._body.setContentsMargins(margin, gap, margin - _GUTTER, gap)

    def _to_blind_test(self) -> None:
        self._session.page_wanted.emit("blind")

    def _send(self, text: str) -> None:
        self.banner.clear()
        self._session.ask(text)

    def _ask_again(self, index: int, prompt: str) -> None:
        self.banner.clear()
        self._session.ask_again(index, prompt)
        self.prompt.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _again_by_key(self) -> None:
        if self.conversation.turns and self.conversation.turns[-1].again_button.isEnabled():
            self.conversation.turns[-1].again_button.click()

    def _prefer_by_key(self, side: Side) -> None:
        if self.conversation.turns and self.conversation.turns[-1].side(side).prefer_button.isEnabled():
            self._session.chat_pairs.prefer(len(self.conversation.turns) - 1, side)

    def _tokens_by_key(self) -> None:
        """Show or hide the tokens of the last turn, on both sides."""
        if self.conversation.turns:
            turn = self.conversation.turns[-1]
            wanted = not turn.after.reward.tokens_button.isChecked()
            for view in (turn.before, turn.after):
                view.reward.tokens_button.setChecked(wanted)

    def _written_by_key(self) -> None:
        """Show the last turn's replies as they were written, or formatted again, on both sides."""
        if self.conversation.turns:
            turn = self.conversation.turns[-1]
            wanted = not (turn.before.plain_button.isChecked() or turn.after.plain_button.isChecked())
            for view in (turn.before, turn.after):
                view.plain_button.setChecked(wanted)

    def _show_prompt_text(self, index: int, side: Side) -> None:
        reply = self._session.chat.turns[index].side(side)
        self._asked_text = (side, reply.text if reply is not None else "")
        self._session.show_prompt_text(index, side)

    def _prompt_text_known(self, known: PromptText) -> None:
        dialog = PromptTextDialog(self._theme, known, *self._asked_text, parent=self)
        dialog.finished.connect(dialog.deleteLater)
        self.text_dialog = dialog
        dialog.open()

    def _set_system(self, text: str) -> None:
        self._session.chat.system = text

    def save_chat(self, path: Path) -> None:
        """Write the chat as Markdown, in the background."""
        text = self._markdown()
        run_task(
            lambda _: save_transcript(path, text),
            lambda _: self.banner.show_message("ok", tr("The chat is saved as {name}.", name=path.name)),
            self._show_failure,
            owner=self,
            doing=tr("Saving the chat"),
        )

    def _ask_where_chat(self) -> None:
        if self.kept.save_button.isEnabled():
            name, _ = QFileDialog.getSaveFileName(self, tr("Save the chat"), "chat.md", tr("Markdown (*.md)"))
            if name:
                self.save_chat(Path(name) if Path(name).suffix else Path(name).with_suffix(".md"))

    def _markdown(self) -> str:
        names: list[str] = []
        for side in ("before", "after"):
            speaker = self._session.panes.speaker(side)
            names.append(f"{speaker.name} ({speaker.note})" if speaker else "nobody")
        return chat_as_markdown(self._session.chat.turns, names[0], names[1])

    def _open_pairs(self) -> None:
        self._session.page_wanted.emit("data")
        self._session.dataset.open(self._session.chat_pairs.path)

    def _escape(self) -> None:
        if not self.conversation.leave_editing():
            self._session.chat.stop()

    def _add_commands(self) -> None:
        chat = self._session.chat
        turns = lambda: "" if chat.turns else tr("There is no turn yet.")  # noqa: E731
        back = lambda: "" if chat.may_bring_back else tr("Nothing was left behind.")  # noqa: E731
        Command(self, tr("Stop both replies"), self._escape, "Esc")
        Command(self, tr("New chat"), chat.clear, "Ctrl+N", why_not=turns)
        Command(self, tr("Bring the former chat back"), chat.bring_back, "Ctrl+Z", why_not=back)
        Command(self, tr("Save the chat"), self._ask_where_chat, "Ctrl+S", about=tr("As Markdown"), why_not=turns)
        Command(
            self, tr("Start a blind test"), self._to_blind_test, "B", about=tr("Vote without knowing who wrote what")
        )
        Command(self, tr("Ask the last prompt again"), self._again_by_key, "R", why_not=turns)
        Command(self, tr("Show or hide tokens"), self._tokens_by_key, "T", why_not=turns)
        as_written = tr("Markdown with its marks, to the letter")
        Command(
            self,
            tr("Show replies as written, or formatted"),
            self._written_by_key,
            "M",
            about=as_written,
            why_not=turns,
        )
        Command(self, tr("Prefer the left reply"), lambda: self._prefer_by_key("before"), "Alt+1", why_not=turns)
        Command(self, tr("Prefer the right reply"), lambda: self._prefer_by_key("after"), "Alt+2", why_not=turns)

    def _show_failure(self, failure: RunFailed | EngineError) -> None:
        self.banner.show_error(failure.message, failure.hint, failure.details)

    def _build_side(self) -> None:
        """The panel at the right; it scrolls where the window is low."""
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, _GUTTER, 0)  # the scroll bar stands beside the cards, in the page's margin
        column.setSpacing(METRICS.card_gap)
        column.addWidget(self.sampling)
        column.addWidget(self.kept)
        column.addStretch(1)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setWidgetResizable(True)
        self._side.setWidget(inner)
        self._side.setFixedWidth(_PANEL_WIDTH + _GUTTER)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setAccessibleName(tr("Settings of the chat"))
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _build(self) -> None:
        self._build_side()
        left = QVBoxLayout()
        left.setSpacing(METRICS.card_gap)
        left.addWidget(self.banner)
        left.addWidget(self.conversation, 1)
        left.addWidget(self.prompt)
        self._body = QHBoxLayout()
        self._body.setSpacing(METRICS.card_gap)
        self._body.addLayout(left, 1)
        self._body.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self._body, 1)
