"""A GGUF on its way to becoming a model folder: started, watched, given up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.beside import CancelledError
from app.background.heavy_imports import import_heavy
from app.background.task import Task, run_task
from app.language.translate import tr


class Conversion(QObject):
    """One at a time. `changed` as it moves on, `finished` with the folder, `failed` with an `EngineError`."""

    changed = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, models: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._task: Task | None = None
        self._file: Path | None = None
        self._share: float | None = None

    @property
    def file(self) -> Path | None:
        """The GGUF at work, None while none is."""
        return self._file

    @property
    def share(self) -> float | None:
        """How far it is, from 0 to 1; None before the first weight."""
        return self._share

    def start(self, file: Path) -> None:
        """Begin; while another file is at work, nothing happens."""
        if self._task is not None:
            return
        models = self._models

        def work(task: Task) -> Path:
            import_heavy("engine.model.gguf.convert")
            from engine.model.gguf.convert import convert_gguf

            def progress(done: int, total: int) -> None:
                if task.cancelled:
                    raise CancelledError
                task.report(done / total)

            return convert_gguf(file, models, progress)

        self._file, self._share = file, None
        self._task = run_task(
            work, self._end, self._fail, self._move, owner=self, doing=tr("Converting {name}", name=file.name)
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Give up; what was written so far is removed."""
        if self._task is not None:
            self._task.cancel()
            self._forget()

    def _move(self, share: float) -> None:
        self._share = share
        self.changed.emit()

    def _end(self, folder: Path) -> None:
        self._forget()
        self.finished.emit(folder)

    def _fail(self, error: object) -> None:
        self._forget()
        self.failed.emit(error)

    def _forget(self) -> None:
        self._task = self._file = self._share = None
        self.changed.emit()
