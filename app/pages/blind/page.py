"""The blind test: set it up, vote without knowing who wrote what, see the result."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.background.task import run_task
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.prompt_source_words import as_shown
from app.models.session import Session
from app.pages.blind.result_view import ResultView
from app.pages.blind.setup_view import SetupView
from app.pages.blind.voting_view import VotingView
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner
from app.widgets.button import Button
from app.widgets.command import Command
from app.widgets.page_header import PageHeader
from engine.errors import EngineError
from engine.evaluation.keep import save_as_pairs, save_votes
from engine.evaluation.report import build_report, save_report
from engine.evaluation.report_html import as_html
from engine.evaluation.report_markdown import as_markdown
from engine.evaluation.vote import Choice

_VOTES: tuple[tuple[str, Choice, str], ...] = (
    ("1", "a", mark("Vote for A")),
    ("2", "b", mark("Vote for B")),
    ("0", "same", mark("Vote: the same")),
    ("9", "both_bad", mark("Vote: both bad")),
    ("S", "skip", mark("Skip this prompt")),
)
_BLIND = mark("You do not see which model wrote which reply. Sides are shuffled each time.")
_REPORTS = mark("Web page (*.html);;Markdown (*.md)")


class BlindPage(QWidget):
    """Belongs to Compare: its cross and Esc lead back there, and every vote so far is kept."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._blind = session.blind
        self._shown_failure: EngineError | None = None
        self._shown_notices = 0
        self.header = PageHeader(theme, tr("Blind test"))
        self.back_button = Button(theme, icon="x", kind="ghost", name=tr("Back to Compare (Esc)"))
        self.undo_button = Button(theme, tr("Undo last vote"), "ghost", icon="arrow-counter-clockwise", key="Ctrl Z")
        self.reveal_button = Button(theme, tr("Finish and reveal"), icon="scales")
        self.begin_button = Button(theme, tr("Begin"), "primary", trailing="arrow-right")
        self.another_button = Button(theme, tr("New test"), "primary", icon="plus")
        self.header.add_leading(self.back_button)
        for button in (self.undo_button, self.reveal_button, self.begin_button, self.another_button):
            self.header.add_action(button)
        self.banner = Banner(theme)
        self.setup = SetupView(theme, session)
        self.voting = VotingView(theme, session.blind)
        self.result = ResultView(theme)
        self._stack = QStackedWidget()
        self._nothing = QWidget()
        for view in (self._nothing, self.setup, self.voting, self.result):
            self._stack.addWidget(view)
        self._build()
        self._connect()
        self._add_commands()
        self._blind.load()
        self.refresh()

    def refresh(self) -> None:
        """Show where the test stands."""
        blind, setup = self._blind, self._session.blind_setup
        views = {"loading": self._nothing, "setup": self.setup, "voting": self.voting, "result": self.result}
        view = views[blind.state]
        is_new = self._stack.currentWidget() is not view
        self._stack.setCurrentWidget(view)
        self.header.set_subtitle(tr_marked(_BLIND) if blind.state == "voting" else self._subtitle())
        self.undo_button.setVisible(blind.state == "voting")
        self.undo_button.setEnabled(blind.may_undo)
        self.reveal_button.setVisible(blind.state == "voting")
        self.reveal_button.set_label(tr("Finish and reveal") if blind.votes else tr("Cancel test"))
        self.reveal_button.set_kind("primary" if blind.is_complete else "secondary")
        self.begin_button.setVisible(blind.state == "setup")
        self.another_button.setVisible(blind.state == "result")
        reason = setup.why_not_begin
        if setup.is_reading != self.begin_button.is_busy:
            self.begin_button.set_busy(tr("Reading…") if setup.is_reading else "")
        if not setup.is_reading:
            self.begin_button.setEnabled(not reason)
        self.begin_button.setToolTip(reason)
        if blind.state == "setup":
            self.setup.refresh()
        elif blind.state == "result":
            self.result.show_result(blind.votes, is_complete=blind.is_complete)
        self._show_failure()
        self._show_notices()
        if is_new and self.isVisible():
            self._take_focus()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():  # a run reports many times a second
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._blind.set_seen(True)
        self.refresh()
        self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._blind.set_seen(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window().size()
        narrow, low = window.width() < METRICS.compact_below_width, window.height() < METRICS.compact_below_height
        self.header.set_compact(narrow, low)
        self.voting.set_low(low)
        margin, gap = (METRICS.compact_margin, 12) if low else (METRICS.page_margin, METRICS.card_gap)
        self._body.setContentsMargins(margin, gap, margin, gap)

    # ------------------------------------------------------------ what the result can be kept as

    def save_report(self, path: Path) -> None:
        """Write the report; Markdown where the name says so, else a web page."""
        test, votes = self._blind.test, self._blind.votes
        if test is not None:
            render = as_markdown if path.suffix.lower() in (".md", ".markdown") else as_html
            work = lambda _: save_report(path, build_report(test, votes), render)  # noqa: E731
            self._keep(work, lambda _: self._saved(tr("The report is saved as {name}.", name=path.name)))

    def export_votes(self, path: Path) -> None:
        """Write the votes of this test into a file of their own."""
        votes, project = self._blind.votes, self._session.project
        kept = (project.votes_path, project.edits_path)
        self._keep(
            lambda _: save_votes(votes, path, kept),
            lambda count: self._saved(
                tr_count("{count:,} vote saved as {name}.", "{count:,} votes saved as {name}.", count, name=path.name)
            ),
        )

    def save_pairs(self) -> None:
        """Write the clear votes as a data set of the project."""
        votes, folder = self._blind.votes, self._session.project.data_folder
        self._keep(lambda _: save_as_pairs(votes, folder), self._pairs_saved)

    def _pairs_saved(self, saved: tuple[Path, int]) -> None:
        path, count = saved
        self.banner.show_message(
            "ok",
            tr_count(
                "{count:,} pair saved as {name} in the project.",
                "{count:,} pairs saved as {name} in the project.",
                count,
                name=path.name,
            ),
            tr("Train on them, alone or with more: your votes are preferences like any other."),
            ((tr("Open as data"), lambda: self._open_pairs(path)),),
        )

    def _open_pairs(self, path: Path) -> None:
        self.banner.clear()
        self._session.page_wanted.emit("data")
        self._session.dataset.open(path)

    def _keep(self, work: Callable[[object], object], done: Callable[..., None]) -> None:
        run_task(work, done, self._show_error, owner=self, doing=tr("Saving"))

    def _saved(self, words: str) -> None:
        self.banner.show_message("ok", words)

    def _ask_where_report(self) -> None:
        name, kind = QFileDialog.getSaveFileName(
            self, tr("Save the report"), f"{self._stem()}.html", tr_marked(_REPORTS)
        )
        if name:
            suffix = ".md" if "md" in kind else ".html"
            self.save_report(Path(name) if Path(name).suffix else Path(name).with_suffix(suffix))

    def _ask_where_votes(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export the votes"), f"{self._stem()}.jsonl", tr("JSON lines (*.jsonl)")
        )
        if name:
            self.export_votes(Path(name))

    def _stem(self) -> str:
        test = self._blind.test
        return f"blind-test-{test.contestants.run}" if test else "blind-test"

    # ------------------------------------------------------------ what goes wrong

    def _show_error(self, error: EngineError) -> None:
        self.banner.show_error(error.message, error.hint, error.details)

    def _show_failure(self) -> None:
        replies = self._blind.replies
        failure = replies.failure if self._blind.state == "voting" else None
        if failure is self._shown_failure:
            return
        self._shown_failure = failure
        if failure is None:
            self.banner.clear()
            return
        actions: list[tuple[str, Callable[[], None]]] = [(tr("Try again"), self._try_again)]
        if replies.failed_number == self._blind.number:
            actions.append((tr("Skip this prompt"), self._skip_failed))
        self.banner.show_error(failure.message, failure.hint, failure.details, *actions)

    def _show_notices(self) -> None:
        news, self._shown_notices = self._blind.notices[self._shown_notices :], len(self._blind.notices)
        for notice in news:
            self.banner.show_message("warn", notice.title, notice.text)

    def _try_again(self) -> None:
        self._blind.replies.try_again()
        self.refresh()
        self.voting.refresh()

    def _skip_failed(self) -> None:
        self.voting.vote("skip")

    # ------------------------------------------------------------ inside

    def _subtitle(self) -> str:
        test = self._blind.test
        if self._blind.state == "result" and test is not None:
            return tr(
                "{run} against {model_name}, prompts {source}",
                run=test.contestants.run,
                model_name=test.contestants.model_name,
                source=as_shown(test.source),
            )
        return tr("Which replies are better when you do not know who wrote them?")

    def _take_focus(self) -> None:
        match self._blind.state:
            case "setup":
                (self.begin_button if self.begin_button.isEnabled() else self.setup.count.box).setFocus()
            case "voting":
                self.voting.take_focus()
            case "result":
                self.result.setFocus(Qt.FocusReason.OtherFocusReason)
            case "loading":
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._session.page_wanted.emit("compare")

    def _begin(self) -> None:
        self.banner.clear()
        self._session.blind_setup.begin(self._session.chat.sampling)

    def _reveal(self) -> None:
        if not self.voting.is_lit:  # the last vote is still to be seen
            self.banner.clear()
            self._blind.reveal()

    def _another(self) -> None:
        self.banner.clear()
        self._blind.plan_another()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.undo_button.clicked.connect(self.voting.undo)
        self.reveal_button.clicked.connect(self._reveal)
        self.begin_button.clicked.connect(self._begin)
        self.another_button.clicked.connect(self._another)
        self.result.report_wanted.connect(self._ask_where_report)
        self.result.export_wanted.connect(self._ask_where_votes)
        self.result.pairs_wanted.connect(self.save_pairs)
        self.result.go_on_wanted.connect(self._blind.go_on)
        self._blind.failed.connect(self._show_error)
        self._session.blind_setup.failed.connect(self._show_error)
        self._session.blind_setup.changed.connect(self.refresh)
        self._session.changed.connect(self._refresh_if_seen)

    def _add_commands(self) -> None:
        blind, voting = self._blind, self.voting
        no_vote = lambda: "" if blind.state == "voting" else tr("No blind test is under way.")  # noqa: E731
        for key, choice, name in _VOTES:
            Command(self, tr_marked(name), partial(self._vote_by_key, choice), key, why_not=no_vote)
        Command(self, tr("Give a reason for the vote"), self._reason, "R", why_not=no_vote)
        no_undo = lambda: "" if blind.may_undo else tr("There is no vote to take back.")  # noqa: E731
        Command(self, tr("Undo the last vote"), voting.undo, "Ctrl+Z", why_not=no_undo)
        as_written = tr("Both alike: Markdown with its marks, to the letter")
        toggle = voting.replies.toggle_form
        Command(self, tr("Show replies as written, or formatted"), toggle, "M", about=as_written, why_not=no_vote)
        Command(self, tr("Leave the blind test"), self._leave, "Esc", about=tr("Back to Compare; every vote is kept"))

    def _reason(self) -> None:
        if self.voting.reasons.isEnabled() and self.voting.isVisible():
            self.voting.reasons.focus_next()

    def _vote_by_key(self, choice: Choice) -> None:
        if self.voting.buttons[choice].isEnabled():
            self.voting.vote(choice)

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
