"""The Compare page: one prompt, the original and the trained model side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.models.run_state import RunState
from app.models.session import Session
from app.pages.compare.conversation import Conversation
from app.pages.compare.prompt_box import PromptBox
from app.pages.compare.sampling_panel import SamplingPanel
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.page_header import PageHeader
from engine.events import RunFailed

_PANEL_WIDTH = 260


class ComparePage(QWidget):
    """Draws the session's chat; sends prompts to it."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.header = PageHeader(theme, "Compare", "One prompt, both models, same seed")
        self.new_button = Button(theme, "New chat", icon="plus", key="Ctrl N")
        self.new_button.clicked.connect(session.chat.clear)
        self.blind_button = Button(theme, "Blind test", icon="scales", key="B")
        self.blind_button.clicked.connect(self._to_blind_test)
        self.next_button = Button(theme, "Next: Export", "primary", trailing="arrow-right")
        self.next_button.clicked.connect(lambda: session.page_wanted.emit("export"))
        self.header.add_action(self.new_button)
        self.header.add_action(self.blind_button)
        self.header.add_action(self.next_button)
        self.banner = Banner(theme)
        self.conversation = Conversation(theme, session.chat)
        self.conversation.train_first.acted.connect(lambda: session.page_wanted.emit("train"))
        self.prompt = PromptBox(theme)
        self.prompt.sent.connect(self._send)
        self.prompt.stop_wanted.connect(session.chat.stop)
        self.sampling = SamplingPanel(theme, session.chat)
        self._side = QScrollArea()
        self._build()
        for keys, action in (("Esc", session.chat.stop), ("Ctrl+N", session.chat.clear), ("B", self._to_blind_test)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        session.chat.failed.connect(self._show_failure)
        session.changed.connect(self.refresh)
        session.run.state_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show who answers and what may be done."""
        session = self._session
        run, chosen = session.run, session.model_choice.chosen
        subject = session.chat_subject
        model = subject.folder.name if subject else "No model yet"
        if subject and chosen and chosen.folder == subject.folder:
            model = chosen.name.rsplit("/", 1)[-1]
        self.conversation.before_name.setText(model)
        self.conversation.before_note.setText("original" if subject else "")
        self.conversation.after_name.setText(run.name if session.has_after else "Nothing trained yet")
        paused = " so far, paused" if run.state is RunState.PAUSED else ""
        self.conversation.after_note.setText(f"adapter, step {run.step:,}{paused}" if session.has_after else "")
        self.conversation.show_train_first(not session.has_after)
        self.prompt.set_state(session.why_not_chat, busy=session.chat.is_busy)
        self.new_button.setEnabled(bool(session.chat.turns))
        self.next_button.setVisible(run.adapter is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prompt.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        margin, gap = (METRICS.compact_margin, 12) if low else (METRICS.page_margin, METRICS.card_gap)
        self._body.setContentsMargins(margin, gap, margin, gap)

    def _to_blind_test(self) -> None:
        self._session.page_wanted.emit("blind")

    def _send(self, text: str) -> None:
        self.banner.clear()
        self._session.ask(text)

    def _show_failure(self, failure: RunFailed) -> None:
        self.banner.show_error(failure.message, failure.hint, failure.details)

    def _build_side(self) -> None:
        """The panel at the right; it scrolls where the window is low."""
        inner = QWidget()
        inner.setProperty("clear", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.card_gap)
        column.addWidget(self.sampling)
        column.addStretch(1)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setWidgetResizable(True)
        self._side.setWidget(inner)
        self._side.setFixedWidth(_PANEL_WIDTH)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setAccessibleName("Settings of the chat")
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
