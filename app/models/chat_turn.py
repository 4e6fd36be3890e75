"""A turn of a conversation with both models: what was asked, how, and what each replied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from app.background.subject import ChatSubject
from app.language.translate import tr
from engine.chat.best_of import Candidate
from engine.chat.generate import Sampling, Side
from engine.evaluation.reply_reward import ReplyReward

ReplyState = Literal["waiting", "writing", "end", "length", "stopped", "context", "failed"]


@dataclass(slots=True)
class Reply:
    """One side's answer so far. Of `drawn` ones the best is kept; `candidates` are all of them, the best first."""

    text: str = ""
    tokens: int = 0
    seconds: float = 0.0
    state: ReplyState = "waiting"
    drawn: int = 1
    candidates: tuple[Candidate, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether more may come."""
        return self.state in ("waiting", "writing")

    @property
    def tokens_per_second(self) -> float:
        """How fast it was written, reading the prompt included; 0 while unknown."""
        return self.tokens / self.seconds if self.seconds > 0 else 0.0


@dataclass(slots=True)
class Turn:
    """A prompt and its answers; `after` is None where there was no trained model to ask.

    `attempt` counts how often it was asked again, each time with other random numbers. `preferred` is the reply that a
    person liked better and kept as a pair. `subject` answered; `rewards` are those of the replies, as far as they are
    known, and `no_reward` says why there will be none. `names` are those who answered, left and right, and `judge` is
    the one whose training the rewards tell of.
    """

    prompt: str
    before: Reply = field(default_factory=Reply)
    after: Reply | None = None
    system: str = ""
    sampling: Sampling = field(default_factory=Sampling)
    attempt: int = 0
    preferred: Side | None = None
    subject: ChatSubject | None = None
    rewards: dict[Side, ReplyReward] = field(default_factory=dict[Side, ReplyReward])
    no_reward: str = ""
    names: tuple[str, str] = ("", "")
    judge: str = ""

    def side(self, side: Side) -> Reply | None:
        """One side's answer."""
        return self.before if side == "before" else self.after

    @property
    def replies(self) -> list[Reply]:
        """The answers there are."""
        return [self.before] if self.after is None else [self.before, self.after]

    @property
    def why_no_pair(self) -> str:
        """Why neither reply can be preferred, in one sentence; empty when one can."""
        if self.after is None:
            return tr("There is only one reply.")
        if any(reply.is_open for reply in self.replies):
            return tr("Both replies have to be there first.")
        texts = [reply.text.strip() for reply in self.replies]
        if not all(texts) or any(reply.state == "failed" for reply in self.replies):
            return tr("An empty reply cannot be compared.")
        return tr("Both replies say the same.") if texts[0] == texts[1] else ""
