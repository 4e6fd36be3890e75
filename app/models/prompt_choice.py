"""Which prompts are to be asked: those of a file, or of the built-in suites, and how many at most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.beside import run_beside, run_here
from app.background.long_files import is_long_file
from app.background.task import Task
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.suite import Suite, built_in_suites


class PromptChoice(QObject):
    """What a person chose. `changed` after each choice."""

    changed = Signal()

    def __init__(self, count: int, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self.suites: tuple[Suite, ...] = built_in_suites()
        self.chosen: frozenset[str] = frozenset(suite.name for suite in self.suites)
        self.count = count
        self.most = most

    @property
    def suite_cases(self) -> list[PromptCase]:
        """The prompts of the chosen suites."""
        return [case for suite in self.suites if suite.name in self.chosen for case in suite.cases]

    def choose_file(self, path: Path) -> None:
        """Take the prompts from this file."""
        self.file = path
        self.changed.emit()

    def choose_suite(self, name: str, wanted: bool) -> None:
        """Ask a suite's prompts, or leave them out."""
        self.chosen = self.chosen | {name} if wanted else self.chosen - {name}
        self.changed.emit()

    def set_count(self, count: int) -> None:
        """Ask so many prompts, if there are as many."""
        self.count = min(max(1, count), self.most)
        self.changed.emit()


def prompts_in_task(
    work: Callable[..., list[PromptCase]], argument: Path, size_of: Path
) -> Callable[[Task], list[PromptCase]]:
    """Reading prompts as a task does it: in a process of its own where the file is long."""
    run = run_beside if is_long_file(size_of) else run_here
    return lambda task: run(work, (argument,), task.report, lambda: task.cancelled)
