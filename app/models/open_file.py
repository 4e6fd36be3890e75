"""One preference file that is open, or being opened: what is known of it so far."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.background.long_files import is_long_file
from app.background.own_folder import OwnFolder
from engine.data.checks.flag import Flag
from engine.data.index_file import Gathering
from engine.data.options import ReadingOptions
from engine.data.pair_store import PairStore
from engine.data.reader import PreferenceData
from engine.data.reply_lengths import ReplyLengths


@dataclass(frozen=True, slots=True)
class SplitCounts:
    """How many pairs are learnt from and how many held back."""

    training: int
    held_back: int


class OpenFile:
    """Has a folder of its own for the index, which is gone when the file is closed."""

    def __init__(self, path: Path, options: ReadingOptions) -> None:
        self.path = path
        self.options = options
        own = OwnFolder()
        self.folder = own.path
        weakref.finalize(self, own.close)
        self.is_long = is_long_file(path)
        self.gathering = Gathering()
        self.data: PreferenceData | None = None
        self.found: dict[str, Flag] = {}  # by the check so far
        self.flags: Mapping[str, Flag] | None = None
        self.later_flags: dict[str, Flag] = {}  # by checks that need more than the file
        self.lengths: ReplyLengths | None = None
        self.split: SplitCounts | None = None
        self.held_back: array[int] = array("I")  # rising

    @property
    def pairs(self) -> PairStore | None:
        """All pairs so far; None until the file's format is known."""
        return self.gathering.pairs
