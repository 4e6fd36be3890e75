"""What the engine thread can be asked to do. A job is data and a way to stop; its events come from the engine.

Importing this imports no torch: jobs import the engine's parts when they start, in the engine's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from app.background.arena_job import ArenaJob
from app.background.pair_reward_job import PairRewardJob
from app.background.reward_report_job import ReportWanted, RewardReportJob
from app.background.subject import ChatSubject
from app.language.translate import mark
from engine.chat.best_of import BestOf
from engine.chat.generate import ReplyFinished, Sampling, Side
from engine.control import RunControl
from engine.data.preference_pair import Message, PreferencePair
from engine.evaluation.reply_reward import ReplyReward, reply_reward
from engine.plan import RunPlan
from engine.score import DEFAULT_BETA
from engine.storage.fingerprint import hash_adapter

if TYPE_CHECKING:
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel


class Job(Protocol):
    """Something the engine thread does from beginning to end."""

    @property
    def doing(self) -> str:
        """The work in words that begin a sentence, as in "Training did not work"."""
        ...

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        """Do it; may raise `EngineError`."""
        ...

    def stop(self) -> None:
        """Ask for an early, orderly end. From any thread."""
        ...


@runtime_checkable
class PausableJob(Job, Protocol):
    """A job that lends its model after it reported `RunPaused`."""

    @property
    def control(self) -> RunControl:
        """What a person asked of the run."""
        ...


@runtime_checkable
class BorrowingJob(Job, Protocol):
    """A job that can work with the model of a paused run."""

    def events_with(self, loaded: LoadedModel, control: RunControl) -> Iterator[object]:
        """Do it with a model on loan; ends early when the run is to go on."""
        ...


@dataclass(eq=False, slots=True)
class TrainJob:
    """Start a run."""

    plan: RunPlan
    run_folder: Path
    control: RunControl = field(default_factory=RunControl)
    doing: str = mark("Training")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        from engine.session import run_training

        return run_training(self.plan, self.run_folder, self.control, keeper)

    def stop(self) -> None:
        self.control.stop()


@dataclass(eq=False, slots=True)
class ResumeJob:
    """Go on with a run from its last checkpoint."""

    run_folder: Path
    control: RunControl = field(default_factory=RunControl)
    doing: str = mark("Resuming the run")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        from engine.session import resume_training

        return resume_training(self.run_folder, self.control, keeper)

    def stop(self) -> None:
        self.control.stop()


@dataclass(eq=False, slots=True)
class ChatJob:
    """Let the left voice of the subject answer; with `after` the right one beside it.

    With `best_of` each of them answers several times, and the reply with the highest implicit reward is reported.
    """

    subject: ChatSubject
    before: Sequence[Message]
    after: Sequence[Message] | None
    sampling: Sampling
    best_of: BestOf | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = mark("Chatting")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        subject = self.subject
        loaded = subject.load(keeper)
        return self._reply(loaded, self.stopped.is_set)

    def events_with(self, loaded: LoadedModel, control: RunControl) -> Iterator[object]:
        return self._reply(loaded, lambda: self.stopped.is_set() or not control.pause_requested)

    def _reply(self, loaded: LoadedModel, should_stop: Callable[[], bool]) -> Iterator[object]:
        from engine.chat.best_of import Question, best_replies
        from engine.chat.compare import compare_replies
        from engine.chat.generate import generate_reply

        voices = self.subject.voices
        if self.after is not None and self.best_of is not None:
            questions = (Question("before", self.before, voices[0]), Question("after", self.after, voices[1]))
            return best_replies(loaded, questions, self.sampling, self.best_of, should_stop)
        if self.after is None:
            return generate_reply(loaded, self.before, self.sampling, should_stop, "before", voices[0])
        return compare_replies(loaded, self.before, self.after, self.sampling, should_stop, voices)

    def stop(self) -> None:
        self.stopped.set()


@dataclass(frozen=True, slots=True)
class AdapterChanged:
    """The adapter is not the one that was to answer, so nobody was asked."""


@dataclass(eq=False, slots=True)
class BlindJob:
    """Answer one prompt as the original and with the adapter, and report only the whole replies.

    It borrows no model from a paused run: that would be another adapter than the one under test.
    """

    subject: ChatSubject
    messages: Sequence[Message]
    sampling: Sampling
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = mark("Preparing the replies")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        from engine.chat.compare import compare_replies

        subject = self.subject
        # Only this thread writes adapters while the window is open, so what is looked at is what is loaded.
        if subject.adapter and subject.adapter_sha256 not in ("", hash_adapter(subject.adapter)):
            yield AdapterChanged()
            return
        loaded = subject.load(keeper)
        for event in compare_replies(loaded, self.messages, self.messages, self.sampling, self.stopped.is_set):
            if isinstance(event, ReplyFinished):
                yield event

    def stop(self) -> None:
        self.stopped.set()


@dataclass(eq=False, slots=True)
class PromptTextJob:
    """Show a conversation as the model reads it; reports one `PromptText`."""

    subject: ChatSubject
    messages: Sequence[Message]
    doing: str = mark("Showing the model's text")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        subject = self.subject
        return self._render(subject.load(keeper))

    def events_with(self, loaded: LoadedModel, control: RunControl) -> Iterator[object]:
        return self._render(loaded)

    def _render(self, loaded: LoadedModel) -> Iterator[object]:
        from engine.chat.prompt_text import prompt_text

        yield prompt_text(loaded, self.messages)

    def stop(self) -> None:
        """It takes a moment only."""


@dataclass(frozen=True, slots=True)
class ReplyToScore:
    """One side's reply, and the conversation that it answers."""

    side: Side
    messages: Sequence[Message]
    text: str


