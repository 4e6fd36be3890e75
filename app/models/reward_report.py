"""The reward report of a run: asked for, watched while pairs are scored, given up, shown and saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.background.jobs import Job
from app.background.reward_report_job import (
    FileToJudge,
    PairsJudged,
    ReportWanted,
    RewardReportJob,
    RewardsReported,
)
from app.background.run_thread import EngineThread
from app.background.task import run_task
from app.language.engine_words import tr_engine
from app.language.translate import tr
from app.models.dataset import Dataset
from app.models.one_answer import OneAnswer
from app.models.run import RunModel
from app.models.words import about
from engine.errors import EngineError
from engine.evaluation.reward_report_html import rewards_as_html
from engine.evaluation.reward_report_markdown import rewards_as_markdown
from engine.evaluation.reward_report_words import save_rewards

MakeRewardReportJob = Callable[[ReportWanted], Job]
JudgedPairs = Literal["held_back", "file"]


class RewardReportModel(QObject):
    """One report at a time. `changed` as it moves on; `saved(path)` when it was written.

    `reported` is there once a report is done, `problem` when one could not be, in a sentence.
    """

    changed = Signal()
    saved = Signal(object)

    def __init__(
        self,
        run: RunModel,
        dataset: Dataset,
        thread: EngineThread,
        parent: QObject | None = None,
        *,
        make_job: MakeRewardReportJob = RewardReportJob,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._run = run
        self._dataset = dataset
        self._make_job = make_job
        self._clock = clock
        self.reported: RewardsReported | None = None
        self.problem = ""
        self._judged = PairsJudged(0, 0)
        self._first: tuple[float, int] | None = None  # when the first pairs were done, and how many they were
        self._answer = OneAnswer(thread, self)
        self._answer.answered.connect(self._take)
        self._answer.failed.connect(self._fail)
        self._answer.ended.connect(self.changed)

    @property
    def is_busy(self) -> bool:
        """Whether pairs are being scored, or wait for it."""
        return self._answer.is_busy

    @property
    def share(self) -> float | None:
        """How far the scoring is, from 0 to 1; None before the first pair."""
        return self._judged.done / self._judged.total if self._judged.done else None

    @property
    def progress(self) -> str:
        """The same in words, with the time that is left."""
        done, total = self._judged.done, self._judged.total
        if not total:
            return tr("Reading the pairs")
        if not done:
            return tr("Loading the model")
        words = tr("{done:,} of {total:,} pairs", done=done, total=total)
        if self._first is None or done <= self._first[1]:
            return words
        began, at_first = self._first
        left = (self._clock() - began) / (done - at_first) * (total - done)
        return tr("{words}, {left} left", words=words, left=about(left))

    @property
    def file_name(self) -> str:
        """The open file's name; empty where none is open."""
        return self._dataset.path.name if self._dataset.path is not None else ""

    @property
    def why_not(self) -> str:
        """Why no report can be made now, in one sentence; empty when one can."""
        if self._run.state.is_active:
            return tr("A run is under way, and a report needs its model. Ask again when it has ended.")
        return ""

    @property
    def why_not_file(self) -> str:
        """Why there is none of the open file; empty when there can be."""
        if self._dataset.path is None:
            return tr("No file is open.")
        if self._dataset.holds_thumbs:
            return tr("The open file has single replies with thumbs, and a report compares the two replies of pairs.")
        return ""

    def begin(self, run: Path, pairs: JudgedPairs, group_by: str = "") -> None:
        """Score the run's held-back pairs, or all of the open file, as they are now."""
        path = self._dataset.path
        if self.why_not or (pairs == "file" and (self.why_not_file or path is None)):
            return
        file = None
        if pairs == "file" and path is not None:
            file = FileToJudge(path, self._dataset.options, self._dataset.edits.log_path)
        self._forget()
        self._answer.ask(self._make_job(ReportWanted(run, file, group_by.strip())))
        self.changed.emit()

    def stop(self) -> None:
        """Give up what is not done, and put the last report away."""
        self._answer.give_up()
        self._forget()
        self.changed.emit()

    def give_way(self) -> None:
        """A run needs the engine."""
        if self.is_busy:
            self.stop()
            self.problem = tr("A run has begun, so the report was given up. Ask again when it has ended.")
            self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the report in the background; Markdown where the name says so, else a web page."""
        reported = self.reported
        if reported is None:
            return
        render = rewards_as_markdown if path.suffix.lower() in (".md", ".markdown") else rewards_as_html
        text = render(reported.report, reported.file, reported.run, reported.beta, reported.group_by)

        def done(_: object) -> None:
            self.problem = ""
            self.saved.emit(path)
            self.changed.emit()

        run_task(lambda _: save_rewards(path, text), done, self._fail, owner=self, doing=tr("Saving the report"))

    def _forget(self) -> None:
        self.reported, self.problem, self._judged, self._first = None, "", PairsJudged(0, 0), None

    def _take(self, event: object) -> None:
        if isinstance(event, PairsJudged):
            self._judged = event
            if event.done and self._first is None:
                self._first = (self._clock(), event.done)
        elif isinstance(event, RewardsReported):
            self.reported = event
        self.changed.emit()

    def _fail(self, error: EngineError) -> None:
        self.problem = tr_engine(f"{error.message} {error.hint}".strip())
        self.changed.emit()
