"""The preference file that is open, put together from its parts: reading, check, split, edits, and what is in sight."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.models.data_check import DataCheck
from app.models.data_reading import DataReading
from app.models.data_split import DataSplit
from app.models.data_work import DataWork
from app.models.example_words import ExampleWords
from app.models.open_file import SplitCounts
from app.models.open_pairs import DatasetState, OpenPairs
from app.models.pair_edits import PairEditsModel
from app.models.pair_filter import PairFilter
from app.models.pair_selection import PairSelection
from app.models.pair_table import PairTable
from app.models.saved_copy import CopySaving
from engine.data.checks.flag import Flag
from engine.data.checks.one_sided_thumbs import ONE_SIDED_THUMBS
from engine.data.edits.edited_pairs import SomePairs
from engine.data.options import ReadingOptions
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.data.reader import PreferenceData
from engine.data.reply_lengths import ReplyLengths

_AS_THE_FILE_SAYS = ReadingOptions()


class Dataset(QObject):
    """Says what is known of the open file, and lets each part know what the others did.

    What is done with it is asked of the parts: `check`, `filter`, `selection`, `edits`, `copying`, and the `table` that
    shows it.
    A pair is named by its index among all pairs. `changed` after anything a person would see changed;
    `progressed(done, total)` in bytes while reading; `failed(EngineError)` when a file could not be opened (what was
    open before stays open) or can no longer be read.
    """

    changed = Signal()
    progressed = Signal(object, object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        work = DataWork(self)
        self.table = PairTable(self)
        self.edits = PairEditsModel(self)
        self._open = OpenPairs(self.edits)
        self._reading = DataReading(self._open, self.table, work, self)
        self._split = DataSplit(self._open, work, self)
        self.check = DataCheck(self._open, self.table, work, self)
        self.copying = CopySaving(self)
        self.selection = PairSelection(self.table, self)
        self.filter = PairFilter(self._open, self.table, self.selection, work, self)
        self._connect()

    def _connect(self) -> None:
        self.table.show_marks(self.edits.of)
        self.table.unreadable.connect(self.failed)
        self.edits.changed.connect(self._edited)
        self._reading.progressed.connect(self.progressed)
        self._reading.replaced.connect(self._replaced)
        self._reading.arrived.connect(self._arrived)
        self._reading.ready.connect(self._ready)
        self.check.flagged.connect(self.filter.leave_if_empty)
        for part in (self.check, self._split):
            part.changed.connect(self.changed)
        for part in (self._reading, self.check, self._split, self.filter):
            part.failed.connect(self.failed)

    # ------------------------------------------------------------ opening a file

    def open(self, path: Path, options: ReadingOptions = _AS_THE_FILE_SAYS) -> None:
        """Read a file in the background, as the options say. A second call drops the first."""
        self._reading.read(path, options)

    def cancel_opening(self) -> None:
        """Leave the file that is being read; the one that was open before is open again."""
        self._reading.cancel()

    @property
    def state(self) -> DatasetState:
        """How far the opening is."""
        return self._open.state

    @property
    def read_share(self) -> float:
        """Of the file's bytes, while it is read."""
        return self._reading.share

    @property
    def path(self) -> Path | None:
        """The open file; None until one has been read."""
        return self._path_in("loaded")

    @property
    def opening(self) -> Path | None:
        """The file that is being read now."""
        return self._path_in("loading")

    @property
    def options(self) -> ReadingOptions:
        """How the open file is read."""
        return _AS_THE_FILE_SAYS if self._open.file is None else self._open.file.options

    @property
    def holds_thumbs(self) -> bool:
        """Whether the open file holds single replies with thumbs instead of pairs."""
        return self.options.thumbs

    @property
    def words(self) -> ExampleWords:
        """What the file's examples are called."""
        return self._open.words

    @property
    def thumbs(self) -> tuple[int, int]:
        """How many thumbs up and down there are, as the check has counted them; none before it has."""
        flag = (self.flags or {}).get(ONE_SIDED_THUMBS.name)
        figures = flag.figures if flag else {}
        return int(figures.get("up", 0)), int(figures.get("down", 0))

    @property
    def is_long(self) -> bool:
        """Whether work on the file is better done in a process of its own."""
        return self._open.file is not None and self._open.file.is_long

    def _path_in(self, state: DatasetState) -> Path | None:
        return self._open.file.path if self._open.file is not None and self.state == state else None

    # ------------------------------------------------------------ its pairs

    @property
    def data(self) -> PreferenceData | None:
        """All that the file holds, once it has been read."""
        return None if self._open.file is None else self._open.file.data

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
        return self._open.kept

    @property
    def all_edited(self) -> SomePairs | None:
        """All pairs as they are now, dropped ones among them; None where no file is read."""
        return self._open.all_edited

    @property
    def originals(self) -> PairSequence | None:
        """All pairs as they are in the file; None where no file is read."""
        return None if self._open.file is None or self.state != "loaded" else self._open.file.pairs

    # ------------------------------------------------------------ what was found out about them

    @property
    def flags(self) -> Mapping[str, Flag] | None:
        """What the check found, and what later ones found as far as they are; None until the check is done."""
        return self._open.flags

    @property
    def lengths(self) -> ReplyLengths | None:
        """How long the replies are; None until they are measured."""
        return None if self._open.file is None else self._open.file.lengths

    @property
    def split(self) -> SplitCounts | None:
        """What the held-back share comes to; None until it is counted."""
        return None if self._open.file is None else self._open.file.split

    @property
    def evaluation_share(self) -> float:
        """The share to hold back, 0 to 0.9."""
        return self._split.share

    def set_evaluation_share(self, share: float) -> None:
        """Hold back another share; `split` is known a moment later."""
        self._split.set_share(share)

    @property
    def seed(self) -> int:
        """Decides which pairs are held back."""
        return self._split.seed

    def is_held_back(self, index: int) -> bool:
        """Whether a pair is kept for evaluation."""
        return self._split.holds_back(index)

    @property
    def is_following(self) -> bool:
        """Whether checks, lengths or the split do not know the last edit yet."""
        return self.check.is_following or self._split.is_following

    # ------------------------------------------------------------ what follows from what

    def _replaced(self) -> None:
        """Fill the table anew with what is known of the file."""
        self.filter.forget()
        self.selection.select(None)
        self.edits.close()
        self.table.set_pairs(self._open.edited, self._open.words)
        self.check.show_flags()
        if self.pair_count:
            self.selection.select(0)
        self.changed.emit()

    def _arrived(self) -> None:
        if self.selection.index is None and self.pair_count:
            self.selection.select(0)
        self.changed.emit()

    def _ready(self) -> None:
        file = self._open.file
        if file is None or file.pairs is None:
            return
        self.edits.open(file.path, file.pairs)
        self._split.find_out()
        self.check.find_out()
        self.changed.emit()
        self.filter.begin()

    def _edited(self, indices: Collection[int]) -> None:
        """Show the change at once; what follows from it can wait until a person pauses."""
        self.table.refresh()
        self.selection.refresh(indices)
        self.filter.leave_if_empty()
        if indices and self.state == "loaded":
            self._split.follow()
            self.check.follow()
        self.changed.emit()
