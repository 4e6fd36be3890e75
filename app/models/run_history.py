"""All runs as the window lists them: read beside it from an index, with what a person adds to them, and the bin."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.background.recycle_bin import Binned, from_bin, to_bin
from app.background.task import Task, run_task
from app.language.translate import tr, tr_count
from engine.errors import EngineError
from engine.storage.library import RunLibrary
from engine.storage.lock import is_held
from engine.storage.run_remarks import RunRemarks, read_remarks, write_remarks
from engine.storage.run_summary import RunSummary, title_of

_SOONEST_LIVE, _SOONEST_IDLE = 2.0, 10.0  # seconds between two looks while somebody watches
_SHARE = 0.03  # of the time may go into looking


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the reading of changed folders is."""

    done: int
    total: int


class RunHistory(QObject):
    """`changed` when the list is another; `progressed(Reading)` while many folders are read for the first time.

    `failed(EngineError)` when something that was asked for could not be done; `binned(words)` and `restored(words)`
    after it was. Looks when it is told to, and again and again while `watch(True)`.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object)
    binned = Signal(str)
    restored = Signal(str)

    def __init__(self, index: Path, places: Sequence[Path], parent: QObject | None = None) -> None:
        """List the runs below `places`, each a project or the data folder; `index` is the database's file."""
        super().__init__(parent)
        self._index = index
        self._places = tuple(places)
        self._task: Task | None = None
        self._wants_more = False
        self._edits = 0
        self._is_watched = False
        self._in_bin: list[tuple[Binned, ...]] = []
        self.runs: tuple[RunSummary, ...] = ()
        self.is_read = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def run(self, folder: str) -> RunSummary | None:
        """The run in a folder, if it is listed."""
        return next((run for run in self.runs if run.folder == folder), None)

    @property
    def disk_bytes(self) -> int:
        """What all runs take together."""
        return sum(run.disk_bytes for run in self.runs)

    # ------------------------------------------------------------ looking

    def watch(self, watched: bool) -> None:
        """Say whether anybody looks; then the list follows the disk."""
        self._is_watched = watched
        if watched:
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Bring the list in line with the disk, in the background."""
        if self._task is not None:
            self._wants_more = True
            return
        self._wants_more = False
        index, places, is_first, edits = self._index, self._places, not self.is_read, self._edits
        began = time.monotonic()

        def work(task: Task) -> list[RunSummary]:
            with RunLibrary(index) as library:
                if is_first:
                    task.report(library.runs(places))
                return library.refresh(
                    places, lambda: not task.cancelled, lambda done, total: task.report(Reading(done, total))
                )

        def done(runs: list[RunSummary]) -> None:
            self._task = None
            if edits == self._edits:
                self._take(runs)
            else:
                self._wants_more = True  # what was read may be older than what a person changed meanwhile
            self._look_again(time.monotonic() - began)

        def failed(error: EngineError) -> None:
            self._task = None
            self.failed.emit(error)

        self._task = run_task(work, done, failed, self._progressed, owner=self, doing=tr("Looking for runs"))

    def _progressed(self, report: Reading | list[RunSummary]) -> None:
        if isinstance(report, Reading):
            self.progressed.emit(report)
        elif report:  # what the index held, before anything is looked at anew
            self._take(report)

    def _look_again(self, seconds: float) -> None:
        if self._wants_more:
            self._timer.start(0)
        elif self._is_watched:
            is_live = any(run.state == "running" for run in self.runs)
            pause = max(_SOONEST_LIVE if is_live else _SOONEST_IDLE, seconds / _SHARE)
            self._timer.start(round(1000 * pause))

    def _take(self, runs: Iterable[RunSummary]) -> None:
        runs, was_read = tuple(runs), self.is_read
        self.is_read = True
        if runs != self.runs or not was_read:
            self.runs = runs
            self.changed.emit()

    # ------------------------------------------------------------ what a person adds

    def star(self, folders: Iterable[str], starred: bool) -> None:
        """Star runs, or take their stars away."""
        for folder in folders:
            self._remark(folder, lambda remarks: replace(remarks, starred=starred))

    def rename(self, folder: str, name: str) -> None:
        """Show a run under another name; an empty one goes back to its folder's."""
        name = " ".join(name.split())
        plain = title_of(Path(folder).name)
        self._remark(folder, lambda remarks: replace(remarks, name="" if name == plain else name))

    def set_tags(self, folder: str, tags: tuple[str, ...]) -> None:
        """Give a run other tags."""
        self._remark(folder, lambda remarks: replace(remarks, tags=tags))

    def set_note(self, folder: str, note: str) -> None:
        """Give a run another note."""
        self._remark(folder, lambda remarks: replace(remarks, note=note))

    def _remark(self, folder: str, change: Callable[[RunRemarks], RunRemarks]) -> None:
        before = read_remarks(Path(folder))
        after = change(before)
        if after == before:
            return
        try:
            write_remarks(Path(folder), after)
        except EngineError as error:
            self.failed.emit(error)
            return
        self._edits += 1
        title = after.name or title_of(Path(folder).name)
        self._take(
            replace(run, title=title, starred=after.starred, tags=after.tags, note=after.note)
            if run.folder == folder
            else run
            for run in self.runs
        )

    # ------------------------------------------------------------ the bin

    def why_not_delete(self, folders: Iterable[str]) -> str:
        """Why these runs cannot be deleted now, in one sentence; empty when they can."""
        running = [run.title for folder in folders if (run := self.run(folder)) and run.state == "running"]
        return tr("{running} is under way. Stop it first.", running=running[0]) if running else ""

    def delete(self, folders: Sequence[str]) -> None:
        """Move runs to the system's bin; `undo_delete` brings them back."""
        if not folders or self.why_not_delete(folders):
            return
        titles = [run.title for folder in folders if (run := self.run(folder))]
        words = titles[0] if len(titles) == 1 else tr_count("{count:,} run", "{count:,} runs", len(folders))

        def done(moved: tuple[tuple[Binned, ...], EngineError | None]) -> None:
            batch, error = moved
            self._edits += 1
            gone = {str(one.folder) for one in batch}
            if batch:
                self._in_bin.append(batch)
                self._take(run for run in self.runs if run.folder not in gone)
                self.binned.emit(words if error is None else tr_count("{count:,} run", "{count:,} runs", len(batch)))
            if error is not None:
                self.failed.emit(error)
            self.look()

        paths = [Path(folder) for folder in folders]
        run_task(lambda _: _move(paths), done, self.failed.emit, owner=self, doing=tr("Deleting runs"))

    @property
    def why_not_undo(self) -> str:
        """Why no deletion can be taken back, in one sentence; empty when one can."""
        return "" if self._in_bin else tr("No run was deleted since the window opened.")

    def undo_delete(self) -> None:
        """Bring the runs back that were deleted last."""
        if not self._in_bin:
            return
        batch = self._in_bin.pop()

        def done(failures: list[tuple[Binned, EngineError]]) -> None:
            self._edits += 1
            if failures:
                self._in_bin.append(tuple(binned for binned, _ in failures))
                self.failed.emit(failures[0][1])
            back = len(batch) - len(failures)
            if back:
                self.restored.emit(
                    batch[0].folder.name if back == 1 else tr_count("{count:,} run", "{count:,} runs", back)
                )
            self.look()

        run_task(lambda _: _restore(batch), done, self.failed.emit, owner=self, doing=tr("Restoring runs"))


def _move(folders: Sequence[Path]) -> tuple[tuple[Binned, ...], EngineError | None]:
    """Move one after the other, up to the first that cannot be."""
    moved: list[Binned] = []
    for folder in folders:
        try:
            if is_held(folder):
                raise EngineError(
                    tr("The run {name} is being worked on by another window or command.", name=folder.name),
                    tr("Stop it there first."),
                )
            moved.append(to_bin(folder))
        except EngineError as error:
            return tuple(moved), error
    return tuple(moved), None


def _restore(batch: Sequence[Binned]) -> list[tuple[Binned, EngineError]]:
    """Bring back what can be; the rest with its reasons."""
    failures: list[tuple[Binned, EngineError]] = []
    for binned in batch:
        try:
            from_bin(binned)
        except EngineError as error:
            failures.append((binned, error))
    return failures
