"""The dataset's work beside the window: one job of a kind at a time, in a thread or, where it is long, in a process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject

from app.background.beside import run_beside, run_here
from app.background.task import Task, run_task
from app.language.translate import mark, tr_marked
from engine.errors import EngineError

Kind = Literal["read", "check", "recheck", "split", "measure", "filter", "model", "leakage"]
_DOING: dict[Kind, str] = {
    "read": mark("Reading the file"),
    "check": mark("Checking the data"),
    "recheck": mark("Checking the edited pairs"),
    "split": mark("Holding pairs back"),
    "measure": mark("Measuring the replies"),
    "filter": mark("Searching"),
    "model": mark("Checking with the model"),
    "leakage": mark("Looking for prompts on both sides"),
}


class DataWork:
    """Starts jobs on behalf of `owner` and ends those that nobody waits for."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._tasks: dict[Kind, Task] = {}

    def start(
        self,
        kind: Kind,
        work: Callable[..., Any],
        arguments: tuple[Any, ...],
        done: Callable[[Any], None],
        failed: Callable[[EngineError], None],
        told: Callable[[Any], None] | None = None,
        *,
        is_long: bool = False,
    ) -> None:
        """Call `work(*arguments, tell)`; another job of this kind ends. A long one must be fit for another process."""
        self.cancel(kind)
        run = run_beside if is_long else run_here

        def ended(result: object) -> None:
            del self._tasks[kind]
            done(result)

        def gave_up(error: EngineError) -> None:
            del self._tasks[kind]
            failed(error)

        self._tasks[kind] = run_task(
            lambda task: run(work, arguments, task.report, lambda: task.cancelled),
            ended,
            gave_up,
            told,
            owner=self._owner,
            doing=tr_marked(_DOING[kind]),
        )

    def is_running(self, kind: Kind) -> bool:
        """Whether a job of this kind is under way."""
        return kind in self._tasks

    def cancel(self, *kinds: Kind) -> None:
        """End jobs of these kinds; of all kinds, if none is named."""
        for kind in kinds or tuple(self._tasks):
            task = self._tasks.pop(kind, None)
            if task is not None:
                task.cancel()
