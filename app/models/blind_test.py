"""A blind test as the window sees it: which prompt is asked, what was voted, and what it comes to in the end."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.background.jobs import BlindJob, Job
from app.background.run_thread import EngineThread
from app.background.subject import ChatSubject
from app.background.task import run_task
from app.language.translate import mark, tr, tr_count, tr_marked
from app.models.notice import Notice
from app.models.prepared_replies import PreparedReplies
from engine.chat.generate import Sampling
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.prompt_case import PromptCase
from engine.evaluation.result import Tally, tally
from engine.evaluation.trial import BlindTest, Contestants, Trial, lay_out_test
from engine.evaluation.vote import Choice, Vote, cast_vote
from engine.storage.vote_log import VoteLog

MakeBlindJob = Callable[[ChatSubject, Sequence[Message], Sampling], Job]
BlindState = Literal["loading", "setup", "voting", "result"]
_LARGEST_SEED = 2**31
_A_PAUSE = 180.0  # seconds; who takes longer over a vote was away


_DAMAGED = mark("The votes in them do not count; all others stand. Restore the file from a copy if you need them.")


class BlindTestModel(QObject):
    """One test at a time. Each vote is in the project's votes.jsonl before `changed` tells of it.

    `failed(EngineError)` when something could not be read or written; replies that could not be made are told by
    `replies.failure`.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        thread: EngineThread,
        votes_path: Path,
        parent: QObject | None = None,
        *,
        make_job: MakeBlindJob = BlindJob,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._make_job = make_job
        self.replies = PreparedReplies(thread, self)
        self.state: BlindState = "loading"
        self.test: BlindTest | None = None
        self.votes: tuple[Vote, ...] = ()
        self.notices: tuple[Notice, ...] = ()  # so far, each of them news once
        self._path = votes_path
        self._log: VoteLog | None = None
        self._is_loading = False
        self._is_seen = False
        self._is_held = False
        self._clock = clock
        self._last_vote: float | None = None
        self._pace: list[float] = []  # seconds from one vote to the next, in this sitting
        self.replies.changed.connect(self.changed)
        self.replies.outdated.connect(self._end_with_this_model)

    def load(self) -> None:
        """Read the project's votes in the background, once; a test that was not finished goes on."""
        if self._log is None and not self._is_loading:
            self._is_loading = True
            path = self._path
            run_task(lambda _: VoteLog(path), self._loaded, self._not_loaded, owner=self, doing=tr("Reading the votes"))

    def _loaded(self, log: VoteLog) -> None:
        self._is_loading = False
        self._log = log
        if log.damaged:
            title = tr_count(
                "{count:,} line of {name} could not be read",
                "{count:,} lines of {name} could not be read",
                log.damaged,
                name=log.path.name,
            )
            self.notices = (*self.notices, Notice(title, tr_marked(_DAMAGED)))
        test = log.latest
        if test is None or log.is_ended(test):
            self.state = "setup"
            self.changed.emit()
        else:
            self._open(test)

    def _not_loaded(self, error: EngineError) -> None:
        self._is_loading = False
        self.failed.emit(error)

    # ------------------------------------------------------------ where it stands

    @property
    def number(self) -> int | None:
        """Which trial is asked now; None when there is none left."""
        return next(iter(self._left), None)

    @property
    def trial(self) -> Trial | None:
        """The same trial itself."""
        number = self.number
        return None if self.test is None or number is None else self.test.trials[number]

    @property
    def shown(self) -> tuple[str, str] | None:
        """The replies in panes A and B; None while they are being written."""
        number, trial = self.number, self.trial
        replies = None if number is None else self.replies.replies(number)
        if replies is None or trial is None:
            return None
        before, after = replies
        return (after, before) if trial.after_side == "a" else (before, after)

    @property
    def total(self) -> int:
        """Prompts in the test."""
        return len(self.test.trials) if self.test else 0

    @property
    def is_complete(self) -> bool:
        """Whether every prompt has its vote."""
        return self.test is not None and not self._left

    @property
    def tally(self) -> Tally:
        """What the votes come to so far."""
        return tally(self.votes)

    def tallies(self) -> dict[str, Tally]:
        """What the votes of all revealed tests come to, by the run that was tested: its folder as text."""
        votes: dict[str, list[Vote]] = {}
        for vote in self._log.revealed_votes() if self._log is not None else ():
            votes.setdefault(str(Path(vote.contestants.adapter).parent), []).append(vote)
        return {folder: tally(those) for folder, those in votes.items()}

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at the usual pace; None before there is one."""
        if len(self._pace) < 3:
            return None
        usual = sorted(self._pace)[len(self._pace) // 2]
        return usual * len(self._left)

    @property
    def may_undo(self) -> bool:
        """Whether the last vote can be taken back."""
        if self.test is None or self._log is None:
            return False
        return self.state == "voting" and self._log.may_undo(self.test)

    @property
    def past_test(self) -> BlindTest | None:
        """The project's last test, when its result can be looked at again."""
        latest = self._log.latest if self._log else None
        return latest if latest is not None and self._log is not None and self._log.votes(latest) else None

    @property
    def _left(self) -> list[int]:
        voted = {vote.trial for vote in self.votes}
        return [number for number in range(self.total) if number not in voted]

    # ------------------------------------------------------------ what a person may do

    def begin(
        self, cases: Sequence[PromptCase], contestants: Contestants, sampling: Sampling, source: str, most: int
    ) -> None:
        """Lay out a new test and ask its first prompt. Raises `EngineError` when it cannot be kept."""
        if self._log is None:
            return
        seed = random.SystemRandom().randrange(_LARGEST_SEED)
        test = lay_out_test(cases, contestants, sampling, seed, source, most)
        self._log.begin(test)
        self._open(test)

    def vote(self, choice: Choice, reasons: Sequence[str] = ()) -> bool:
        """Vote on the prompt that is asked, perhaps saying why, and go on to the next; whether the vote counts.

        Only a prompt may be passed over whose replies are not there.
        """
        number, test, log = self.number, self.test, self._log
        if self.state != "voting" or number is None or test is None or log is None:
            return False
        replies = self.replies.replies(number)
        if replies is None and choice != "skip":
            return False
        before, after = replies or ("", "")
        if not self._wrote(lambda: log.add(cast_vote(test, number, choice, before, after, reasons))):
            return False
        self._note_pace()
        has_failed = self.replies.failed_number == number
        self._votes_changed()
        if has_failed:  # only now does nobody wait for it any more
            self.replies.try_again()
            self.changed.emit()
        return True

    def undo(self) -> None:
        """Take back the last vote: its prompt is asked again, with the same replies."""
        test, log = self.test, self._log
        if test is None or log is None or not self.may_undo or not self._wrote(lambda: log.undo(test)):
            return
        last = self.votes[-1]
        if last.before or last.after:
            self.replies.put_back(last.trial, last.before, last.after)
        self._votes_changed()

    def reveal(self) -> None:
        """End here, or for now, and show the result; a test without a vote is given up."""
        test, log = self.test, self._log
        if test is not None and log is not None and self.state == "voting" and self._wrote(lambda: log.end(test)):
            self.state = "result" if self.votes else "setup"
            self._prepare()
            self.changed.emit()

    def go_on(self) -> None:
        """Vote on the rest after all."""
        if self.state == "result" and not self.is_complete:
            self.state = "voting"
            self._prepare()
            self.changed.emit()

    def plan_another(self) -> None:
        """Leave the result and set up a new test; what was voted stays in the file."""
        if self.state == "result":
            self.state = "setup"
            self.changed.emit()

    def show_past(self) -> None:
        """Look at the last test's result again."""
        test = self.past_test
        if test is not None and self.state == "setup":
            self._open(test)
            self.reveal()

    def set_seen(self, seen: bool) -> None:
        """Replies are prepared only while the page is in sight."""
        self._is_seen = seen
        self._prepare()

    def set_held(self, held: bool) -> None:
        """A run needs the engine: prepare no replies until it has ended."""
        if held != self._is_held:
            self._is_held = held
            self._prepare()
            self.changed.emit()

    @property
    def is_held(self) -> bool:
        """Whether a run keeps replies from being prepared."""
        return self._is_held

    # ------------------------------------------------------------ inside

    def _open(self, test: BlindTest) -> None:
        assert self._log is not None
        self.test = test
        self._take_replies(test)
        self._last_vote, self._pace = None, []
        self.state = "voting"
        self._votes_changed()

    def _end_with_this_model(self) -> None:
        """What is prepared is of the model under test, but the rest would not be."""
        self.notices = (*self.notices, _another_model())
        if self.test is not None:
            self._take_replies(self.test)
        self.reveal()

    def _take_replies(self, test: BlindTest) -> None:
        who = test.contestants
        subject = ChatSubject(Path(who.model), Path(who.adapter), who.device, who.dtype, who.adapter_sha256)

        def job(number: int) -> Job:
            trial = test.trials[number]
            return self._make_job(subject, trial.messages, replace(test.sampling, seed=trial.seed))

        self.replies.begin(job)

    def _votes_changed(self) -> None:
        if self.test is not None and self._log is not None:
            self.votes = self._log.votes(self.test)
        self._prepare()
        self.changed.emit()

    def _prepare(self) -> None:
        wanted = self.state == "voting" and self._is_seen and not self._is_held
        self.replies.wait_for(self._left)
        self.replies.set_wanted(wanted)

    def _note_pace(self) -> None:
        now = self._clock()
        if self._last_vote is not None and now - self._last_vote < _A_PAUSE:
            self._pace.append(now - self._last_vote)
        self._last_vote = now

    def _wrote(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except EngineError as error:
            self.failed.emit(error)
            return False
        return True


def _another_model() -> Notice:
    return Notice(
        tr("The trained model has changed since this test began, so the test ends here"),
        tr(
            "Its run went on in between. Votes on two models must not be counted together: those that you cast "
            "stand, and a new test asks about the model as it is now."
        ),
    )
