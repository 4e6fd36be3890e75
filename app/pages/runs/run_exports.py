"""Runs handed on to other programs: the list and the metrics as CSV, and TensorBoard's event files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.background.task import run_task
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.run_history import RunHistory
from engine.export.runs_csv import write_metrics, write_run_list
from engine.export.tensorboard import write_event_files
from engine.storage.run_summary import RunSummary

_CSV = mark("Table (*.csv)")


class RunExports(QObject):
    """`done(text)` when something was written, `failed(EngineError)` when it could not be.

    `subjects` says which folders the metrics are wanted of: the marked runs, else the current one.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, history: RunHistory, subjects: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._history = history
        self._subjects = subjects

    def menu(self) -> QMenu:
        """A fresh menu of what can be written."""
        menu = QMenu(self._window)
        runs = self._runs()
        which = (
            runs[0].title if len(runs) == 1 else tr_count("{count:,} marked run", "{count:,} marked runs", len(runs))
        )
        choices = (
            (tr("The list of all runs as CSV…"), self.ask_for_list),
            (tr("Metrics of {which} as CSV…", which=which), self.ask_for_metrics),
            (tr("TensorBoard event files of {which}…", which=which), self.ask_for_events),
        )
        for words, do in choices:
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, do=do: do())
            action.setEnabled(bool(runs))
        return menu

    def ask_for_list(self) -> None:
        """Ask where the list is to be written, and write it."""
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save the list of runs"), "runs.csv", tr_marked(_CSV))
        if name:
            runs, path = self._history.runs, Path(name)
            self._write(lambda: write_run_list(runs, path), tr("Saved {name}.", name=path.name))

    def ask_for_metrics(self) -> None:
        """Ask where the metrics are to be written, and write them."""
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Save the metrics"), "metrics.csv", tr_marked(_CSV))
        if name:
            runs, path = self._runs(), Path(name)
            self._write(lambda: write_metrics(runs, path), tr("Saved {name}.", name=path.name))

    def ask_for_events(self) -> None:
        """Ask for a folder and write an event file into a folder of its own for each run."""
        name = QFileDialog.getExistingDirectory(self._window, tr("Folder for TensorBoard's event files"))
        if name:
            folders = [Path(run.folder) for run in self._runs()]
            said = tr_count(
                "Saved {count:,} event file. TensorBoard reads them with --logdir {name}.",
                "Saved {count:,} event files. TensorBoard reads them with --logdir {name}.",
                len(folders),
                name=name,
            )
            self._write(lambda: write_event_files(folders, Path(name)), said)

    def _runs(self) -> list[RunSummary]:
        return [run for folder in self._subjects() if (run := self._history.run(folder))]

    def _write(self, write: Callable[[], object], said: str) -> None:
        run_task(lambda _: write(), lambda _: self.done.emit(said), self.failed.emit, owner=self, doing=tr("Writing"))
