"""Which of several ranked or scored replies are held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Literal, TypeAlias, get_args

from engine.data.formats.format import BothWays, ReplyList, ScoredReply, Tie
from engine.data.formats.pair import both_ways
from engine.data.preference_pair import PreferencePair

Pairing: TypeAlias = Literal["neighbours", "all", "best-worst"]
PAIRINGS: tuple[Pairing, ...] = get_args(Pairing)


def compare(replies: ReplyList, pairing: Pairing | None = None) -> Iterator[PreferencePair | Tie]:
    """The comparisons that a list of replies gives, each a pair or a tie.

    Without `pairing`, ranked replies are held against their neighbours in rank, and of scored replies the best
    against the worst: scores of the middle differ by less than their noise.
    """
    ordered = sorted(replies.replies, key=lambda reply: -reply.score)
    for better, worse in _couples(ordered, pairing or ("neighbours" if replies.by_rank else "best-worst")):
        if better.score == worse.score:
            yield Tie(replies.row, either_way=_both_ways(replies, better, worse))
            continue
        margin = None if replies.by_rank else better.score - worse.score
        yield PreferencePair(replies.row, replies.prompt, better.reply, worse.reply, replies.tools, margin)


def _both_ways(replies: ReplyList, one: ScoredReply, other: ScoredReply) -> BothWays:
    return lambda: both_ways(replies.row, replies.prompt, one.reply, other.reply, replies.tools)


def _couples(ordered: Sequence[ScoredReply], pairing: Pairing) -> Iterator[tuple[ScoredReply, ScoredReply]]:
    match pairing:
        case "neighbours":
            yield from pairwise(ordered)
        case "all":
            yield from combinations(ordered, 2)
        case "best-worst":
            yield from [(ordered[0], ordered[-1])] if len(ordered) > 1 else []
