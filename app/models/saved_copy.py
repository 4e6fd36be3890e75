"""Saving a clean copy of the open file's pairs, beside the window."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.beside import run_beside, run_here
from app.background.task import Task, run_task
from app.language.translate import tr
from engine.data.pair_sequence import PairSequence
from engine.data.writers.copy_format import CopyFormat
from engine.data.writers.registry import COPY_FORMATS
from engine.data.writers.save_copy import aside_of, save_copy
from engine.errors import EngineError

_IN_A_MOMENT = 2000  # pairs; writing more is long enough to make the window wait


class CopySaving(QObject):
    """One copy at a time. `changed` when one begins or ends, `progressed(done, total)` in pairs meanwhile.

    `saved(path, count)` when it is in its place; `failed(EngineError)` when it could not be saved.
    """

    changed = Signal()
    progressed = Signal(int, int)
    saved = Signal(object, int)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether a copy is being written."""
        return self._task is not None

    def start(self, pairs: PairSequence, target: Path, form: CopyFormat, source: Path | None) -> None:
        """Write the pairs; they must not change meanwhile. Does nothing while another copy is written."""
        if self._task is not None:
            return
        run = run_here if len(pairs) <= _IN_A_MOMENT else run_beside
        aside = aside_of(target)

        def work(task: Task) -> int:
            arguments = (pairs, target, form.name, source, aside)
            try:
                return run(_save, arguments, task.report, lambda: task.cancelled)
            finally:
                with contextlib.suppress(OSError):
                    aside.unlink(missing_ok=True)

        def done(count: int) -> None:
            self._end()
            self.saved.emit(target, count)

        def failed(error: EngineError) -> None:
            self._end()
            self.failed.emit(error)

        def told(written: int) -> None:
            self.progressed.emit(written, len(pairs))

        self._task = run_task(work, done, failed, told, owner=self, doing=tr("Saving the copy"))
        self.changed.emit()

    def cancel(self) -> None:
        """Give up; what was at the target stays as it was."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _end(self) -> None:
        self._task = None
        self.changed.emit()


def _save(
    pairs: PairSequence, target: Path, form_name: str, source: Path | None, aside: Path, tell: Callable[[int], None]
) -> int:
    form = next(form for form in COPY_FORMATS if form.name == form_name)
    return save_copy(pairs, target, form, source, tell, aside)
