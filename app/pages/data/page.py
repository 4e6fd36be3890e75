"""The Data page: the welcome while there is nothing, then the pairs, one of them in full, and the split."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.data_opening import DataOpening
from app.models.dataset import Dataset
from app.models.mending import Mending
from app.models.pair_rewards import PairRewards
from app.models.reading_choice import ReadingChoice
from app.models.words import byte_size
from app.pages.data.copy_work import CopyWork
from app.pages.data.filter_bar import FilterBar
from app.pages.data.held_back_card import HeldBackCard
from app.pages.data.left_out import explain_left_out
from app.pages.data.length_card import LengthCard
from app.pages.data.pair_list import PairList
from app.pages.data.pair_view import PairView
from app.pages.data.pair_work import PairWork
from app.pages.data.reading_dialog import ReadingDialog
from app.pages.data.welcome import Welcome
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.badge import Badge
from app.widgets.banner import Banner, BannerSlot
from app.widgets.button import Button
from app.widgets.command import Command
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.page_header import PageHeader
from app.widgets.splitter import Part, Splitter, stacked
from app.widgets.work_line import WorkLine
from engine.data.file_shape import FileShape
from engine.data.formats.registry import format_title
from engine.data.options import ReadingOptions
from engine.errors import EngineError

_FILES = mark("Preference files (*.jsonl *.json *.ndjson *.csv *.tsv *.parquet *.arrow *.db *.gz *.zst);;All files (*)")


class DataPage(QWidget):
    """`next_wanted` is emitted by the primary button, `file_opened` with a folder, the other two by the welcome's.

    `noted(text, label, action)` asks for a note that offers an action; label and action may be empty.
    """

    next_wanted = Signal()
    demo_wanted = Signal()
    arena_wanted = Signal()
    file_opened = Signal(str)
    noted = Signal(str, str, object)

    def __init__(
        self,
        theme: Theme,
        dataset: Dataset,
        start_folder: str = "",
        opening: DataOpening | None = None,
        parent: QWidget | None = None,
        *,
        rewards: PairRewards | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dataset = dataset
        self._opening = opening or DataOpening(dataset, self)
        self.reading_dialog: ReadingDialog | None = None
        self._start_folder = start_folder
        self._shown_data: object = None
        self._error: EngineError | None = None
        self.banner = Banner(theme)
        self.welcome = Welcome(theme)
        self.welcome.demo_wanted.connect(self.demo_wanted)
        self.welcome.arena_wanted.connect(self.arena_wanted)
        self.welcome.file_wanted.connect(self.ask_for_file)
        self.header = PageHeader(theme, "", icon="file-text")
        self.replace_button = Button(theme, tr("Open another file"), icon="folder-open")
        self.replace_button.clicked.connect(self.ask_for_file)
        self.next_button = Button(theme, tr("Next: Model"), "primary", trailing="arrow-right")
        self.next_button.clicked.connect(self.next_wanted)
        self.otherwise_button = Button(theme, tr("Read it otherwise…"), "ghost", size="compact")
        self.otherwise_button.clicked.connect(self._opening.ask)
        self.header.add_beside_title(self.otherwise_button)
        self.copy_button = Button(theme, tr("Save a copy"), icon="floppy-disk")
        self.header.add_action(self.replace_button)
        self.header.add_action(self.copy_button)
        self.header.add_action(self.next_button)
        self.filters = FilterBar(theme)
        self.filters.chosen.connect(self._filter)
        self.list = PairList(theme, dataset)
        self.pair = PairView(theme, dataset, rewards=rewards)
        self.lengths = LengthCard(theme, dataset)
        self.held_back = HeldBackCard(theme, dataset)
        self.progress = WorkLine(theme, tr("Reading the file"))
        self.progress.cancelled.connect(dataset.cancel_opening)
        self.list.selection_counted.connect(self.pair.show_selected_count)
        self.work = PairWork(dataset, self.list.selected_indices, self.list.table, self.pair, self)
        self.copy = CopyWork(theme, dataset)
        self.mending = Mending(dataset, self)
        self.confirm: ConfirmDialog | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._build_workbench())
        self._banner_slot = BannerSlot(self.banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._banner_slot)
        layout.addWidget(self._stack, 1)
        self.filters.stop.clicked.connect(dataset.check.stop)
        self.filters.check.clicked.connect(dataset.check.start)
        dataset.check.progressed.connect(self.filters.show_check)
        self._add_commands()
        self._connect_edits()
        dataset.changed.connect(self.refresh)
        dataset.progressed.connect(self._show_progress)
        dataset.failed.connect(self.show_error)
        self._opening.failed.connect(self.show_error)
        self._opening.asked.connect(self._ask_how_to_read)
        self._opening.unsure.connect(self._offer_columns)
        self.refresh()

    def _build_workbench(self) -> QWidget:
        workbench = QWidget()
        left, right = stacked(self.list, self.lengths), stacked(self.pair, self.held_back)
        columns = Splitter(self._theme, "data", tr("the list and the pair"), (Part(left, 12), Part(right, 13)), 16)
        self._content = QVBoxLayout(workbench)
        self._content.setSpacing(14)
        self._content.addWidget(self.progress)
        self._content.addWidget(self.copy)
        self._content.addWidget(self.filters)
        self._content.addWidget(columns, 1)
        return workbench

    def _connect_edits(self) -> None:
        self.copy_button.clicked.connect(self.copy.ask)
        self.copy.noted.connect(lambda text: self.noted.emit(text, "", None))
        self.copy.saving.failed.connect(self._show_problem)
        self.copy.saving.changed.connect(self.refresh)
        self.filters.mended.connect(self._mend)
        self.mending.changed.connect(lambda: self.filters.show_mending(self._dataset, self.mending))
        edits = self._dataset.edits
        edits.failed.connect(self._show_problem)
        edits.noted.connect(self._note)
        edits.warned.connect(lambda title, text: self.banner.show_message("warn", title, text))

    def _note(self, text: str, way_back: str) -> None:
        edits = self._dataset.edits
        label, action = (tr("Undo"), edits.undo) if way_back == "undo" else (tr("Redo"), edits.redo)
        self.noted.emit(text, label, action)

    def _show_problem(self, error: EngineError) -> None:
        self.banner.show_error(error.message, error.hint, error.details)

    def _mend(self, check: str) -> None:
        if check:
            self.mending.mend(check)
            return
        count = self.mending.plain_count
        if not count:
            return
        text = tr(
            "{plain_offer} The file itself stays as it is, and one undo brings all of them back.",
            plain_offer=self.mending.plain_offer,
        )
        drop = tr_count("Drop {count:,} pair", "Drop {count:,} pairs", count)
        self.confirm = ConfirmDialog(
            self._theme, f"{drop}?", text, drop, tr("Cancel"), default_is_confirm=True, parent=self
        )
        self.confirm.accepted.connect(self.mending.mend_plain)
        self.confirm.finished.connect(self.confirm.deleteLater)
        self.confirm.open()

    def _add_commands(self) -> None:
        dataset = self._dataset
        nothing = lambda: "" if dataset.pair_count else tr("No pairs are open.")  # noqa: E731
        Command(
            self,
            tr("Save a copy of the pairs"),
            self.copy.ask,
            QKeySequence.StandardKey.Save,
            about=tr("With your edits, in a format of your choice"),
            why_not=lambda: self.copy.why_not,
        ).show_keys_on(self.copy_button)
        keys = ("/", QKeySequence.StandardKey.Find)
        Command(self, tr("Search the pairs"), self._to_search, keys, reach="window", why_not=nothing).show_keys_on(
            self.list.search
        )
        Command(
            self,
            tr("Read the file otherwise"),
            self._opening.ask,
            about=tr("Say what its columns are"),
            why_not=nothing,
        )
        Command(self, tr("Check the pairs again"), dataset.check.start, why_not=nothing)

    def _to_search(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_for_file(self) -> None:
        """Let a person choose a file, and open it."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Open preference data"), self._start_folder, tr_marked(_FILES))
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Open a file, whether chosen, dropped or given."""
        self.banner.clear()
        self._start_folder = str(path.parent)
        self.file_opened.emit(self._start_folder)
        self._opening.open(path)

    def show_error(self, error: EngineError) -> None:
        """Say what went wrong and offer another file."""
        self._error = error
        self.banner.show_error(error.message, error.hint, error.details, (tr("Open a file"), self.ask_for_file))

    def _offer_columns(self, shape: FileShape) -> None:
        """A file that was not recognised has columns all the same: let a person say what they are."""
        choose = (tr("Choose columns"), lambda: self._ask_how_to_read(shape))
        error = self._error
        if error is not None:
            self.banner.show_error(error.message, error.hint, error.details, choose)
        self._ask_how_to_read(shape)

    def _ask_how_to_read(self, shape: FileShape) -> None:
        is_open = shape.path == self._dataset.path
        options = self._dataset.options if is_open else ReadingOptions()
        choice = ReadingChoice(shape, options)
        is_remembered = is_open and self._opening.is_remembered
        dialog = ReadingDialog(self._theme, choice, is_remembered=is_remembered, parent=self)
        dialog.accepted.connect(self.banner.clear)
        dialog.accepted.connect(lambda: self._opening.read_as(shape, choice.options))
        dialog.finished.connect(dialog.deleteLater)
        self.reading_dialog = dialog
        dialog.open()

    def refresh(self) -> None:
        """Show the dataset as it is now."""
        dataset = self._dataset
        is_empty = dataset.state == "empty"
        self.header.setVisible(not is_empty)
        self._stack.setCurrentIndex(0 if is_empty else 1)
        self.progress.setVisible(dataset.state == "loading")
        self.next_button.setEnabled(dataset.state == "loaded")
        self.next_button.setToolTip("" if dataset.state == "loaded" else tr("The file is still being read."))
        self.held_back.setEnabled(dataset.state == "loaded")
        self.otherwise_button.setEnabled(dataset.state == "loaded")
        self.copy_button.setEnabled(not self.copy.why_not)
        self.copy_button.setToolTip(self.copy.why_not)
        if is_empty:
            self._shown_data = None
            return
        self._show_facts()
        self.filters.show_dataset(dataset)
        if dataset.data is not None and dataset.data is not self._shown_data:
            self._shown_data = dataset.data
            left_out = explain_left_out(dataset.data, dataset.options.ties == "keep")
            if left_out is not None:
                self.banner.show_message("warn", left_out.title, left_out.text, details=left_out.details)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < METRICS.compact_below_width
        low = self.window().height() < METRICS.compact_below_height
        margin = METRICS.compact_margin if narrow else METRICS.page_margin
        self._content.setContentsMargins(margin, 12 if low else 16, margin, 12 if low else METRICS.compact_margin)
        self._banner_slot.set_margins(margin, 14)
        self.header.set_compact(narrow, low)
        self.lengths.setVisible(not low)
        self.held_back.set_compact(low)

    def _show_facts(self) -> None:
        path = self._dataset.path or self._dataset.opening
        if path is None:
            return
        data = self._dataset.data
        pairs, kept = self._dataset.pair_count, self._dataset.kept_count
        up, down = self._dataset.thumbs
        counted = tr("{up:,} up, {down:,} down", up=up, down=down)
        facts = [counted if up + down == pairs == kept and pairs else self._how_many(pairs, kept)]
        if path.exists():
            facts.append(byte_size(path.stat().st_size))
        self.header.set_title(path.name, " · ".join(facts))
        self.header.clear_badges()
        if data is not None:
            usual = ReadingOptions(thumbs=self._dataset.holds_thumbs)
            chosen = tr(", read as you chose") if self._dataset.options != usual else ""
            self.header.add_badge(Badge(self._theme, tr_engine(format_title(data.format)) + chosen))

    def _how_many(self, pairs: int, kept: int) -> str:
        words = self._dataset.words
        return words.count(pairs) if kept == pairs else words.some(kept, pairs)

    def _show_progress(self, done: int, total: int) -> None:
        share = done / total if total else None
        self.progress.show_share(
            share,
            tr("Reading the file, {byte_size} of {byte_size2}", byte_size=byte_size(done), byte_size2=byte_size(total)),
        )

    def _filter(self, name: str) -> None:
        self._dataset.filter.set(self._dataset.filter.text, name)
        self.filters.show_dataset(self._dataset)