@dataclass(frozen=True, slots=True)
class ReplyScored:
    """The implicit reward of one side's reply."""

    side: Side
    reward: ReplyReward


@dataclass(eq=False, slots=True)
class RewardJob:
    """Score replies by how much likelier training made them; `beta` None takes the one beside the adapter."""

    subject: ChatSubject
    replies: Sequence[ReplyToScore]
    beta: float | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    doing: str = mark("Computing the reward")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        from engine.model.adapter import stored_beta

        subject = self.subject
        loaded = subject.load(keeper)
        beta = self.beta
        if beta is None and subject.adapter is not None:
            beta = stored_beta(subject.adapter, DEFAULT_BETA)
        return self._score(loaded, beta or DEFAULT_BETA, self.stopped.is_set)

    def events_with(self, loaded: LoadedModel, control: RunControl) -> Iterator[object]:
        stopped = self.stopped
        return self._score(loaded, self.beta or DEFAULT_BETA, lambda: stopped.is_set() or not control.pause_requested)

    def _score(self, loaded: LoadedModel, beta: float, should_stop: Callable[[], bool]) -> Iterator[object]:
        for reply in self.replies:
            if should_stop():
                return
            yield ReplyScored(reply.side, reply_reward(loaded, reply.messages, reply.text, beta))

    def stop(self) -> None:
        self.stopped.set()


@dataclass(frozen=True, slots=True)
class FilesWritten:
    """An export is on disk and was checked by reading it back: names with sizes in bytes."""

    folder: Path
    files: tuple[tuple[str, int], ...]


@dataclass(eq=False, slots=True)
class ExportJob:
    """Write a run's adapter, or its whole model, into a folder of its own."""

    run_folder: Path
    output: Path
    doing: str = mark("The export")

    def events(self, keeper: ModelKeeper) -> Iterator[object]:
        from engine.export.result import export_result

        result = export_result(self.run_folder, self.output)
        yield FilesWritten(result.folder, tuple((name, size) for name, size in result.files))

    def stop(self) -> None:
        """An export is short and leaves nothing half done, so it is let to its end."""


@dataclass(frozen=True, slots=True)
class JobMakers:
    """How each kind of job is made: here by the engine, in a test of the window by something that only pretends."""

    train: Callable[[RunPlan, Path], PausableJob] = TrainJob
    resume: Callable[[Path], PausableJob] = ResumeJob
    chat: Callable[[ChatSubject, Sequence[Message], Sequence[Message] | None, Sampling, BestOf | None], Job] = ChatJob
    export: Callable[[Path, Path], Job] = ExportJob
    blind: Callable[[ChatSubject, Sequence[Message], Sampling], Job] = BlindJob
    prompt_text: Callable[[ChatSubject, Sequence[Message]], Job] = PromptTextJob
    reward: Callable[[ChatSubject, Sequence[ReplyToScore], float | None], Job] = RewardJob
    arena: Callable[[ChatSubject, Sequence[Message], tuple[Sampling, Sampling]], Job] = ArenaJob
    pair_reward: Callable[[ChatSubject, PreferencePair, float], Job] = PairRewardJob
    reward_report: Callable[[ReportWanted], Job] = RewardReportJob
