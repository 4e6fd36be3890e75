"""What the Runs page does with runs: open, go on, begin another one like it, mark, star, delete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.background.task import Task, run_task
from app.language.engine_words import tr_engine
from app.language.translate import mark, tr, tr_marked
from app.models.panes import ORIGINAL, THIS_RUN
from app.models.run_marks import RunMarks
from app.models.run_table import RunTable
from app.models.session import Session
from app.pages.runs.run_list import RunList
from engine.errors import EngineError
from engine.plan import RunPlan
from engine.plan_file import read_plan
from engine.storage.resumable import has_warm_up, why_not_resumable
from engine.storage.run_folder import RunFolder
from engine.storage.run_summary import RunSummary

_ASKING = mark("A moment: its files are being looked at.")


class RunWork(QObject):
    """Works on the current run; marks and deletion on the marked ones where there are any.

    `judged` when it is known whether the current run can be resumed. `duplicated` when the next run has its settings;
    `missed(text)` when it has, but not its model or its data, which are gone.
    """

    judged = Signal()
    duplicated = Signal()
    missed = Signal(str)

    def __init__(
        self, session: Session, table: RunTable, marks: RunMarks, runs: RunList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._history = session.history
        self._table = table
        self._marks = marks
        self._list = runs
        self._judged: tuple[str, str] = ("", "")
        self._judging: Task | None = None
        self.why_not_go_on = ""
        self._beside: str | None = None
        session.run_opening.opened.connect(self._opened)
        session.run_opening.failed.connect(self._not_opened)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The folders that deletion is about: the marked ones, else the current one."""
        if len(self._marks):
            return self._marks.folders
        current = self._list.current
        return (current.folder,) if current else ()

    # ------------------------------------------------------------ opening and going on

    def why_not_open(self) -> str:
        """Why the current run cannot be opened now, in one sentence."""
        run = self._list.current
        if run is None:
            return tr("There is no run in the list.")
        if not run.step and not has_warm_up(RunFolder(Path(run.folder))):
            return tr("It ended before its first step, so there is nothing to show.")
        return self._session.run_opening.why_not_open(Path(run.folder))

    def open(self) -> None:
        """Show the current run on the Train page."""
        run = self._list.current
        if run is not None and not self.why_not_open():
            self._session.run_opening.open(Path(run.folder))

    def why_not_compare(self) -> str:
        """Why the marked two, or the current run and the original, cannot answer side by side, in one sentence."""
        if len(self._marks) > 2:
            return tr("Two can answer side by side. Take a mark away.")
        runs = self._compared()
        if not runs:
            return tr("There is no run in the list.")
        for run in runs:
            if run.state not in ("finished", "stopped"):  # the folder is not asked: this is judged at every step
                return tr("{title} has no trained model to ask.", title=run.title)
        if len({run.model for run in runs}) > 1:
            return tr("They were trained from different models.")
        if len(runs) > 1 and self._session.panes.key_of(Path(runs[0].folder)) is None:
            return tr("{title} is not of this project.", title=runs[0].title)
        return self._session.run_opening.why_not_open(Path(runs[-1].folder))

    def compare(self) -> None:
        """Let the two answer in Compare: the first one marked at the left, or the original."""
        runs = self._compared()
        if not self.why_not_compare():
            self._beside = (self._key(runs[0]) if len(runs) > 1 else None) or ORIGINAL
            self._session.run_opening.open(Path(runs[-1].folder))

    def why_not_report(self) -> str:
        """Why there is no reward report of the current run, in one sentence."""
        run = self._list.current
        if run is None:
            return tr("There is no run in the list.")
        if run.state not in ("finished", "stopped"):
            return tr("{title} has no trained model to ask.", title=run.title)
        return self._session.reward_report.why_not

    def _compared(self) -> list[RunSummary]:
        current = self._list.current
        marked = [run for folder in self._marks.folders if (run := self._history.run(folder)) is not None]
        return marked or ([current] if current is not None else [])

    def _key(self, run: RunSummary) -> str | None:
        result = RunFolder(Path(run.folder)).result
        return self._session.panes.key_of(result) if result is not None else None

    def _opened(self, folder: object) -> None:
        beside, self._beside = self._beside, None
        if beside is None:
            self._session.page_wanted.emit("train")
            return
        self._session.panes.choose("before", beside)
        self._session.panes.choose("after", THIS_RUN)
        self._session.page_wanted.emit("compare")

    def _not_opened(self) -> None:
        self._beside = None

    def why_not_resume(self) -> str:
        """Why the current run cannot be gone on with now, in one sentence."""
        return self.why_not_open() or self.why_not_go_on or self._why_busy()

    def resume(self) -> None:
        """Go on with the current run."""
        run = self._list.current
        if run is not None and not self.why_not_resume():
            self._session.run_opening.resume(Path(run.folder))

    def judge(self, run: RunSummary | None) -> None:
        """Find out in the background whether a run can be gone on with; `judged` follows."""
        subject = (run.folder, f"{run.state} {run.step}") if run else ("", "")
        if subject == self._judged:
            return
        self._judged = subject
        if self._judging is not None:
            self._judging.cancel()
            self._judging = None
        self.why_not_go_on = tr_marked(_ASKING) if run else ""
        if run is not None:
            folder = Path(run.folder)
            self._judging = run_task(
                lambda _: why_not_resumable(folder),
                self._take_judgement,
                lambda error: self._take_judgement(tr_engine(error.message)),
                owner=self,
                doing=tr("Looking at the run"),
            )

    def _take_judgement(self, why_not: str) -> None:
        self._judging = None
        self.why_not_go_on = tr_engine(why_not)
        self.judged.emit()

    def _why_busy(self) -> str:
        return tr("Another run is under way.") if self._session.run.state.is_active else ""

    def duplicate(self) -> None:
        """Begin a plan with the current run's settings, data and model."""
        run = self._list.current
        if run is None:
            return
        path, title = RunFolder(Path(run.folder)).plan_path, tr("the settings of {title}", title=run.title)

        def done(plan: RunPlan) -> None:
            gone = self._session.begin_like(plan, title)
            if gone:
                self.missed.emit(gone)
            else:
                self.duplicated.emit()

        run_task(lambda _: read_plan(path), done, self._failed, owner=self, doing=tr("Reading the plan"))

    # ------------------------------------------------------------ marks and stars

    def toggle_mark(self) -> None:
        """Mark the current run, or take its mark away."""
        run = self._list.current
        if run is not None:
            self._marks.toggle(run.folder)

    def toggle_star(self) -> None:
        """Star the current run, or take its star away."""
        run = self._list.current
        if run is not None:
            self.toggle_star_of(run.folder)

    def toggle_star_of(self, folder: str) -> None:
        """Star a run, or take its star away."""
        run = self._history.run(folder)
        if run is not None:
            self._history.star([folder], not run.starred)

    # ------------------------------------------------------------ deleting

    def why_not_delete(self) -> str:
        """Why nothing can be deleted now, in one sentence."""
        folders = self.subjects
        if not folders:
            return tr("There is no run in the list.")
        open_run = self._session.run
        if open_run.state.is_active and str(open_run.folder) in folders:
            return tr("{name} is under way. Stop it first.", name=open_run.name)
        return self._history.why_not_delete(folders)

    def delete(self) -> None:
        """Move the marked runs, or the current one, to the system's bin."""
        folders = self.subjects
        if not self.why_not_delete():
            if str(self._session.run.folder) in folders:
                self._session.run.close()
            self._history.delete(folders)

    def _failed(self, error: EngineError) -> None:
        self._history.failed.emit(error)
