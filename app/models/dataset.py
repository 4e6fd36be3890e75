"""The preference file that is open: its pairs as they arrive, what the check found, and which are held back."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.background.task import Task, run_task
from app.models.pair_filter import matching_indices
from app.models.pair_table import PairTable
from engine.data.checks.flag import Flag
from engine.data.checks.registry import CHECKS, check_data
from engine.data.content_key import prompt_key
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData, read_preferences, require_pairs
from engine.data.split import held_back_indices
from engine.errors import EngineError
from engine.plan import DataPlan

DatasetState = Literal["empty", "loading", "loaded"]

_BATCH_SECONDS = 0.1  # between two deliveries to the table
_SPLIT_MILLISECONDS = 120  # a moving slider asks for one split, not for fifty
# Not rows to look at one by one, but a property of the whole file.
_OF_THE_WHOLE = ("length_bias",)


@dataclass(frozen=True, slots=True)
class SplitCounts:
    """How many pairs are learnt from and how many held back."""

    training: int
    held_back: int


_PLAN = DataPlan(path="-")  # for its defaults


class Dataset(QObject):
    """Reads, checks, splits and searches beside the window.

    `changed` after anything a person would see changed; `progressed(done, total)` in bytes while reading;
    `failed(EngineError)` when a file could not be opened: what was open before stays open. `selected(pair)` when
    another pair is looked at, `filtered` when the table shows other rows.
    """

    changed = Signal()
    progressed = Signal(object, object)
    failed = Signal(object)
    selection_changed = Signal(object)
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = PairTable(self)
        self.state: DatasetState = "empty"
        self.flags: Mapping[str, Flag] | None = None
        self.split: SplitCounts | None = None
        self.read_share = 0.0  # of the file's bytes, while it is read
        self._path: Path | None = None
        self._data: PreferenceData | None = None
        self._selected: int | None = None
        self._share = _PLAN.evaluation_share
        self._seed = _PLAN.seed
        self._held_back: frozenset[int] = frozenset()
        self._search = ""
        self._flag_filter = ""
        self._tasks: dict[str, Task] = {}
        self._split_timer = QTimer(self)
        self._split_timer.setSingleShot(True)
        self._split_timer.setInterval(_SPLIT_MILLISECONDS)
        self._split_timer.timeout.connect(self._split_in_background)

    # ------------------------------------------------------------ what is open

    @property
    def path(self) -> Path | None:
        """The open file; None until one has been read."""
        return self._path if self._data is not None else None

    @property
    def opening(self) -> Path | None:
        """The file that is being read now."""
        return self._path if self.state == "loading" else None

    @property
    def data(self) -> PreferenceData | None:
        """All that the file holds, once it has been read."""
        return self._data

    @property
    def pair_count(self) -> int:
        """Pairs that can be used, so far."""
        return len(self.table.pairs)

    @property
    def pairs(self) -> Sequence[PreferencePair]:
        """All pairs in the file's order, as far as they are read; a pair's index here is what names it."""
        return self.table.pairs

    @property
    def selected(self) -> PreferencePair | None:
        """The pair that is looked at."""
        return None if self._selected is None else self.pairs[self._selected]

    @property
    def selected_index(self) -> int | None:
        """Which pair is looked at."""
        return self._selected

    @property
    def evaluation_share(self) -> float:
        """The share to hold back, 0 to 0.9."""
        return self._share

    @property
    def needs_a_look(self) -> bool:
        """Whether the check flagged rows."""
        flags = self.flags or {}
        return any(flag.count for name, flag in flags.items() if name not in _OF_THE_WHOLE)

    def is_held_back(self, index: int) -> bool:
        """Whether a pair is kept for evaluation."""
        return index in self._held_back

    # ------------------------------------------------------------ opening a file

    def open(self, path: Path) -> None:
        """Read a file in the background. A second call drops the first."""
        previous = (self._path, self._data) if self._data is not None else None
        for task in self._tasks.values():
            task.cancel()
        self._tasks = {}
        self._path, self._data, self.state = path, None, "loading"
        self.flags, self.split, self._held_back = None, None, frozenset()
        self.read_share = 0.0
        self._search = self._flag_filter = ""
        self.select(None)
        self.table.clear()
        self.changed.emit()

        def failed(error: EngineError) -> None:
            self._open_failed(error, previous)

        self._tasks["read"] = run_task(
            lambda task: _read(task, path), self._opened, failed, self._arrived, owner=self, doing="Reading the file"
        )

    def _arrived(self, news: tuple[int, int] | list[PreferencePair]) -> None:
        if isinstance(news, tuple):
            self.read_share = news[0] / max(1, news[1])
            self.progressed.emit(*news)
            return
        is_first = not self.table.pairs
        self.table.append(news)
        if is_first:
            self.select(0)
        self.changed.emit()

    def _opened(self, data: PreferenceData) -> None:
        self._data = data
        self.state = "loaded"
        self.changed.emit()
        self._tasks["check"] = run_task(
            lambda _: check_data(data), self._checked, self.failed.emit, owner=self, doing="Checking the data"
        )
        self._split_in_background()

    def _open_failed(self, error: EngineError, previous: tuple[Path | None, PreferenceData] | None) -> None:
        self.select(None)
        self.table.clear()
        self._path, self.state = None, "empty"
        if previous is not None:
            self._path, self.state = previous[0], "loading"
            self.table.append(previous[1].pairs)
            self.select(0)
            self._opened(previous[1])
        self.changed.emit()
        self.failed.emit(error)

    def _checked(self, flags: Mapping[str, Flag]) -> None:
        self.flags = flags
        by_row: dict[int, tuple[str, ...]] = {}
        for name, flag in flags.items():
            for row in () if name in _OF_THE_WHOLE else flag.rows:
                by_row[row] = (*by_row.get(row, ()), name)
        self.table.set_flags(by_row, {check.name: check.title for check in CHECKS})
        self.changed.emit()

    # ------------------------------------------------------------ the split

    def set_evaluation_share(self, share: float) -> None:
        """Hold back another share; `split` is known a moment later."""
        if share != self._share:
            self._share = share
            self.changed.emit()
            if self._data is not None:
                self._split_timer.start()

    def _split_in_background(self) -> None:
        if self._data is None:
            return
        pairs, share, seed = self._data.pairs, self._share, self._seed

        def held_back(_: Task) -> list[int]:
            return held_back_indices([prompt_key(pair) for pair in pairs], share, seed)

        if "split" in self._tasks:
            self._tasks["split"].cancel()
        self._tasks["split"] = run_task(held_back, self._was_split, self.failed.emit, owner=self, doing="Splitting")

    def _was_split(self, held_back: list[int]) -> None:
        self.split = SplitCounts(self.pair_count - len(held_back), len(held_back))
        self._held_back = frozenset(held_back)
        self.changed.emit()

    # ------------------------------------------------------------ looking at pairs

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
        """The check whose rows are shown; empty shows all."""
        return self._flag_filter

    def set_filter(self, search: str, flag: str) -> None:
        """Show the pairs that hold a text and that a check flagged; empty texts ask for nothing."""
        if (search, flag) == (self._search, self._flag_filter):
            return
        self._search, self._flag_filter = search, flag
        if "filter" in self._tasks:
            self._tasks["filter"].cancel()
        if not search and not flag:
            self._show(None)
            return
        pairs = tuple(self.table.pairs)
        rows = frozenset(self.flags[flag].rows) if flag and self.flags else None
        self._tasks["filter"] = run_task(
            lambda task: matching_indices(pairs, search, rows, lambda: task.cancelled),
            self._show,
            self.failed.emit,
            owner=self,
            doing="Searching",
        )

    def _show(self, indices: list[int] | None) -> None:
        self.table.show_only(indices)
        if self.table.rowCount() and (self._selected is None or self.table.line_of(self._selected) is None):
            self.select(self.table.index_at(0))
        self.filtered.emit()


def _read(task: Task, path: Path) -> PreferenceData:
    """Read a file in a thread of the pool, handing pairs over in batches."""
    batch: list[PreferencePair] = []
    delivered = time.monotonic()

    def deliver() -> None:
        nonlocal batch, delivered
        if batch:
            task.report(batch)
        batch, delivered = [], time.monotonic()

    def arrived(pair: PreferencePair) -> None:
        batch.append(pair)
        if time.monotonic() - delivered > _BATCH_SECONDS:
            if task.cancelled:
                raise EngineError("Reading was cancelled.", "")
            deliver()

    data = read_preferences(path, progress=lambda done, total: task.report((done, total)), arrived=arrived)
    require_pairs(data)
    deliver()
    return data
