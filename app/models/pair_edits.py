"""What a person changed about the pairs of the open file, kept in the project's log the moment it is done."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.edit_account import AccountOfSome, EditAccount, account_of
from engine.data.edits.edit import Action, Edit, Marks, NewText, edit_at
from engine.data.edits.edited_pairs import RowPlaces, locate, targets_of
from engine.data.edits.pair_edits import PairEdits
from engine.data.mends.mend import Repair
from engine.data.pair_sequence import PairSequence
from engine.errors import EngineError
from engine.storage.edit_log import EditLog, EditStep

Result = TypeVar("Result")
_IN_A_MOMENT = 50  # pairs; more are seen to beside the window
_SHORT_FILE = 5000  # pairs whose rows are listed in a moment
_SHORT_LOG = 16_384  # bytes that are read, and the edits in them found, in a moment
_STALE = mark("These pairs no longer say what they said when you edited them. All other edits stand.")
_DAMAGED = mark("The edits in them are not made; all others stand. ")
_PAST: dict[Action, str] = {
    "flip": mark("Flipped"),
    "drop": mark("Dropped"),
    "restore": mark("Restored"),
    "rewrite": mark("Saved"),
}


class PairEditsModel(QObject):
    """The edits of one file at a time; a pair is named by its index among all pairs of the file.

    `changed(indices)` tells which pairs are other than before, none when only what may be done has changed.
    `noted(text, way back)` says what was just done, and whether "undo" or "redo" leads back. `warned(title, text)` when
    edits of a file cannot all be made, `failed(EngineError)` when something could not be done, and was not.
    """

    changed = Signal(object)
    noted = Signal(str, str)
    warned = Signal(str, str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stale = 0
        self._account = EditAccount()
        self._log_path: Path | None = None
        self._log: EditLog | None = None
        self._path: Path | None = None
        self._pairs: PairSequence | None = None
        self._edits = PairEdits()
        self._places = RowPlaces(array("I"))
        self._task: Task | None = None
        self._not_read: EngineError | None = None

    # ------------------------------------------------------------ which file

    def keep_in(self, path: Path) -> None:
        """Keep edits in the log at this path from now on."""
        self._log_path, self._log = path, None

    def close(self) -> None:
        """Leave the file; its edits are in the log."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._path = self._pairs = self._not_read = None
        self._edits, self._places, self.stale = PairEdits(), RowPlaces(array("I")), 0
        self._account.clear()

    def open(self, path: Path, pairs: PairSequence) -> None:
        """Take the edits of a file whose pairs, as they are in the file, have all been read."""
        self.close()
        known, log_path = self._log, self._log_path
        if log_path is None:
            return

        def work() -> tuple[EditLog, RowPlaces, PairEdits, AccountOfSome]:
            # A person may have mended a damaged one meanwhile.
            log = EditLog(log_path) if known is None or known.damaged else known
            _take_over_if_moved(log, path, pairs)
            edits = log.history(path).edits()
            return log, RowPlaces(pairs.rows()), edits, account_of(edits, locate(pairs, edits))

        def found(result: tuple[EditLog, RowPlaces, PairEdits, AccountOfSome]) -> None:
            self._path, self._pairs = path, pairs
            self._log, self._places, self._edits, account = result
            if self._log is not known and self._log.damage is not None:
                lines = tr_count(
                    "{count:,} line of {name} could not be read",
                    "{count:,} lines of {name} could not be read",
                    self._log.damaged,
                    name=self._log.path.name,
                )
                self.warned.emit(
                    lines, tr_marked(_DAMAGED) + tr_engine(f"{self._log.damage.message} {self._log.damage.hint}")
                )
            self.stale = len(self._edits) - len(account.targets)
            self._know(account)
            if self.stale:
                self.warned.emit(
                    tr_count(
                        "Edits of {count:,} pair were not made", "Edits of {count:,} pairs were not made", self.stale
                    ),
                    tr_marked(_STALE),
                )

        def failed(error: EngineError) -> None:
            self._not_read = error  # what cannot be read is not written to either, so that nothing in it is lost

        self._beside(work, found, failed, is_long=len(pairs) > _SHORT_FILE or _size(log_path) > _SHORT_LOG)

    # ------------------------------------------------------------ what there is

    @property
    def may_edit(self) -> bool:
        """Whether pairs can be changed now."""
        return self._pairs is not None and self._task is None

    @property
    def why_not_train(self) -> str:
        """Why training could not follow what was edited, in a sentence or two; empty when it can."""
        if self._task is not None:
            return tr("Your edits of the pairs are still being read or made. Train in a moment.")
        damage = self._log.damage if self._log is not None and self.marks else None
        wrong = self._not_read or damage
        return "" if wrong is None else tr_engine(f"{wrong.message} {wrong.hint}")

    @property
    def log_path(self) -> Path | None:
        """Where the edits of the open file are, if it has any in force."""
        return self._log.path if self._log is not None and self.marks else None

    @property
    def by_index(self) -> Mapping[int, tuple[Edit, ...]]:
        """The edits of each pair that has any; the mapping stays the same one and changes with them."""
        return self._account.by_index

    @property
    def marks(self) -> Mapping[int, Marks]:
        """What was done to each pair that is other than in the file."""
        return self._account.marks

    @property
    def edited_count(self) -> int:
        """Pairs that are other than in the file, dropped ones included."""
        return len(self.marks)

    @property
    def dropped_count(self) -> int:
        """Pairs that are left out."""
        return self._account.dropped_count

    def edited_indices(self) -> array[int]:
        """Which pairs are other than in the file, rising."""
        return self._account.edited()

    def touched_indices(self) -> array[int]:
        """Which pairs were ever edited since the file was opened, whatever that came to, rising."""
        return self._account.touched()

    def dropped_indices(self) -> array[int]:
        """Which pairs are left out, rising."""
        return self._account.dropped()

    def of(self, index: int) -> Marks:
        """What was done to a pair."""
        return self._account.of(index)

    # ------------------------------------------------------------ making, undoing, redoing

    def flip(self, indices: Sequence[int]) -> None:
        """Swap the two replies."""
        self._make_all("flip", indices)

    def drop(self, indices: Sequence[int]) -> None:
        """Leave pairs out; they stay in sight and can be restored."""
        self._make_all("drop", [index for index in indices if not self.of(index).is_dropped])

    def restore(self, indices: Sequence[int]) -> None:
        """Take dropped pairs in again."""
        self._make_all("restore", [index for index in indices if self.of(index).is_dropped])

    def rewrite(self, index: int, texts: tuple[NewText, ...]) -> None:
        """Let a pair say something else; without any text there is nothing to do."""
        if texts:
            self.make([Repair(index, "rewrite", texts)], f"{tr_marked(_PAST['rewrite'])} {self._row_words([index])}")

    def make(self, changes: Sequence[Repair], label: str) -> None:
        """Make changes as one step, at most one for each pair, given in rising order."""
        log, path, pairs, known, places = self._log, self._path, self._pairs, self._edits, self._places
        if log is None or path is None or pairs is None or not changes or not self.may_edit:
            return

        def work() -> AccountOfSome:
            indices = [change.index for change in changes]
            targets = dict(zip(indices, targets_of(pairs, indices, places), strict=True))
            edits = [edit_at(targets[change.index], change.action, change.texts) for change in changes]
            log.add(path, label, edits)
            known.add(edits)
            return account_of(known, targets)

        def done(account: AccountOfSome) -> None:
            self._know(account)
            self._keep_safe(log)
            self.noted.emit(label, "undo")

        self._beside(work, done, is_long=len(changes) > _IN_A_MOMENT)

    @property
    def may_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.may_edit and bool(self._history_of("done"))

    @property
    def may_redo(self) -> bool:
        """Whether a step was taken back that can be made again."""
        return self.may_edit and bool(self._history_of("undone"))

    def undo(self) -> None:
        """Take the last step back."""
        if self.may_undo:
            self._move("undo", self._history_of("done")[-1], tr("Undone"))

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        if self.may_redo:
            self._move("redo", self._history_of("undone")[-1], tr("Done again"))

    def _make_all(self, action: Action, indices: Sequence[int]) -> None:
        if indices:
            rising = sorted(indices)
            self.make(
                [Repair(index, action) for index in rising], f"{tr_marked(_PAST[action])} {self._row_words(rising)}"
            )

    def _move(self, word: str, step: EditStep, prefix: str) -> None:
        log, path, known, account = self._log, self._path, self._edits, self._account
        if log is None or path is None:
            return

        def work() -> AccountOfSome:
            if word == "undo":
                log.undo(path)
                known.take_back(step.edits)
            else:
                log.redo(path)
                known.add(step.edits)
            return account_of(known, account.places_of(step.edits))

        def done(now: AccountOfSome) -> None:
            self._know(now)
            self._keep_safe(log)
            self.noted.emit(f"{prefix}: {step.label}", "redo" if word == "undo" else "undo")

        self._beside(work, done, is_long=len(step.edits) > _IN_A_MOMENT)

    def _history_of(self, part: str) -> Sequence[EditStep]:
        if self._log is None or self._path is None:
            return ()
        return getattr(self._log.history(self._path), part)

    # ------------------------------------------------------------ keeping account

    def _know(self, account: AccountOfSome) -> None:
        self.changed.emit(self._account.take_in(account))

    def _keep_safe(self, log: EditLog) -> None:
        """The log is in the file by now; that it survives a power cut may take the disk a moment."""
        run_task(lambda _: log.flush(), lambda _: None, self.failed.emit, owner=self, doing=tr("Saving the edits"))

    def _beside(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        not_done: Callable[[EngineError], None] = lambda _: None,
        *,
        is_long: bool,
    ) -> None:
        """Do something short at once, something long in the background; nothing else is changed meanwhile."""
        if not is_long:
            try:
                done(work())
            except EngineError as error:
                not_done(error)
                self.failed.emit(error)
            return

        def ended(result: Result) -> None:
            self._task = None
            done(result)

        def failed(error: EngineError) -> None:
            self._task = None
            not_done(error)
            self.changed.emit([])
            self.failed.emit(error)

        self._task = run_task(lambda _: work(), ended, failed, owner=self, doing=tr("Changing the pairs"))
        self.changed.emit([])

    def _row_words(self, indices: Sequence[int]) -> str:
        if len(indices) > 1 or self._pairs is None:
            return tr_count("{count:,} pair", "{count:,} pairs", len(indices))
        return tr("row {row:,}", row=self._pairs.row(indices[0]))


def _size(path: Path) -> int:
    """Bytes in a file; 0 when there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _take_over_if_moved(log: EditLog, path: Path, pairs: PairSequence) -> None:
    """Let a file that was moved keep its edits. It is the same file if any of them fits a pair; a name says little."""
    fits = {former: len(locate(pairs, log.history(former).edits_ever_made())) for former in log.lost_namesakes(path)}
    best = max(fits, key=lambda former: fits[former], default=path)
    if fits.get(best):
        log.take_over(best, path)
