"""Best of several: draw some replies and keep the one that training rewards most.

The implicit reward of DPO ranks them (Rafailov et al. 2023, arXiv 2305.18290, section 5.1), as best-of-n sampling does
with a reward model (Stiennon et al. 2020, arXiv 2009.01325). Importing this needs no torch; making replies does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.chat.generate import EndReason, ReplyFinished, Sampling, Side, TextGenerated
from engine.data.preference_pair import Message
from engine.errors import EngineError
from engine.evaluation.reply_reward import ReplyReward, reply_reward
from engine.model.voice import Voice

if TYPE_CHECKING:
    from engine.chat.reply import Reply
    from engine.model.load import LoadedModel

MOST_CANDIDATES = 16
_SEED_STEP = 10_000  # asking again takes the next seed, which must not draw the same candidates again


@dataclass(frozen=True, slots=True)
class BestOf:
    """How many replies to draw, and the beta that their rewards are scaled by; which one is best it does not change."""

    count: int
    beta: float

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_CANDIDATES:
            raise EngineError(
                f"The best of {self.count} replies cannot be taken.", f"Choose a number from 1 to {MOST_CANDIDATES}."
            )


@dataclass(frozen=True, slots=True)
class Question:
    """What one side is asked, and who answers there."""

    side: Side
    messages: Sequence[Message]
    voice: Voice


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the replies that were drawn, with its implicit reward."""

    text: str
    tokens: int
    reason: EndReason
    reward: ReplyReward


@dataclass(frozen=True, slots=True)
class CandidatesRanked:
    """A side's candidates, the best first; comes right before its `ReplyFinished`, which has the first one's text."""

    side: Side
    candidates: tuple[Candidate, ...]


def best_replies(
    loaded: LoadedModel,
    questions: Sequence[Question],
    sampling: Sampling,
    best_of: BestOf,
    should_stop: Callable[[], bool],
) -> Iterator[TextGenerated | CandidatesRanked | ReplyFinished]:
    """Draw `best_of.count` replies to each question, all side by side, and hand out the best of each.

    Until then `TextGenerated` has no text and counts the tokens of all candidates of a side. At temperature 0 all
    would be the same, so one is written. A stop ends with the first candidate as far as it came, unranked. The
    promises of `generate_reply` hold. Raises `EngineError` where nothing was trained that could reward.
    """
    from engine.chat.decoder import write_replies
    from engine.chat.reply import Reply

    if not loaded.has_adapter and loaded.turns is None:
        raise EngineError(
            "Without an adapter nothing rewards one reply more than another.",
            "Choose a trained model, or ask for one reply.",
        )
    seeds = [(sampling.seed + _SEED_STEP * place) % 2**63 for place in range(best_of.count)]
    drawn = [replace(sampling, seed=seed) for seed in (seeds if sampling.temperature else seeds[:1])]
    replies = {
        question.side: [Reply(loaded, question.messages, one, question.side, question.voice) for one in drawn]
        for question in questions
    }
    everyone = [reply for side in replies.values() for reply in side]
    for event in write_replies(loaded, everyone, should_stop, is_exact=False):
        yield TextGenerated(event.side, "", sum(len(reply.token_ids) for reply in replies[event.side]))
    for question in questions:
        yield from _pick(loaded, question, replies[question.side], best_of.beta, should_stop)


def _pick(
    loaded: LoadedModel,
    question: Question,
    replies: Sequence[Reply],
    beta: float,
    should_stop: Callable[[], bool],
) -> Iterator[CandidatesRanked | ReplyFinished]:
    candidates: list[Candidate] = []
    for reply in replies:
        if should_stop() or reply.reason in (None, "stopped"):
            break
        if reply.text.strip():
            reward = reply_reward(loaded, question.messages, reply.text, beta)
            candidates.append(Candidate(reply.text, len(reply.token_ids), reply.reason, reward))
    else:
        if candidates:
            candidates.sort(key=lambda candidate: candidate.reward.nats, reverse=True)
            best = candidates[0]
            yield CandidatesRanked(question.side, tuple(candidates))
            seconds = max(reply.seconds for reply in replies)
            yield ReplyFinished(question.side, best.text, best.tokens, seconds, best.reason)
            return
    first = replies[0]
    yield ReplyFinished(question.side, first.text, len(first.token_ids), first.seconds, first.reason or "stopped")
