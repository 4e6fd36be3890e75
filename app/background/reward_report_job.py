"""Score the pairs that a run never saw, or those of a file, and sum up how far its rewards can be believed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.background.subject import ChatSubject
from app.language.translate import mark, tr
from engine.data.column_values import column_values
from engine.data.options import ReadingOptions
from engine.errors import EngineError
from engine.evaluation.held_back import held_back_pairs
from engine.evaluation.reward_report import JudgedPair, RewardReport, report_rewards
from engine.plan_file import read_plan
from engine.score import PairScored, PairsToScore, ThumbScored, read_to_score, score_read
from engine.storage.run_folder import RunFolder

if TYPE_CHECKING:
    from engine.model.keeper import ModelKeeper

_AT_ONCE = 8  # pairs, so that there is news, and an end, within seconds


@dataclass(frozen=True, slots=True)
class FileToJudge:
    """A preference file as it is read in the window, with the log of a person's edits."""

    path: Path
    options: ReadingOptions
    edits: Path | None


@dataclass(frozen=True, slots=True)
class ReportWanted:
    """Which run judges what: its held-back pairs, or those of `file`; `group_by` is a column of theirs, or empty."""

    run: Path
    file: FileToJudge | None = None
    group_by: str = ""


@dataclass(frozen=True, slots=True)
class PairsJudged:
    """How far the scoring is."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class RewardsReported:
    """The report, by the names of the file and of the run, and how many pairs could not be scored."""

    report: RewardReport
    file: str
    run: str
    beta: float
    group_by: str
    left_out: int


@dataclass(eq=False, slots=True)
class RewardReportJob:
    """Reports `PairsJudged` as it goes on and `RewardsReported` at its end, unless it is stopped before."""

    wanted: ReportWanted
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = mark("The reward report")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        wanted, folder = self.wanted, RunFolder(self.wanted.run)
        plan = read_plan(folder.plan_path)
        if (adapter := folder.result) is None:
            raise EngineError(tr("The run has no trained model to ask."), tr("Resume it, or choose another run."))
        read = _read(wanted)
        groups = column_values(read.file, wanted.group_by) if wanted.group_by else {}
        if self.stopped.is_set():
            return
        model = plan.model
        subject = ChatSubject(
            Path(model.path),
            adapter,
            model.device,
            model.dtype,
            chat_template=model.chat_template,
            load_in_4bit=model.load_in_4bit,
        )
        yield PairsJudged(0, len(read.pairs))
        judged: list[JudgedPair] = []
        left_out = 0
        for event in score_read(subject.load(keeper), read, plan.training.beta, _AT_ONCE):
            if self.stopped.is_set():
                return
            if isinstance(event, ThumbScored):
                raise EngineError(
                    tr("The report compares the two replies of pairs, and these are single replies with thumbs."),
                    tr("Open a file of pairs and report on that."),
                )
            if isinstance(event, PairScored):
                surplus = event.tokens_chosen - event.tokens_rejected
                judged.append(JudgedPair(event.margin, surplus, groups.get(event.row, "")))
                yield PairsJudged(len(judged), len(read.pairs))
            else:
                left_out = len(event.skipped)
        report = report_rewards(judged)
        yield RewardsReported(report, read.file.name, wanted.run.name, plan.training.beta, wanted.group_by, left_out)

    def stop(self) -> None:
        self.stopped.set()


def _read(wanted: ReportWanted) -> PairsToScore:
    if wanted.file is not None:
        return read_to_score(wanted.file.path, wanted.file.options, wanted.file.edits)
    held_back = held_back_pairs(wanted.run)
    if not held_back.pairs:
        raise EngineError(
            tr("The run held no pairs back, so all its pairs were trained on."),
            tr("Report on all pairs of the open file instead; of pairs that were trained on it flatters."),
        )
    return PairsToScore(held_back.file, held_back.pairs)
