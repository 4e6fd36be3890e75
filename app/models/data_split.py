"""Which pairs are held back from learning, counted beside the window."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, Signal

from app.models.data_work import DataWork
from app.models.open_file import SplitCounts
from app.models.open_pairs import OpenPairs
from app.models.pause import after_a_pause
from app.models.rising import holds
from engine.data.split import held_back_of
from engine.plan import DataPlan

_SPLIT_MILLISECONDS = 120  # a moving slider asks for one split, not for fifty
_PLAN = DataPlan(path="-")  # for its defaults


class DataSplit(QObject):
    """`changed` when another share is wanted and when it is counted, `failed(EngineError)` when it cannot be."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, opened: OpenPairs, work: DataWork, parent: QObject) -> None:
        super().__init__(parent)
        self.share = _PLAN.evaluation_share
        self.seed = _PLAN.seed
        self._open = opened
        self._work = work
        self._timer = after_a_pause(_SPLIT_MILLISECONDS, self._count, self)

    @property
    def is_following(self) -> bool:
        """Whether the last edit or the last share is not counted yet."""
        return self._timer.isActive() or self._work.is_running("split")

    def holds_back(self, index: int) -> bool:
        """Whether a pair is kept for evaluation."""
        return self._open.file is not None and holds(self._open.file.held_back, index)

    def set_share(self, share: float) -> None:
        """Hold back another share; what it comes to is known a moment later."""
        if share != self.share:
            self.share = share
            self.changed.emit()
            if self._open.state == "loaded":
                self.follow()

    def find_out(self) -> None:
        """Count for a file that has been read, unless that is done."""
        if self._open.file is not None and self._open.file.split is None:
            self._count()

    def follow(self) -> None:
        """Count again when the last change is a moment ago."""
        self._timer.start()

    def _count(self) -> None:
        file, kept = self._open.file, self._open.kept
        if file is None or kept is None:
            return

        def was_split(held_back: array[int]) -> None:
            file.split = SplitCounts(len(kept) - len(held_back), len(held_back))
            file.held_back = kept.indices_of(held_back)
            self.changed.emit()

        arguments = (kept, self.share, self.seed)
        self._work.start("split", held_back_of, arguments, was_split, self.failed.emit, is_long=file.is_long)
