"""The pair explorer: every pair's margin over the run, suspected wrong labels first; mend them and train again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.language.translate import tr, tr_marked
from app.models.margin_table import place_words
from app.models.pair_margins import PairMargins
from app.models.session import Session
from app.pages.data.pair_view import PairView
from app.pages.data.pair_work import PairWork
from app.pages.pairs.histogram_card import HistogramCard
from app.pages.pairs.margin_list import MarginList
from app.theme.theme import Theme
from app.theme.tokens import METRICS
from app.widgets.banner import Banner, BannerSlot
from app.widgets.button import Button
from app.widgets.command import Command
from app.widgets.empty_state import EmptyState
from app.widgets.page_header import PageHeader
from app.widgets.splitter import Part, Splitter, stacked
from engine.errors import EngineError


class MarginOrder(QObject):
    """The order in which the explorer goes through the pairs: as its list shows them."""

    def __init__(self, pairs: MarginList) -> None:
        super().__init__(pairs)
        self._list = pairs

    def place(self, index: int) -> tuple[int | None, int]:
        """A pair's line and how many lines there are."""
        return self._list.lines.line_of(index), self._list.lines.rowCount()

    def words(self, index: int) -> str:
        """The same for people."""
        return place_words(*self.place(index), self._list.words)

    def step(self, lines: int) -> None:
        """Look at the pair so many lines further down."""
        self._list.step(lines)


class PairsPage(QWidget):
    """`train_wanted` by the primary button. Notes about edits come from the Data page, which is always there."""

    train_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dataset = session.dataset
        self._margins = PairMargins(session.run, session.dataset, self)
        self.header = PageHeader(theme, tr("Pairs"), icon="trend-down")
        self.back_button = Button(theme, icon="caret-left", kind="ghost", name=tr("Back to Train"))
        self.back_button.clicked.connect(lambda: session.page_wanted.emit("train"))
        self.header.add_leading(self.back_button)
        self.train_button = Button(theme, tr("Train again"), "primary", icon="lightning")
        self.train_button.clicked.connect(self.train_wanted)
        self.header.add_action(self.train_button)
        self.banner = Banner(theme)
        self.list = MarginList(theme, self._dataset)
        self.histogram = HistogramCard(theme)
        self.histogram.epoch_chosen.connect(self.list.lines.show_epoch)
        self.order = MarginOrder(self.list)
        self.pair = PairView(theme, self._dataset, self.order, rewards=session.pair_rewards)
        self.list.selection_counted.connect(self.pair.show_selected_count)
        self.work = PairWork(self._dataset, self.list.selected_indices, self.list.table, self.pair, self)
        self.nothing = EmptyState(theme, "trend-down", "", "", tr("Go to Train"))
        self.nothing.acted.connect(self._act)
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
        self._margins.changed.connect(self._show_margins)
        self._margins.failed.connect(self._show_problem)
        self._dataset.edits.failed.connect(self._show_problem)
        session.changed.connect(self.refresh)
        self._add_commands()
        self._show_margins()

    def _add_commands(self) -> None:
        Command(
            self,
            tr("Search the pairs"),
            lambda: self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
            ("/", QKeySequence.StandardKey.Find),
            why_not=lambda: "" if self._margins.read is not None else tr("There are no margins to look through."),
        ).show_keys_on(self.list.search)
        Command(
            self,
            tr("Train again with the edited pairs"),
            self.train_wanted.emit,
            why_not=lambda: tr("A run is under way.") if self._session.run.state.is_active else "",
        )

    def _build(self, theme: Theme) -> QWidget:
        workbench = QWidget()
        left = stacked(self.list, self.histogram)
        parts = (Part(left, 12), Part(self.pair, 13))
        self._content = QVBoxLayout(workbench)
        self._content.addWidget(Splitter(theme, "pairs", tr("the list and the pair"), parts, 16))
        return workbench

    def refresh(self) -> None:
        """Show what there is, or say why there is nothing and what to do."""
        run, read = self._session.run, self._margins.read
        self.train_button.setEnabled(not run.state.is_active)
        edited = self._dataset.edits.edited_count
        self.train_button.setToolTip(
            tr("A run is under way.")
            if run.state.is_active
            else tr("A new run, with what you edited: {examples}", examples=self._dataset.words.count(edited))
        )
        self.header.set_title(tr_marked(run.words.name))
        self._stack.setCurrentIndex(1 if read is not None else 0)
        if read is not None:
            suspected = read.ranking.suspected
            self.header.set_subtitle(
                tr(
                    "{name} · {examples} · {suspected:,} suspected",
                    name=run.name,
                    examples=run.words.count(len(read.ranking.order)),
                    suspected=suspected,
                )
            )
            return
        self.header.set_subtitle(run.name)
        self.nothing.set_texts(*self._why_nothing())

    def _why_nothing(self) -> tuple[str, str, str]:
        path = self._margins.data_path
        if path is None:
            text = tr("Train first. Every margin is then kept, and suspected wrong labels come first.")
            return tr("No run to look at yet"), text, tr("Go to Train")
        if not self._margins.is_of_open_file:
            return (
                tr("The run is about another file"),
                tr("It learnt from {name}, which is not open.", name=path.name),
                tr("Open {name}", name=path.name),
            )
        if self._margins.is_reading or not self._margins.is_read:
            return tr("Reading the margins"), tr("A moment."), tr("Go to Train")
        text = tr("They come with the first update; runs of an earlier version kept none.")
        return tr("This run has no margins yet"), text, tr("Go to Train")

    def _act(self) -> None:
        path = self._margins.data_path
        if path is not None and not self._margins.is_of_open_file:
            self._session.opening.open(path)
        else:
            self._session.page_wanted.emit("train")

    def _show_margins(self) -> None:
        self.list.show_margins(self._margins.read)
        self.histogram.show_margins(self._margins.read, self._dataset.words)
        self.refresh()

    def _show_problem(self, error: EngineError) -> None:
        if self.isVisible():
            self.banner.show_error(error.message, error.hint, error.details)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._margins.watch(True)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._margins.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < METRICS.compact_below_width
        low = self.window().height() < METRICS.compact_below_height
        margin = METRICS.compact_margin if narrow else METRICS.page_margin
        self._content.setContentsMargins(margin, 12 if low else 16, margin, 12 if low else METRICS.compact_margin)
        self._banner_slot.set_margins(margin, 14)
        self.header.set_compact(narrow, low)
