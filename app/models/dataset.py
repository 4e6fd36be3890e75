"""The preference file that is open: its pairs as they arrive, what the check found, and which are held back."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.data_work import DataWork
from app.models.open_file import OpenFile, SplitCounts
from app.models.pair_edits import PairEditsModel
from app.models.pair_table import PairTable
from app.models.rising import holds
from engine.data.checks.catalogue import LISTED
from engine.data.checks.flag import Flag
from engine.data.checks.registry import FlagFound, check_in_pieces, check_problems
from engine.data.edits.check_edited import check_edited
from engine.data.edits.edited_pairs import EditedPairs, SomePairs
from engine.data.find_pairs import find_pairs
from engine.data.index_file import BytesRead, FormatFound, News, PairsFound, ReadingDone, read_in_pieces
from engine.data.options import ReadingOptions
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData, require_pairs
from engine.data.reply_lengths import ReplyLengths, reply_lengths
from engine.data.split import held_back_of
from engine.errors import EngineError
from engine.plan import DataPlan

DatasetState = Literal["empty", "loading", "loaded"]

EDITED = "edited"  # the filter that shows what a person changed
_FOLLOW_MILLISECONDS = 400  # after the last edit, before the check looks again
_ARRIVAL_MILLISECONDS = 150  # a batch of pairs that were read may come more often than it is worth drawing them
_SPLIT_MILLISECONDS = 120  # a moving slider asks for one split, not for fifty
# Not rows to look at one by one, but a property of the whole file.
_OF_THE_WHOLE = ("length_bias",)
_PLAN = DataPlan(path="-")  # for its defaults
_AS_THE_FILE_SAYS = ReadingOptions()


class Dataset(QObject):
    """Reads, checks, splits and searches beside the window.

    A pair is named by its index among all pairs. `changed` after anything a person would see changed;
    `progressed(done, total)` in bytes while reading; `failed(EngineError)` when a file could not be opened (what was
    open before stays open) or can no longer be read. `selection_changed(pair)` when another pair is looked at,
    `searching(share)` while a filter fills the table, `filtered` when the table shows what was asked for.
    """

    changed = Signal()
    progressed = Signal(object, object)
    checking = Signal(float)
    failed = Signal(object)
    selection_changed = Signal(object)
    searching = Signal(float)
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = PairTable(self)
        self.edits = PairEditsModel(self)
        self.table.show_marks(self.edits.of)
        self.state: DatasetState = "empty"
        self.read_share = 0.0  # of the file's bytes, while it is read
        self._file: OpenFile | None = None
        self._previous: OpenFile | None = None  # comes back when the one being read cannot be opened
        self._selected: int | None = None
        self._share = _PLAN.evaluation_share
        self._seed = _PLAN.seed
        self._search = ""
        self._flag_filter = ""
        self._is_first_found = False
        self._work = DataWork(self)
        self._arrival_timer = QTimer(self)
        self._arrival_timer.setSingleShot(True)
        self._arrival_timer.setInterval(_ARRIVAL_MILLISECONDS)
        self._arrival_timer.timeout.connect(self._show_arrived)
        self._split_timer = QTimer(self)
        self._split_timer.setSingleShot(True)
        self._split_timer.setInterval(_SPLIT_MILLISECONDS)
        self._split_timer.timeout.connect(self._split_in_background)
        self._follow_timer = QTimer(self)
        self._follow_timer.setSingleShot(True)
        self._follow_timer.setInterval(_FOLLOW_MILLISECONDS)
        self._follow_timer.timeout.connect(self._find_out_anew)
        self.table.unreadable.connect(self.failed)
        self.edits.changed.connect(self._edited)

    # ------------------------------------------------------------ what is open

    @property
    def path(self) -> Path | None:
        """The open file; None until one has been read."""
        return self._file.path if self._file is not None and self.state == "loaded" else None

    @property
    def opening(self) -> Path | None:
        """The file that is being read now."""
        return self._file.path if self._file is not None and self.state == "loading" else None

    @property
    def data(self) -> PreferenceData | None:
        """All that the file holds, once it has been read."""
        return None if self._file is None else self._file.data

    @property
    def options(self) -> ReadingOptions:
        """How the open file is read."""
        return _AS_THE_FILE_SAYS if self._file is None else self._file.options

    @property
    def pairs(self) -> Sequence[PreferencePair]:
        """All pairs in the file's order, as far as they are read; a pair's index here is what names it.

        Taking one raises EngineError when the file has changed on the disk.
        """
        return self.table.pairs

    @property
    def pair_count(self) -> int:
        """Pairs that can be used, so far."""
        return len(self.table.pairs)

    @property
    def kept_count(self) -> int:
        """Pairs to learn from, so far: all but those that a person dropped."""
        return self.pair_count - self.edits.dropped_count

    @property
    def kept(self) -> SomePairs | None:
        """The pairs to learn from as a person left them; None where no file is read."""
        pairs = self._edited_pairs
        return None if pairs is None or self.state != "loaded" else pairs.without_dropped()

    @property
    def all_edited(self) -> SomePairs | None:
        """All pairs as they are now, dropped ones among them; None where no file is read."""
        pairs = self._edited_pairs
        return None if pairs is None or self.state != "loaded" else pairs.only(range(len(pairs)))

    @property
    def flags(self) -> Mapping[str, Flag] | None:
        """What the check found, and what later ones found as far as they are; None until the check is done."""
        if self._file is None or self._file.flags is None:
            return None
        return {**self._file.flags, **self._file.later_flags}

    @property
    def is_long(self) -> bool:
        """Whether work on the file is better done in a process of its own."""
        return self._file is not None and self._file.is_long

    @property
    def seed(self) -> int:
        """Decides which pairs are held back."""
        return self._seed

    @property
    def lengths(self) -> ReplyLengths | None:
        """How long the replies are; None until they are measured."""
        return None if self._file is None else self._file.lengths

    @property
    def split(self) -> SplitCounts | None:
        """What the held-back share comes to; None until it is counted."""
        return None if self._file is None else self._file.split

    @property
    def evaluation_share(self) -> float:
        """The share to hold back, 0 to 0.9."""
        return self._share

    @property
    def is_checking(self) -> bool:
        """Whether the check is under way."""
        return self._work.is_running("check")

    @property
    def is_following(self) -> bool:
        """Whether checks, lengths or the split do not know the last edit yet."""
        timers = self._follow_timer.isActive() or self._split_timer.isActive()
        return timers or any(map(self._work.is_running, ("measure", "check", "recheck", "split")))

    @property
    def is_searching(self) -> bool:
        """Whether a search or a filter is under way."""
        return self._work.is_running("filter")

    @property
    def needs_a_look(self) -> bool:
        """Whether the check flagged rows."""
        flags = self.flags or {}
        return any(flag.count for name, flag in flags.items() if name not in _OF_THE_WHOLE)

    def is_held_back(self, index: int) -> bool:
        """Whether a pair is kept for evaluation."""
        return self._file is not None and holds(self._file.held_back, index)

    # ------------------------------------------------------------ opening a file

    def open(self, path: Path, options: ReadingOptions = _AS_THE_FILE_SAYS) -> None:
        """Read a file in the background, as the options say. A second call drops the first."""
        if self.state == "loaded":
            self._previous = self._file
        self._work.cancel()
        self._file, self.state = OpenFile(path, options), "loading"
        self.read_share = 0.0
        self._search = self._flag_filter = ""
        self._show_file()
        arguments = (path, self._file.folder, options)
        self._work.start(
            "read", read_in_pieces, arguments, self._opened, self._open_failed, self._told, is_long=self._file.is_long
        )

    def cancel_opening(self) -> None:
        """Leave the file that is being read; the one that was open before is open again."""
        if self.state == "loading":
            self._work.cancel()
            self._go_back()

    def _told(self, news: News) -> None:
        if self._file is None:
            return
        match news:
            case BytesRead():
                self.read_share = news.done / max(1, news.total)
                self.progressed.emit(news.done, news.total)
            case ReadingDone():
                self._file.data = self._file.gathering.data(news)
            case FormatFound():
                self._file.gathering.add(news)
                self.table.set_pairs(self._edited_pairs)
            case PairsFound():
                self._file.gathering.add(news)
                if not self.table.rowCount():
                    self._show_arrived()
                elif not self._arrival_timer.isActive():
                    self._arrival_timer.start()

    def _show_arrived(self) -> None:
        self._arrival_timer.stop()
        self.table.grow()
        if self._selected is None and self.pair_count:
            self.select(0)
        self.changed.emit()

    def _opened(self, _: None) -> None:
        if self._file is None or self._file.data is None:
            return
        try:
            require_pairs(self._file.data)
        except EngineError as error:
            self._open_failed(error)
            return
        self._previous, self.state = None, "loaded"
        self._show_arrived()
        self._open_edits()
        self._find_out()
        self.changed.emit()
        if self._search or self._flag_filter:
            self._filter_in_background()

    def _open_failed(self, error: EngineError) -> None:
        self._go_back()
        self.failed.emit(error)

    def _go_back(self) -> None:
        self._file, self._previous = self._previous, None
        self.state = "empty" if self._file is None else "loaded"
        self._search = self._flag_filter = ""
        self._show_file()
        self._open_edits()
        self._find_out()

    def _show_file(self) -> None:
        """Fill the table anew with what is known of the file."""
        self.select(None)
        self.edits.close()
        self.table.set_pairs(self._edited_pairs)
        self._show_flags()
        if self.pair_count:
            self.select(0)
        self.changed.emit()

    def _find_out(self) -> None:
        """Start what is still to be found out about a file that has been read."""
        if self._file is None or self._file.pairs is None:
            return
        if self._file.split is None:
            self._split_in_background()
        if self._file.lengths is None:
            self._measure_and_check()
        elif self._file.flags is None:
            self.check()

    def _measure_and_check(self) -> None:
        kept = self.kept
        if self._file is not None and self._file.data is not None and kept is not None:
            # Numpy is quick enough for a thread, and gives others their turn.
            self._work.start("measure", _measure, (self._file.data, kept), self._measured, self.failed.emit)

    def _measured(self, measures: tuple[ReplyLengths | None, dict[str, Flag]]) -> None:
        if self._file is not None:
            self._file.lengths, self._file.found = measures
            self.check()

    # ------------------------------------------------------------ the check

    def check(self) -> None:
        """Look for what is wrong with the data, in the background."""
        kept = self.kept
        if self._file is None or kept is None:
            return
        self._work.start(
            "check",
            check_in_pieces,
            (kept,),
            self._checked,
            self._check_failed,
            self._found,
            is_long=self._file.is_long,
        )
        self.changed.emit()

    def stop_checking(self) -> None:
        """Leave the check undone; `check` begins it anew."""
        self._work.cancel("check")
        self.changed.emit()

    def _found(self, news: FlagFound | float) -> None:
        if not isinstance(news, FlagFound):
            self.checking.emit(news)
        elif self._file is not None:
            self._file.found[news.name] = news.flag

    def _checked(self, _: None) -> None:
        if self._file is not None:
            self._file.flags = dict(self._file.found)
            self._show_flags()
            self._leave_empty_filter()
            self.changed.emit()

    def add_flags(self, flags: Mapping[str, Flag]) -> None:
        """Show what a check found that needs more than the file, in place of what it found before."""
        if self._file is not None:
            self._file.later_flags.update(flags)
            self._show_flags()
            self._leave_empty_filter()
            self.changed.emit()

    def _leave_empty_filter(self) -> None:
        """Show all pairs where those that a check had flagged are no more."""
        flag = (self.flags or {}).get(self._flag_filter)
        if flag is not None and not flag.count:
            self.set_filter(self._search, "")

    def _check_failed(self, error: EngineError) -> None:
        self.changed.emit()
        self.failed.emit(error)

    def _show_flags(self) -> None:
        rows = {name: flag.rows for name, flag in (self.flags or {}).items() if name not in _OF_THE_WHOLE}
        self.table.set_flags(rows, {check.name: check.title for check in LISTED})

    # ------------------------------------------------------------ the split

    def set_evaluation_share(self, share: float) -> None:
        """Hold back another share; `split` is known a moment later."""
        if share != self._share:
            self._share = share
            self.changed.emit()
            if self.state == "loaded":
                self._split_timer.start()

    def _split_in_background(self) -> None:
        kept = self.kept
        if self._file is None or kept is None:
            return

        def was_split(held_back: array[int]) -> None:
            if self._file is not None:
                self._file.split = SplitCounts(len(kept) - len(held_back), len(held_back))
                self._file.held_back = kept.indices_of(held_back)
                self.changed.emit()

        arguments = (kept, self._share, self._seed)
        self._work.start("split", held_back_of, arguments, was_split, self.failed.emit, is_long=self._file.is_long)

    # ------------------------------------------------------------ what a person changed

    @property
    def _edited_pairs(self) -> EditedPairs | None:
        """All pairs of the file under their edits, whatever these come to be."""
        pairs = None if self._file is None else self._file.pairs
        return None if pairs is None else EditedPairs(pairs, self.edits.by_index)

    def _open_edits(self) -> None:
        if self._file is not None and self._file.pairs is not None:
            self.edits.open(self._file.path, self._file.pairs)

    def _edited(self, indices: Collection[int]) -> None:
        """Show the change at once; what follows from it can wait until a person pauses."""
        self.table.refresh()
        if self._selected in indices:
            self.selection_changed.emit(self.selected)
        if self._flag_filter == EDITED and not self.edits.marks:
            self.set_filter(self._search, "")
        if indices and self.state == "loaded":
            self._split_timer.start()
            self._follow_timer.start()
        self.changed.emit()

    def _find_out_anew(self) -> None:
        if self._file is None:
            return
        if not self._file.is_long or self._file.flags is None:
            self._measure_and_check()
        else:
            self._check_edited()

    def _check_edited(self) -> None:
        """Of a long file only the edited pairs are checked again, and those that they could be copies of."""
        now = self.all_edited
        if self._file is None or self._file.flags is None or now is None:
            return
        indices = self.edits.dropped_indices(), self.edits.touched_indices()

        def checked(flags: Mapping[str, Flag]) -> None:
            if self._file is not None:
                self._file.found = dict(flags)
                self._checked(None)

        self._work.start(
            "recheck",
            check_edited,
            (self._file.pairs, now, *indices, self._file.flags),
            checked,
            self._check_failed,
            is_long=True,
        )

    # ------------------------------------------------------------ looking at pairs

    @property
    def selected(self) -> PreferencePair | None:
        """The pair that is looked at; None where the file no longer has it."""
        return None if self._selected is None else self.table.read(self._selected)

    @property
    def selected_index(self) -> int | None:
        """Which pair is looked at."""
        return self._selected

    def select(self, index: int | None) -> None:
        """Look at another pair."""
        if index != self._selected:
            self._selected = index
            self.selection_changed.emit(self.selected)

    def step(self, lines: int) -> None:
        """Look at the pair so many lines further down, as far as the table goes."""
        if not self.table.rowCount():
            return
        line = self.table.line_of(self._selected) if self._selected is not None else None
        wanted = 0 if line is None else min(max(line + lines, 0), self.table.rowCount() - 1)
        self.select(self.table.index_at(wanted))

    @property
    def search(self) -> str:
        """The text that the shown pairs hold."""
        return self._search

    @property
    def flag_filter(self) -> str:
        """The check whose rows are shown, or EDITED; empty shows all."""
        return self._flag_filter

    def set_filter(self, search: str, flag: str) -> None:
        """Show the pairs that hold a text and that a check flagged; empty texts ask for nothing.

        While a file is read this only says what to show once it is there.
        """
        if (search, flag) == (self._search, self._flag_filter):
            return
        self._search, self._flag_filter = search, flag
        self._work.cancel("filter")
        if not search and not flag:
            self.table.show_only(None)
            self._filter_done()
        elif self.state == "loaded":
            self._filter_in_background()

    def _filter_in_background(self) -> None:
        pairs = self._edited_pairs
        if self._file is None or pairs is None:
            return
        among = pairs.only(self.edits.edited_indices() if self._flag_filter == EDITED else range(len(pairs)))
        flag = (self.flags or {}).get(self._flag_filter)
        rows = None if flag is None else array("I", flag.rows)
        self._is_first_found = True
        self._work.start(
            "filter",
            find_pairs,
            (among, self._search, rows),
            self._filter_done,
            self.failed.emit,
            lambda found: self._show_found(among.indices_of(found.indices), found.share),
            is_long=self._file.is_long,
        )

    def stop_searching(self) -> None:
        """Show what was found so far and look no further."""
        if self.is_searching:
            self._work.cancel("filter")
            self._filter_done()

    def _show_found(self, indices: array[int], share: float) -> None:
        if self._is_first_found:
            self.table.show_only(indices)
        else:
            self.table.show_more(indices)
        self._is_first_found = False
        self.searching.emit(share)

    def _filter_done(self, _: None = None) -> None:
        if self.table.rowCount() and (self._selected is None or self.table.line_of(self._selected) is None):
            self.select(self.table.index_at(0))
        self.filtered.emit()


def _measure(data: PreferenceData, pairs: PairSequence, _: object) -> tuple[ReplyLengths | None, dict[str, Flag]]:
    return reply_lengths(pairs), check_problems(data)
