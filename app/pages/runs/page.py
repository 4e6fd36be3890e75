"""The Runs page: every run of the project, of sweeps and of the command line, to find, compare, go on with, delete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import tr, tr_count, tr_marked
from app.models.run_columns import COLUMNS
from app.models.run_filter import RunChip
from app.models.run_history import Reading
from app.models.run_marks import RunMarks
from app.models.run_overlay import RunOverlay
from app.models.run_table import RunTable
from app.models.session import Session
from app.models.words import byte_size
from app.pages.reward_report.dialog import open_reward_report
from app.pages.runs.action_bar import ActionBar
from app.pages.runs.overlay_view import OverlayView
from app.pages.runs.run_commands import add_run_commands
from app.pages.runs.run_exports import RunExports
from app.pages.runs.run_list import RunList
from app.pages.runs.run_work import RunWork
from app.pages.runs.side_view import SideView
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner, BannerSlot
from app.widgets.button import Button
from app.widgets.empty_state import EmptyState
from app.widgets.page_header import PageHeader
from app.widgets.search_field import SearchField
from app.widgets.splitter import Part, Splitter
from engine.errors import EngineError
from engine.storage.run_summary import RunSummary

_SEARCH_WIDTH = 220
_LOWER, _LOWER_WHEN_LOW, _LOWEST = 400, 300, 240  # how high what lies below the table is


class RunsPage(QWidget):
    """`new_run_wanted` by the primary button. `noted(text, tone)` for a note, `undoable(text, action)` with an undo.

    `columns_chosen` carries the names of the columns that a person wants to see.
    """

    new_run_wanted = Signal()
    noted = Signal(str, str)
    undoable = Signal(str, object)
    columns_chosen = Signal(object)

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._history = session.history
        self.marks = RunMarks(self)
        self.table = RunTable(self._history, self.marks, self)
        self.header = PageHeader(theme, tr("Runs"))
        self.search = SearchField(theme, tr("Search runs"))
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.search.setAccessibleDescription(tr("Looks through names, tags, notes, models, data and states"))
        self.search.searched.connect(lambda text: self.table.narrow(text=text))
        self.columns_button = Button(theme, tr("Columns"), icon="sliders-horizontal")
        self.columns_button.clicked.connect(lambda: self._show_menu(self.columns_menu(), self.columns_button))
        self.new_button = Button(theme, tr("New run"), "primary", icon="plus", key="Ctrl R")
        self.new_button.clicked.connect(self.new_run_wanted)
        self.export_button = Button(theme, tr("Export"), icon="download-simple")
        self.export_button.clicked.connect(lambda: self._show_menu(self.exports.menu(), self.export_button))
        for widget in (self.search, self.columns_button, self.export_button, self.new_button):
            self.header.add_action(widget)
        self.banner = Banner(theme)
        self.bar = ActionBar(theme)
        self.list = RunList(theme, self.table)
        self.overlay = RunOverlay(self)
        self.curves = OverlayView(theme, self.overlay)
        self.side = SideView(theme, self.overlay)
        self.details = self.side.details
        self.work = RunWork(session, self.table, self.marks, self.list, self)
        self.exports = RunExports(session.history, lambda: self.work.subjects, self)
        self.nothing = EmptyState(
            theme,
            "clock-counter-clockwise",
            tr("No runs yet"),
            tr("Every run that you train is kept here."),
            tr("Go to Train"),
        )
        self.nothing.acted.connect(lambda: session.page_wanted.emit("train"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._build(theme))
        self._banner_slot = BannerSlot(self.banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._banner_slot)
        layout.addWidget(self._stack, 1)
        self._connect()
        add_run_commands(self, session.history)
        session.blind.changed.connect(self._show_wins)
        self.refresh()
        self._show_run(self.list.current)

    def refresh(self) -> None:
        """Show the list as it is now."""
        history = self._history
        self.marks.keep({run.folder for run in history.runs})
        self._stack.setCurrentIndex(1 if history.runs else 0)
        for widget in (self.search, self.columns_button, self.export_button):
            widget.setVisible(bool(history.runs))
        if history.runs:
            size = byte_size(history.disk_bytes)
            words = tr_count("{count:,} run · {size}", "{count:,} runs · {size}", len(history.runs), size=size)
        else:
            words = "" if history.is_read else tr("Looking for runs…")
        self.header.set_subtitle(words)
        self.bar.show_counts(self.table.counts())
        self._show_subject()

    def show_reward_report(self) -> None:
        """Ask what the current run's rewards are to be held against."""
        run = self.list.current
        if run is not None and not self.work.why_not_report():
            model = self._session.reward_report
            open_reward_report(self._theme, model, Path(run.folder), run.title, self, self.noted.emit)

    # ------------------------------------------------------------ inside

    def _build(self, theme: Theme) -> QWidget:
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.addWidget(self.bar)
        sides = (Part(self.curves, 5), Part(self.side, 4))
        lower = Splitter(theme, "runs", tr("the curves and the details"), sides, METRICS.card_gap)
        lower.setMinimumHeight(_LOWEST)
        rows = (Part(self.list), Part(lower, 0, _LOWER))
        upright = Qt.Orientation.Vertical
        self._rows = Splitter(theme, "runs-rows", tr("the list and what is below"), rows, METRICS.card_gap, upright)
        self._content.addWidget(self._rows, 1)
        return content

    def _connect(self) -> None:
        history, work, bar = self._history, self.work, self.bar
        history.changed.connect(self.refresh)
        history.progressed.connect(self._show_progress)
        history.failed.connect(self._show_problem)
        history.binned.connect(self._say_deleted)
        history.restored.connect(lambda name: self.noted.emit(tr("{name} is back", name=name), "ok"))
        self._session.run_opening.failed.connect(self._show_problem)
        self._session.changed.connect(self._show_subject_if_seen)
        self.marks.changed.connect(self._show_subject)
        self.marks.changed.connect(self._show_curves)
        self.overlay.failed.connect(self._show_problem)
        self.exports.failed.connect(self._show_problem)
        self.exports.done.connect(lambda text: self.noted.emit(text, "ok"))
        self.curves.noted.connect(self.noted)
        self.list.chosen.connect(self._show_run)
        self.list.opened.connect(work.open)
        self.list.toggled.connect(self.marks.toggle)
        self.list.starred.connect(work.toggle_star_of)
        self.list.nothing.acted.connect(self._show_all)
        self.details.tagged.connect(history.set_tags)
        self.details.noted.connect(history.set_note)
        self.details.report_button.clicked.connect(self.show_reward_report)
        work.judged.connect(self._show_why_not_resume)
        work.duplicated.connect(self.new_run_wanted)
        work.missed.connect(self._say_missed)
        bar.narrowed.connect(self._narrow)
        bar.open.clicked.connect(work.open)
        bar.compare.clicked.connect(work.compare)
        bar.resume.clicked.connect(work.resume)
        bar.duplicate.clicked.connect(work.duplicate)
        bar.rename.clicked.connect(self.list.rename)
        bar.delete.clicked.connect(work.delete)

    def _show_wins(self) -> None:
        if self.isVisible():
            self.table.show_wins(self._session.blind.tallies())

    def _why_no_run(self) -> str:
        return "" if self.list.current is not None else tr("There is no run in the list.")

    def _show_run(self, run: RunSummary | None) -> None:
        self.details.show_run(run)
        self.work.judge(run)
        self._show_subject()
        self._show_curves()

    def _show_curves(self) -> None:
        """Those of the marked runs that have a place in the palette, else the current one's."""
        marks, history = self.marks, self._history
        placed = [(run, marks.place(folder)) for folder in marks.folders if (run := history.run(folder))]
        current = self.list.current
        wanted = [(run, place) for run, place in placed if place is not None]
        self.overlay.show(wanted or ([(current, None)] if current else []))
        self.curves.show_marked(len(marks))
        self.side.follow_marks(len(marks))

    def _show_why_not_resume(self) -> None:
        self.details.show_why_not_resume(self.work.why_not_go_on)
        self._show_subject()

    def _show_subject(self) -> None:
        current, work, bar = self.list.current, self.work, self.bar
        bar.show_subject(current.title if current else "", len(self.marks))
        reasons = (
            (bar.open, work.why_not_open()),
            (bar.compare, work.why_not_compare()),
            (bar.resume, work.why_not_resume()),
            (bar.duplicate, self._why_no_run()),
            (bar.rename, self._why_no_run()),
            (bar.delete, work.why_not_delete()),
            (self.details.report_button, work.why_not_report()),
        )
        for button, why_not in reasons:
            button.setEnabled(not why_not)
            button.setToolTip(why_not)

    def _show_subject_if_seen(self) -> None:
        if self.isVisible():  # a run that goes on says so thirty times a second
            self._show_subject()

    def _narrow(self, chip: RunChip) -> None:
        self.table.narrow(chip=chip)
        self.bar.show_counts(self.table.counts())

    def _show_all(self) -> None:
        self.search.clear()
        self.bar.choose_chip("all")
        self._narrow("all")

    def _show_progress(self, reading: Reading) -> None:
        if reading.total > 20:
            self.header.set_subtitle(tr("Reading runs, {done:,} of {total:,}", done=reading.done, total=reading.total))

    def _show_problem(self, error: EngineError) -> None:
        if self.isVisible():
            self.banner.show_error(error.message, error.hint, error.details)

    def _say_missed(self, what: str) -> None:
        text = tr("{what} Choose another, then train.", what=what)
        self.banner.show_message("warn", tr("The settings are taken, but not all of the rest"), text)

    def _say_deleted(self, what: str) -> None:
        self.undoable.emit(tr("{what} moved to the bin", what=what), self._history.undo_delete)

    def _show_menu(self, menu: QMenu, button: Button) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def columns_menu(self) -> QMenu:
        """A fresh menu of what the table can show."""
        menu = QMenu(self)
        without_room = self.list.columns_without_room
        for column in COLUMNS:
            if column.name in ("mark", "star", "name", "state"):
                continue
            words = (
                tr("{title} (no room now)", title=tr_marked(column.title))
                if column.title in without_room
                else tr_marked(column.title)
            )
            action = menu.addAction(words)
            action.setToolTip(tr_marked(column.tip))
            action.setCheckable(True)
            action.setChecked(column.name in self.list.wanted_columns)
            action.toggled.connect(lambda on, name=column.name: self._want_column(name, wanted=on))
        return menu

    def _want_column(self, name: str, *, wanted: bool) -> None:
        columns = self.list.wanted_columns
        self.list.want_columns(columns | {name} if wanted else columns - {name})
        self.columns_chosen.emit(self.list.wanted_columns)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_subject()
        self._show_wins()
        self._history.watch(True)
        self.overlay.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.details.keep()
        self._history.watch(False)
        self.overlay.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < METRICS.compact_below_width
        low = self.window().height() < METRICS.compact_below_height
        margin = METRICS.compact_margin if narrow else METRICS.page_margin
        self._content.setContentsMargins(margin, 12 if low else 16, margin, 12 if low else METRICS.compact_margin)
        self._content.setSpacing(10 if low else METRICS.card_gap)
        self.details.set_low(low)
        self._rows.set_size(1, _LOWER_WHEN_LOW if low else _LOWER)
        self._banner_slot.set_margins(margin, 14)
        self.header.set_compact(narrow, low)
