"""Which pairs an update looks at, and in which portions they pass through the model.

The pairs of an update are fixed by the seed and the pairs' content, not by their order in the file. Later epochs see
the same updates in another order, so a pair always shares its micro-batch with the same neighbours: in bfloat16 a
different neighbour changes a log-probability by rounding, and the reference was computed once (docs/decisions.md).
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.data.mismatched import put_to_other_prompts
from engine.data.tokenize import TokenizedPair
from engine.distributed.share import share_out

# How many tokens pass through the model for some pairs together, which depends on how they are laid out.
TokenCost = Callable[[Sequence[TokenizedPair]], int]


@dataclass(frozen=True, slots=True)
class MicroBatch:
    """Pairs that pass through the model together."""

    pairs: tuple[TokenizedPair, ...]

    @property
    def tokens(self) -> int:
        """Tokens that belong to the pairs."""
        return sum(pair.tokens for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Update:
    """The pairs of one optimizer step, in micro-batches.

    `mismatched` are replies put to others' prompts, by which a loss on thumbs estimates how far the model has moved.
    """

    micro_batches: tuple[MicroBatch, ...]
    mismatched: tuple[MicroBatch, ...] = ()

    @property
    def pair_count(self) -> int:
        """How many pairs the update looks at."""
        return sum(len(micro_batch.pairs) for micro_batch in self.micro_batches)


def padded_tokens(pairs: Sequence[TokenizedPair]) -> int:
    """The cost of a row for each reply, all padded to the longest one."""
    return sum(pair.sequences for pair in pairs) * max(pair.longest for pair in pairs)


def packed_tokens(pairs: Sequence[TokenizedPair]) -> int:
    """The cost of one row for all pairs in which each prompt comes once and each reply without its last token."""
    return sum(len(pair.prompt_ids) + len(pair.chosen_ids) + len(pair.rejected_ids) - 2 for pair in pairs)


def arrange_updates(
    pairs: Sequence[TokenizedPair],
    batch_size: int,
    token_budget: int,
    seed: int,
    cost: TokenCost = padded_tokens,
    shares: int = 1,
    mismatch_up_to: int = 0,
) -> tuple[Update, ...]:
    """Shuffle the pairs by seed and content and cut them into updates of `batch_size` (the last may be smaller).

    With several `shares` an update's pairs are first shared out evenly, so that as many processes have work. With
    `mismatch_up_to` the pairs are replies with thumbs, and each update also has them put to others' prompts, cut at so
    many tokens.
    """
    ordered = in_training_order(pairs, seed)
    groups = [ordered[start : start + batch_size] for start in range(0, len(ordered), batch_size)]
    mismatched = put_to_other_prompts(groups, mismatch_up_to) if mismatch_up_to else [[] for _ in groups]
    return tuple(
        Update(_pack_shares(group, token_budget, cost, shares), _pack_shares(others, token_budget, cost, shares))
        for group, others in zip(groups, mismatched, strict=True)
    )


def in_training_order(pairs: Sequence[TokenizedPair], seed: int) -> list[TokenizedPair]:
    """Shuffled by seed and content: the first `batch_size` are the first epoch's first update, and so on."""
    return sorted(pairs, key=lambda pair: (content_hash(pair, seed), pair.row))


def _pack_shares(
    group: Sequence[TokenizedPair], token_budget: int, cost: TokenCost, shares: int
) -> tuple[MicroBatch, ...]:
    if shares == 1:
        return pack(group, token_budget, cost)
    # Ties by content: the file's order must not decide who shares a micro-batch.
    steady = sorted(group, key=content_hash)
    places = share_out([cost([pair]) for pair in steady], shares)
    return tuple(part for own in places for part in pack([steady[place] for place in own], token_budget, cost))


def epoch_order(update_count: int, epoch: int, seed: int) -> list[int]:
    """The order in which an epoch (counted from 0) visits the updates: as arranged first, then shuffled."""
    order = list(range(update_count))
    if epoch > 0:
        random.Random(f"{seed}/{epoch}").shuffle(order)
    return order


def pack(pairs: Sequence[TokenizedPair], token_budget: int, cost: TokenCost = padded_tokens) -> tuple[MicroBatch, ...]:
    """Group pairs of like length until they would cost more than the budget; a longer pair goes alone."""
    portions: list[MicroBatch] = []
    current: list[TokenizedPair] = []
    # Ties by content: the file's order must not decide who shares a micro-batch.
    for pair in sorted(pairs, key=lambda pair: (-pair.longest, content_hash(pair))):
        if current and cost([*current, pair]) > token_budget:
            portions.append(MicroBatch(tuple(current)))
            current = []
        current.append(pair)
    if current:
        portions.append(MicroBatch(tuple(current)))
    return tuple(portions)


def content_hash(pair: TokenizedPair, seed: int = 0) -> bytes:
    """A digest of a pair's tokens and a seed; of the same reply a thumb up and a thumb down are two."""
    digest = hashlib.blake2b(seed.to_bytes(8, "little", signed=True), digest_size=16)
    for ids in (pair.prompt_ids, pair.chosen_ids, pair.rejected_ids):
        digest.update(len(ids).to_bytes(4, "little"))
        digest.update(ids.tobytes())
    return digest.digest()
