"""The Arena: a model answers twice, a person picks the better reply, and the picks are a data set."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.arena import ArenaState
from app.models.session import Session
from app.pages.arena.picking_view import PickingView
from app.pages.arena.setup_view import ArenaSetupView
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.command import Command
from app.widgets.page_header import PageHeader
from engine.arena.pick import PickChoice
from engine.errors import EngineError

_PICKS: tuple[tuple[str, PickChoice, str], ...] = (
    ("1", "a", mark("Pick A")),
    ("2", "b", mark("Pick B")),
    ("0", "same", mark("Say that both are the same")),
    ("9", "both_bad", mark("Say that both are bad")),
    ("S", "skip", mark("Skip this prompt")),
)
_SUBTITLES: dict[ArenaState, str] = {
    "loading": "",
    "setup": mark("Collect pairs of your own: a model answers twice, you pick."),
    "picking": mark("Pick the better reply. Each pick is a pair, kept at once."),
}


class ArenaPage(QWidget):
    """Shows the setup until something is asked; `Set up` leads back to it."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._arena = session.arena
        self._shown_failure: EngineError | None = None
        self._shown_notices = 0
        self.header = PageHeader(theme, tr("Arena"))
        self.undo_button = Button(theme, tr("Undo last pick"), "ghost", icon="arrow-counter-clockwise", key="Ctrl Z")
        self.set_up_button = Button(theme, tr("Set up"), icon="gear-six")
        self.set_up_button.setToolTip(tr("Who answers and how, more prompts, and the goal"))
        self.open_button = Button(theme, tr("Open as data"), icon="database")
        self.open_button.setToolTip(tr("The collected pairs on the Data page, ready to train on"))
        self.begin_button = Button(theme, tr("Begin"), "primary", trailing="arrow-right")
        for button in (self.undo_button, self.set_up_button, self.open_button, self.begin_button):
            self.header.add_action(button)
        self.banner = Banner(theme)
        self.setup = ArenaSetupView(theme, session)
        self.picking = PickingView(theme, session.arena)
        self._stack = QStackedWidget()
        self._nothing = QWidget()
        for view in (self._nothing, self.setup, self.picking):
            self._stack.addWidget(view)
        self._build()
        self._connect()
        self._add_commands()
        self._arena.load()
        self.refresh()

    def refresh(self) -> None:
        """Show where things stand."""
        arena, setup = self._arena, self._session.arena_setup
        views = {"loading": self._nothing, "setup": self.setup, "picking": self.picking}
        is_new = self._stack.currentWidget() is not views[arena.state]
        self._stack.setCurrentWidget(views[arena.state])
        if is_new and arena.state == "setup":
            setup.take_up()
        self.header.set_subtitle(tr_marked(_SUBTITLES[arena.state]))
        is_picking, pairs = arena.state == "picking", arena.pair_count
        self.undo_button.setVisible(is_picking)
        self.undo_button.setEnabled(arena.may_undo)
        self.set_up_button.setVisible(is_picking)
        self.open_button.setVisible(bool(pairs))
        self.open_button.set_kind("primary" if is_picking and pairs >= arena.plan.goal else "secondary")
        self.begin_button.setVisible(arena.state == "setup")
        self.begin_button.set_label(tr("Go on") if arena.has_begun else tr("Begin"))
        if setup.is_reading != self.begin_button.is_busy:
            self.begin_button.set_busy(tr("Reading…") if setup.is_reading else "")
        if not setup.is_reading:
            self.begin_button.setEnabled(not setup.why_not_begin)
        self.begin_button.setToolTip(setup.why_not_begin)
        if arena.state == "setup":
            self.setup.refresh()
        self._show_failure()
        self._show_notices()
        if is_new and self.isVisible():
            self._take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arena.set_seen(True)
        self.refresh()
        self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._arena.set_seen(False)
        self._session.leave_arena()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        self.picking.set_size(narrow, low)
        margin, gap = (METRICS.compact_margin, 12) if low else (METRICS.page_margin, METRICS.card_gap)
        self._body.setContentsMargins(margin, gap, margin, gap)

    # ------------------------------------------------------------ what goes wrong

    def _show_error(self, error: EngineError) -> None:
        self.banner.show_error(error.message, error.hint, error.details)

    def _show_failure(self) -> None:
        replies = self._arena.replies
        failure = replies.failure if self._arena.state == "picking" else None
        if failure is self._shown_failure:
            return
        self._shown_failure = failure
        if failure is None:
            self.banner.clear()
            return
        actions: list[tuple[str, Callable[[], None]]] = [(tr("Try again"), replies.try_again)]
        if replies.failed_number is not None:
            actions.append((tr("Leave the prompt out"), partial(self._leave_out, replies.failed_number)))
        self.banner.show_error(failure.message, failure.hint, failure.details, *actions)

    def _leave_out(self, number: int) -> None:
        self._arena.leave_out(number)

    def _show_notices(self) -> None:
        news, self._shown_notices = self._arena.notices[self._shown_notices :], len(self._arena.notices)
        for notice in news:
            self.banner.show_message("warn", notice.title, notice.text)

    # ------------------------------------------------------------ inside

    def _take_focus(self) -> None:
        match self._arena.state:
            case "setup":
                (self.begin_button if self.begin_button.isEnabled() else self.setup.first_control).setFocus()
            case "picking":
                self.picking.take_focus()
            case "loading":
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self.banner.clear()
        self._session.arena_setup.begin()

    def _escape(self) -> None:
        if self.picking.is_writing:
            self.picking.leave_writing()

    def _connect(self) -> None:
        session = self._session
        self.undo_button.clicked.connect(self.picking.undo)
        self.set_up_button.clicked.connect(self._arena.set_up)
        self.open_button.clicked.connect(session.open_collected)
        self.begin_button.clicked.connect(self._begin)
        self._arena.failed.connect(self._show_error)
        session.arena_setup.failed.connect(self._show_error)
        session.arena_setup.panes.failed.connect(self._show_error)
        session.arena_setup.changed.connect(self._refresh_if_seen)
        self._arena.changed.connect(self._refresh_if_seen)
        session.model_choice.changed.connect(self._refresh_if_seen)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _add_commands(self) -> None:
        arena, picking = self._arena, self.picking
        no_pick = lambda: "" if arena.state == "picking" else tr("Nothing is asked yet.")  # noqa: E731
        no_undo = lambda: "" if arena.may_undo else tr("There is no pick to take back.")  # noqa: E731
        no_pairs = lambda: "" if arena.pair_count else tr("There is no pair yet.")  # noqa: E731
        for key, choice, name in _PICKS:
            Command(self, tr_marked(name), partial(picking.press, choice), key, why_not=no_pick)
        about = tr("The corrected reply is chosen over the other one")
        Command(self, tr("Edit the better reply"), picking.edit_better, "E", about=about, why_not=no_pick)
        Command(self, tr("Write a reply of your own"), picking.write_own, "W", why_not=no_pick)
        Command(
            self,
            tr("Draw both replies again"),
            picking.draw_again,
            "R",
            about=tr("From the next seeds"),
            why_not=no_pick,
        )
        Command(self, tr("Type a prompt to ask"), picking.type_prompt, "P", why_not=no_pick)
        as_written = tr("Both alike: Markdown with its marks, to the letter")
        toggle = picking.replies.toggle_form
        Command(self, tr("Show replies as written, or formatted"), toggle, "M", about=as_written, why_not=no_pick)
        Command(self, tr("Undo the last pick"), picking.undo, "Ctrl+Z", why_not=no_undo)
        Command(self, tr("Set up the Arena"), arena.set_up, about=tr("Who answers, prompts, goal"), why_not=no_pick)
        Command(self, tr("Open the collected pairs as data"), self._session.open_collected, why_not=no_pairs)
        Command(self, tr("Leave what is being written"), self._escape, "Esc", about=tr("It is kept for the next time"))

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout()
        column.setSpacing(METRICS.card_gap)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self._body = QHBoxLayout()
        self._body.addLayout(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self._body, 1)
