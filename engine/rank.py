"""Rank the replies of a file by their implicit rewards: which of several to a prompt a trained model thinks best.

Importing this needs no torch; ranking does.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.preference_pair import PreferencePair
from engine.data.reply_lists import ReplyList, read_reply_lists
from engine.errors import EngineError
from engine.score import DEFAULT_BETA

if TYPE_CHECKING:
    from engine.data.tokenize import TokenizedPair
    from engine.model.keeper import ModelKeeper
    from engine.model.load import LoadedModel


@dataclass(frozen=True, slots=True)
class RankedReply:
    """A reply by its place in the row's list, from 1: its implicit reward, its log-probability in nats, its length."""

    place: int
    reward: float
    logps: float
    tokens: int


@dataclass(frozen=True, slots=True)
class RepliesRanked:
    """One row's replies, the highest reward first."""

    row: int
    replies: tuple[RankedReply, ...]


@dataclass(frozen=True, slots=True)
class RankingSummary:
    """The whole file: `longest_first` is the share of rows (of those with two replies or more) whose longest reply won.

    `skipped` holds (row, reason) of rows and replies that could not be read or scored; `cut_rows` have a reply that was
    longer than the model's context and scored up to it.
    """

    rows: int
    replies: int
    longest_first: float
    beta: float
    skipped: tuple[tuple[int, str], ...]
    cut_rows: tuple[int, ...]


def rank_file(
    file: Path,
    model: Path,
    adapter: Path | None = None,
    beta: float | None = None,
    device: str = "auto",
    dtype: str = "auto",
    keeper: ModelKeeper | None = None,
    chat_template: str = "",
) -> Iterator[RepliesRanked | RankingSummary]:
    """Rank every row of a file in its order; the last event is a `RankingSummary`.

    Rewards are those of `score_file`, through the same path. Raises `EngineError` when no row holds replies, the model
    or the adapter cannot be loaded, beta is not above 0, or there is no adapter: then every reward would be 0.
    """
    if beta is not None and not beta > 0:  # also refuses NaN
        raise EngineError(f"Beta cannot be {beta}.", "Choose a number above 0; 0.1 is usual.")
    if adapter is None:
        raise EngineError("Without an adapter every reply has the reward 0.", "Name a trained one with --adapter.")
    lists: list[ReplyList] = []
    skipped: list[tuple[int, str]] = []
    for found in read_reply_lists(file):
        if isinstance(found, ReplyList):
            lists.append(found)
        else:
            skipped.append((found.row, found.reason))
    if not lists:
        raise EngineError(
            f"No row of {file.name} holds replies to a prompt.",
            'Each needs a prompt and a list of replies, as in {"prompt": "…", "responses": ["…", "…"]}.',
            _reasons(skipped),
        )

    from engine.model.adapter import stored_beta
    from engine.model.keeper import ModelKeeper

    loaded = (keeper or ModelKeeper()).acquire(model, device, dtype, adapter, chat_template=chat_template)
    if beta is None:
        beta = stored_beta(adapter, DEFAULT_BETA)
    cut: set[int] = set()
    ranked: list[RepliesRanked] = []
    for found in _rank(loaded, lists, beta, skipped, cut):
        ranked.append(found)
        yield found
    if not ranked:
        raise EngineError(
            f"No reply of {file.name} could be scored.", "Each needs a prompt in front of it.", _reasons(skipped)
        )
    several = [each.replies for each in ranked if len(each.replies) > 1]
    longest = sum(replies[0].tokens == max(reply.tokens for reply in replies) for replies in several)
    yield RankingSummary(
        len(ranked),
        sum(len(each.replies) for each in ranked),
        longest / len(several) if several else 0.0,
        beta,
        tuple(sorted(skipped)),
        tuple(sorted(cut)),
    )


def _rank(
    loaded: LoadedModel, lists: Sequence[ReplyList], beta: float, skipped: list[tuple[int, str]], cut: set[int]
) -> Iterator[RepliesRanked]:
    from engine.preference.rewards import score_pairs

    found = [reply for listed in lists for reply in _tokenize(loaded, listed, skipped)]
    cut.update(pair.row for _, pair in found if pair.cut_tokens)
    scores = score_pairs(loaded, [pair for _, pair in found], beta)
    for row, group in groupby(zip(found, scores, strict=True), key=lambda each: each[1].row):
        replies = [
            RankedReply(place, score.reward_chosen, score.logps_chosen, len(pair.chosen_ids))
            for (place, pair), score in group
        ]
        yield RepliesRanked(row, tuple(sorted(replies, key=lambda reply: (-reply.reward, reply.place))))


def _tokenize(
    loaded: LoadedModel, listed: ReplyList, skipped: list[tuple[int, str]]
) -> Iterator[tuple[int, TokenizedPair]]:
    """Each reply as the chosen one of a pair, so that what stands beside it in the row changes nothing."""
    from engine.chat.reply import context_length
    from engine.data.tokenize import LeftOutPair, tokenize_pair

    for place, reply in listed.replies.items():
        pair = PreferencePair(listed.row, listed.prompt, reply, reply)
        tokenized = tokenize_pair(loaded.tokenizer, pair, context_length(loaded))
        if isinstance(tokenized, LeftOutPair):
            skipped.append((listed.row, f"Reply {place}: {tokenized.reason}."))
        else:
            # A pair has to have a rejected reply; one token of it is enough.
            yield place, replace(tokenized, rejected_ids=array("i", tokenized.chosen_ids[:1]))


def _reasons(skipped: Sequence[tuple[int, str]]) -> str:
    return "\n".join(f"row {row}: {reason}" for row, reason in skipped)
