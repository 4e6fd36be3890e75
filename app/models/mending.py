"""What can be mended safely in the open file: looked for once the check is done, applied as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from app.background.beside import run_beside, run_here
from app.background.task import Task, run_task
from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.dataset import Dataset
from engine.data.checks.flag import Flag
from engine.data.mends.find import find_repairs, together
from engine.data.mends.mend import Repair, count_pairs
from engine.data.mends.registry import MENDS
from engine.data.pair_sequence import PairSequence

_IN_A_MOMENT = 1000  # pairs; looking through more is long enough to make the window wait


class Mending(QObject):
    """`changed` when it is known anew what can be mended, by the names of the checks."""

    changed = Signal()

    def __init__(self, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._flags: Mapping[str, Flag] | None = None  # those that the repairs are for, None while they are for none
        self._repairs: dict[str, list[Repair]] = {}
        self._plain: list[Repair] = []
        self._task: Task | None = None
        dataset.changed.connect(self._follow)
        dataset.edits.changed.connect(self._forget)

    @property
    def plain_count(self) -> int:
        """Pairs that can go without anybody missing anything: copies, and pairs with one reply twice."""
        return len(self._plain)

    @property
    def plain_offer(self) -> str:
        """What is done to them, in a sentence for each kind."""
        return " ".join(tr_engine(MENDS[name].offer(len(self._repairs[name]))) for name in _plain_names(self._repairs))

    def offer(self, check: str) -> str:
        """What can be done about a check's findings, in a sentence; empty where nothing is safe or known yet."""
        repairs = self._repairs.get(check)
        return tr_engine(MENDS[check].offer(len(repairs))) if repairs else ""

    def mend(self, check: str) -> None:
        """Do what `offer` says, as one step."""
        repairs = self._repairs.get(check)
        if repairs:
            self._dataset.edits.make(together([repairs]), tr_engine(MENDS[check].done(len(repairs))))

    def mend_plain(self) -> None:
        """Do what `plain_offer` says, as one step."""
        if self._plain:
            self._dataset.edits.make(
                self._plain, tr("Dropped {count_pairs}", count_pairs=tr_engine(count_pairs(len(self._plain))))
            )

    def _forget(self, indices: Sequence[int]) -> None:
        """After an edit the repairs may no longer fit; the check that follows brings new ones."""
        if indices:
            self._flags = None
            self._drop_task()
            self._repairs, self._plain = {}, []
            self.changed.emit()

    def _follow(self) -> None:
        if self._dataset.is_following:
            return  # what comes of it is worth waiting for
        flags = {name: flag for name, flag in (self._dataset.flags or {}).items() if name in MENDS and flag.count}
        if flags == self._flags:
            return
        self._flags = flags
        self._drop_task()
        if self._repairs:
            self._repairs, self._plain = {}, []
            self.changed.emit()
        pairs = self._dataset.all_edited
        if flags and pairs is not None:
            self._look(pairs, {name: flag.rows for name, flag in flags.items()})

    def _look(self, pairs: PairSequence, flagged: Mapping[str, Sequence[int]]) -> None:
        # Whom a flag concerns is found by going through all pairs, however few are flagged.
        is_long = self._dataset.is_long or sum(map(len, flagged.values())) > _IN_A_MOMENT
        run = run_beside if is_long else run_here
        arguments = (pairs, self._dataset.edits.dropped_indices(), flagged)

        def work(task: Task) -> tuple[dict[str, list[Repair]], list[Repair]]:
            repairs = run(find_repairs, arguments, task.report, lambda: task.cancelled)
            return repairs, together([repairs[name] for name in _plain_names(repairs)])

        def found(result: tuple[dict[str, list[Repair]], list[Repair]]) -> None:
            self._task = None
            self._repairs, self._plain = result
            self.changed.emit()

        self._task = run_task(
            work,
            found,
            lambda _: None,  # the dataset says itself when its file cannot be read
            owner=self,
            doing=tr("Looking for what can be mended"),
        )

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _plain_names(repairs: Mapping[str, Sequence[Repair]]) -> list[str]:
    return [name for name in repairs if MENDS[name].is_plain]
