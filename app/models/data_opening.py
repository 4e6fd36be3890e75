"""Opening a file: as it was read before where its columns are known, and by asking where nothing is known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.translate import tr
from app.models.dataset import Dataset
from engine.data.file_shape import FileShape, look_at
from engine.data.options import ReadingOptions
from engine.errors import EngineError
from engine.storage.home import home_folder
from engine.storage.remembered_readings import RememberedReadings

Result = TypeVar("Result")


class DataOpening(QObject):
    """Stands before the data set, whose `open` reads a file just as it is told.

    `unsure(FileShape)` when a file was not recognised, `asked(FileShape)` when a person wants it read otherwise:
    either way the columns have to be chosen. `failed(EngineError)` when an answer cannot be remembered.
    `is_remembered` says that the file is read as an earlier one of its shape was.
    """

    unsure = Signal(object)
    asked = Signal(object)
    failed = Signal(object)

    def __init__(self, dataset: Dataset, parent: QObject | None = None, *, home: Path | None = None) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self._known = RememberedReadings(home or home_folder())
        self._task: Task | None = None
        self._opening: Path | None = None
        self.is_remembered = False
        dataset.failed.connect(self._not_opened)

    def open(self, path: Path) -> None:
        """Read a file as files of its shape were read before, or as it says itself."""
        self._opening, self.is_remembered = path, False
        if not self._known:
            self._dataset.open(path)
            return
        known = self._known

        def look(_: Task) -> ReadingOptions | None:
            return known.find(look_at(path).columns)

        # A file that cannot be looked at cannot be read either, and then the reader says why.
        self._look(look, lambda options: self._read(path, options), lambda _: self._dataset.open(path))

    def ask(self) -> None:
        """Have the open file's reading chosen anew: `asked(FileShape)` follows."""
        path = self._dataset.path
        if path is not None:
            self._look(lambda _: look_at(path), self.asked.emit, self.failed.emit)

    def read_as(self, shape: FileShape, options: ReadingOptions) -> None:
        """Read a file as a person chose, now and whenever one of its shape is opened."""
        self._opening = shape.path
        try:
            if options == ReadingOptions():
                self._known.forget(shape.columns)
            else:
                self._known.remember(shape.columns, options)
        except EngineError as error:
            self.failed.emit(error)
        self.is_remembered = options != ReadingOptions()
        self._dataset.open(shape.path, options)

    def _read(self, path: Path, options: ReadingOptions | None) -> None:
        self.is_remembered = options is not None
        self._dataset.open(path, options or ReadingOptions())

    def _not_opened(self, _: EngineError) -> None:
        path, self._opening = self._opening, None
        if path is not None and path != self._dataset.path:
            self._look(lambda _: look_at(path), self._ask_if_unsure, lambda _: None)

    def _ask_if_unsure(self, shape: FileShape) -> None:
        if not shape.form or self.is_remembered:
            self.unsure.emit(shape)

    def _look(
        self, work: Callable[[Task], Result], done: Callable[[Result], None], failed: Callable[[EngineError], None]
    ) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = run_task(work, done, failed, owner=self, doing=tr("Looking at the file"))
