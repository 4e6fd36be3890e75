"""A conversation with both models: what was asked, what each replied, and what is still being written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never, cast

from PySide6.QtCore import QObject, Signal

from app.background.jobs import ChatJob, ChatSubject, Job
from app.background.run_thread import EngineThread, JobEnded, JobStarted, Report, events_of
from app.language.translate import tr
from app.models.chat_turn import Reply, ReplyState, Turn
from engine.chat.best_of import BestOf, CandidatesRanked
from engine.chat.generate import ReplyFinished, Sampling, Side, TextGenerated
from engine.data.half_characters import without_half_characters
from engine.data.preference_pair import Message
from engine.events import PhaseChanged, RunFailed
from engine.score import DEFAULT_BETA

MakeJob = Callable[[ChatSubject, Sequence[Message], Sequence[Message] | None, Sampling, BestOf | None], Job]


class ChatModel(QObject):
    """Turns over one engine thread.

    `turn_added(index)` and `turn_changed(index)` say what to draw anew, `turns_cut(index)` that this turn and those
    after it are gone, `changed` that what may be done has changed. `failed(RunFailed)` carries a failure that belongs
    on the page, `replied(index)` says that a turn is whole.
    """

    turn_added = Signal(object)
    turn_changed = Signal(object)
    turns_cut = Signal(object)
    changed = Signal()
    failed = Signal(object)
    replied = Signal(object)

    def __init__(self, thread: EngineThread, parent: QObject | None = None, *, make_job: MakeJob = ChatJob) -> None:
        super().__init__(parent)
        self._thread = thread
        self._make_job = make_job
        self._job: Job | None = None
        self._former: list[Turn] = []
        self.turns: list[Turn] = []
        self.sampling = Sampling()
        self.system = ""
        self.names: tuple[str, str] = ("", "")
        self.judge = ""
        self.best_of = 1  # replies of which the one with the highest reward is kept
        self.beta: float | None = None  # the judge's
        self.status = ""
        thread.reports.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether a reply is being written or waited for."""
        return self._job is not None

    @property
    def may_bring_back(self) -> bool:
        """Whether turns that were left behind can be brought back."""
        return bool(self._former) and not self.is_busy

    def set_sampling(self, **changes: float) -> None:
        """Change how the next replies are drawn. Raises `EngineError` for a value that cannot be."""
        self.sampling = replace(self.sampling, **changes)

    def messages(self, index: int, side: Side) -> list[Message]:
        """What one side was asked in a turn: the system message, its own history, and the prompt."""
        turn = self.turns[index]
        system = [Message("system", turn.system)] if turn.system else []
        return [*system, *self._history(side, index), Message("user", turn.prompt)]

    def send(self, prompt: str, subject: ChatSubject, *, with_after: bool, attempt: int = 0) -> None:
        """Ask both sides, or only the original; `attempt` moves the seed on."""
        if self.is_busy or not prompt.strip():
            return
        prompt = without_half_characters(prompt)
        sampling = replace(self.sampling, seed=self.sampling.seed + attempt)
        drawn = self.best_of if with_after else 1
        self.turns.append(
            Turn(
                prompt,
                before=Reply(drawn=drawn),
                after=Reply(drawn=drawn) if with_after else None,
                system=without_half_characters(self.system.strip()),
                sampling=sampling,
                attempt=attempt,
                subject=subject,
                names=self.names,
                judge=self.judge,
            )
        )
        index = len(self.turns) - 1
        before, after = self.messages(index, "before"), self.messages(index, "after") if with_after else None
        several = BestOf(drawn, self.beta or DEFAULT_BETA) if drawn > 1 else None
        self._job = self._make_job(subject, before, after, sampling, several)
        self.status = tr("Waiting for the model")
        self.turn_added.emit(index)
        self._thread.submit(self._job)
        self.changed.emit()

    def ask_again(self, index: int, prompt: str, subject: ChatSubject, *, with_after: bool) -> None:
        """Ask a turn anew: with other random numbers, or another prompt. The turns after it are left behind."""
        if self.is_busy or not prompt.strip():
            return
        turn = self.turns[index]
        attempt = turn.attempt + 1 if prompt == turn.prompt else 0
        self._cut(index)
        self.send(prompt, subject, with_after=with_after, attempt=attempt)

    def stop(self) -> None:
        """End both replies where they are."""
        if self._job is not None:
            self._thread.cancel(self._job)

    def clear(self) -> None:
        """Begin a new chat; a reply that is being written is stopped and forgotten."""
        job, self._job = self._job, None
        if job is not None:
            self._end_open_replies(self.turns[-1], "stopped")
        self._cut(0)
        self.changed.emit()
        if job is not None:
            self._thread.cancel(job)

    def bring_back(self) -> None:
        """Undo: the chat as it was before a turn was asked again or a new chat began; twice is as if nothing was."""
        if not self.may_bring_back:
            return
        wanted = self._former
        self._cut(0)
        for turn in wanted:
            self.turns.append(turn)
            self.turn_added.emit(len(self.turns) - 1)
        self.changed.emit()

    def why_no_choice(self, index: int) -> str:
        """Why another candidate cannot take a reply's place in a turn, in one sentence; empty when it can."""
        if self.is_busy:
            return tr("Both replies have to be there first.")
        if index < len(self.turns) - 1:
            return tr("The turns below go on from this reply.")
        return (
            tr("A preferred reply stays as it is. Take the preference back first.")
            if self.turns[index].preferred
            else ""
        )

    def choose_candidate(self, index: int, side: Side, place: int) -> None:
        """Let another of the replies that were drawn take the picked one's place."""
        turn = self.turns[index]
        reply = turn.side(side)
        if reply is None or self.why_no_choice(index):
            return
        chosen = reply.candidates[place]
        reply.text, reply.tokens, reply.state = chosen.text, chosen.tokens, chosen.reason
        turn.rewards[side] = chosen.reward
        self.turn_changed.emit(index)

    def show_preference(self, index: int, side: Side | None) -> None:
        """Note which reply of a turn was preferred."""
        self.turns[index].preferred = side
        self.turn_changed.emit(index)
        self.changed.emit()

    def _cut(self, index: int) -> None:
        if self.turns:
            self._former = list(self.turns)
        del self.turns[index:]
        self.turns_cut.emit(index)

    def _history(self, side: Side, end: int) -> Iterator[Message]:
        for turn in self.turns[:end]:
            reply = turn.side(side)
            if reply is not None and reply.state != "failed":
                yield Message("user", turn.prompt)
                yield Message("assistant", reply.text)

    def _take(self, reports: tuple[Report, ...]) -> None:
        if self._job is None:
            return
        events = list(events_of(reports, self._job))
        for event in events:
            self._apply(cast("ChatEvent", event))
        if events and self.turns:
            self.turn_changed.emit(len(self.turns) - 1)
            self.changed.emit()
            if not self.is_busy:
                self.replied.emit(len(self.turns) - 1)

    def _apply(self, event: ChatEvent) -> None:
        turn = self.turns[-1]
        match event:
            case JobStarted():
                self.status = tr("Loading the model")
            case PhaseChanged():
                self.status = event.text
            case TextGenerated():
                self._continue(turn.side(event.side), event)
            case ReplyFinished():
                self._finish(turn.side(event.side), event)
            case CandidatesRanked():
                self._rank(turn, event)
            case RunFailed():
                self._end_open_replies(turn, "failed")
                self.failed.emit(event)
            case JobEnded():
                self._end_open_replies(turn, "stopped")
                self._job = None
            case _:
                assert_never(event)

    def _continue(self, reply: Reply | None, event: TextGenerated) -> None:
        if reply is not None:
            reply.text += event.text
            reply.tokens = event.tokens
            reply.state = "writing"

    def _finish(self, reply: Reply | None, event: ReplyFinished) -> None:
        if reply is not None:
            reply.text, reply.tokens, reply.seconds, reply.state = (
                event.text,
                event.tokens,
                event.seconds,
                event.reason,
            )

    def _rank(self, turn: Turn, event: CandidatesRanked) -> None:
        reply = turn.side(event.side)
        if reply is not None:
            reply.candidates = event.candidates
            turn.rewards[event.side] = event.candidates[0].reward

    def _end_open_replies(self, turn: Turn, state: ReplyState) -> None:
        for reply in turn.replies:
            if reply.is_open:
                reply.state = state


ChatEvent = JobStarted | PhaseChanged | TextGenerated | CandidatesRanked | ReplyFinished | RunFailed | JobEnded
