"""Both replies to each prompt of the Arena, and who wrote them how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from app.background.arena_job import ArenaJob
from app.background.jobs import Job
from app.background.run_thread import EngineThread
from app.background.subject import ChatSubject
from app.models.prepared_replies import PreparedReplies
from engine.arena.pick import ArenaPrompt, Author, DrawnReply
from engine.arena.plan import ArenaPlan, draw_for
from engine.chat.generate import Sampling
from engine.data.preference_pair import Message

MakeArenaJob = Callable[[ChatSubject, Sequence[Message], tuple[Sampling, Sampling]], Job]


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers: what the engine is to load, and the authors of the first and the second voice."""

    subject: ChatSubject
    authors: tuple[Author, Author]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """How the replies to a prompt were drawn, in the panes' order."""

    authors: tuple[Author, Author]
    samplings: tuple[Sampling, Sampling]


class ArenaReplies(PreparedReplies):
    """Replies of those who answer by the plan in force; each prompt may be drawn again."""

    def __init__(
        self, thread: EngineThread, parent: QObject | None = None, *, make_job: MakeArenaJob = ArenaJob
    ) -> None:
        super().__init__(thread, parent)
        self._make_arena_job = make_job
        self.who: Answering | None = None
        self._attempts: dict[int, int] = {}
        self._drawn: dict[int, _Drawn] = {}

    def answer(self, prompts: Mapping[int, ArenaPrompt], plan: ArenaPlan, who: Answering | None) -> None:
        """Forget all replies, and have them made by these from now on; by nobody without a model."""
        self.who = who

        def job(number: int) -> Job:
            assert who is not None
            prompt = prompts[number]
            draw = draw_for(prompt.seed, self._attempts.get(number, 0))
            (first, second), voices = who.authors, who.subject.voices
            authors, voices = (
                ((second, first), (voices[1], voices[0])) if draw.is_swapped else ((first, second), voices)
            )
            self._drawn[number] = _Drawn(authors, plan.samplings(draw))
            return self._make_arena_job(
                replace(who.subject, voices=voices), prompt.messages, self._drawn[number].samplings
            )

        self.begin(None if who is None else job)

    def drawn(self, number: int) -> tuple[DrawnReply, DrawnReply] | None:
        """The replies in panes A and B; None while they are not both there."""
        texts = self.replies(number)
        if texts is None:
            return None
        drawn, cut = self._drawn[number], self.were_cut(number)
        a, b = (
            DrawnReply(text, author, sampling, was_cut)
            for text, author, sampling, was_cut in zip(texts, drawn.authors, drawn.samplings, cut, strict=True)
        )
        return a, b

    def show_again(self, number: int, a: DrawnReply, b: DrawnReply) -> None:
        """Keep replies that are known already."""
        self._drawn[number] = _Drawn((a.author, b.author), (a.sampling, b.sampling))
        self.put_back(number, a.text, b.text, (a.was_cut, b.was_cut))

    def draw_again(self, number: int) -> None:
        """Have both replies made anew, from the next seeds."""
        self._attempts[number] = self._attempts.get(number, 0) + 1
        self.forget(number)
