"""Updates and micro-batches: every pair once, within the budget, decided by content and seed."""

from __future__ import annotations

import itertools
import random
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from engine.data.batch import (
    MicroBatch,
    Update,
    arrange_updates,
    content_hash,
    epoch_order,
    pack,
    packed_tokens,
    padded_tokens,
)
from engine.data.tokenize import TokenizedPair

_TOKENS = some.integers(0, 2**31 - 1) | some.integers(0, 3)
_IDS = some.lists(_TOKENS, min_size=1, max_size=6).map(lambda ids: array("i", ids))
_CONTENTS = some.lists(some.tuples(_IDS, _IDS, _IDS), min_size=1, max_size=16)
_PAIRS = _CONTENTS.map(lambda contents: [TokenizedPair(row, *ids) for row, ids in enumerate(contents, start=1)])


def _pairs_of(updates: Sequence[Update]) -> list[TokenizedPair]:
    return [pair for update in updates for micro_batch in update.micro_batches for pair in micro_batch.pairs]


def _contents(micro_batch: MicroBatch) -> list[bytes]:
    return [content_hash(pair) for pair in micro_batch.pairs]


@given(pairs=_PAIRS, batch_size=some.integers(1, 9), budget=some.integers(1, 200), seed=some.integers(-5, 5))
def test_every_pair_comes_exactly_once(pairs: list[TokenizedPair], batch_size: int, budget: int, seed: int) -> None:
    updates = arrange_updates(pairs, batch_size, budget, seed)
    assert Counter(pair.row for pair in _pairs_of(updates)) == Counter(pair.row for pair in pairs)
    sizes = [update.pair_count for update in updates]
    assert all(size == batch_size for size in sizes[:-1])
    assert 1 <= sizes[-1] <= batch_size


@given(pairs=_PAIRS, budget=some.integers(1, 200))
def test_the_token_budget_is_kept_unless_one_pair_alone_breaks_it(pairs: list[TokenizedPair], budget: int) -> None:
    for micro_batch in pack(pairs, budget):
        assert padded_tokens(micro_batch.pairs) <= budget or len(micro_batch.pairs) == 1
        assert micro_batch.tokens <= padded_tokens(micro_batch.pairs)


@given(pairs=_PAIRS, budget=some.integers(1, 200))
def test_no_micro_batch_could_take_the_next_pair(pairs: list[TokenizedPair], budget: int) -> None:
    packed = pack(pairs, budget)
    for micro_batch, following in itertools.pairwise(packed):
        assert padded_tokens((*micro_batch.pairs, following.pairs[0])) > budget


@given(pairs=_PAIRS, batch_size=some.integers(1, 9), budget=some.integers(1, 200), order=some.randoms())
def test_the_files_order_changes_nothing(
    pairs: list[TokenizedPair], batch_size: int, budget: int, order: random.Random
) -> None:
    shuffled = list(pairs)
    order.shuffle(shuffled)
    # The rows are other ones as well, as when the file itself was shuffled.
    shuffled = [replace(pair, row=row) for row, pair in enumerate(shuffled, start=1)]

    def arranged(some_pairs: list[TokenizedPair]) -> list[list[list[bytes]]]:
        updates = arrange_updates(some_pairs, batch_size, budget, seed=3)
        return [[_contents(micro_batch) for micro_batch in update.micro_batches] for update in updates]

    assert arranged(pairs) == arranged(shuffled)
    assert [_contents(one) for one in pack(pairs, budget)] == [_contents(one) for one in pack(shuffled, budget)]


@given(count=some.integers(1, 60), epoch=some.integers(0, 4), seed=some.integers())
def test_epochs_visit_the_same_updates_in_another_order(count: int, epoch: int, seed: int) -> None:
    order = epoch_order(count, epoch, seed)
    assert sorted(order) == list(range(count))
    assert order == epoch_order(count, epoch, seed)
    if epoch == 0:
        assert order == list(range(count))


def test_epochs_and_seeds_differ_in_their_order() -> None:
    orders = {tuple(epoch_order(30, epoch, seed)) for epoch in (1, 2) for seed in (0, 1)}
    assert len(orders) == 4


def test_another_seed_makes_other_updates() -> None:
    pairs = [TokenizedPair(row, array("i", [row]), array("i", [1]), array("i", [2])) for row in range(1, 31)]
    first, second = (arrange_updates(pairs, 5, 100, seed) for seed in (1, 2))
    assert [pair.row for pair in _pairs_of(first)] != [pair.row for pair in _pairs_of(second)]


def test_both_costs_are_counted_by_hand() -> None:
    long = TokenizedPair(1, array("i", [1, 1, 1]), array("i", [2, 2]), array("i", [3]))
    short = TokenizedPair(2, array("i", [1]), array("i", [2]), array("i", [3]))
    micro_batch = MicroBatch((long, short))
    assert padded_tokens(micro_batch.pairs) == 4 * 5
    assert packed_tokens(micro_batch.pairs) == (3 + 1 + 0) + (1 + 0 + 0)
    assert micro_batch.tokens == (5 + 4) + (2 + 2)


@given(pair=_PAIRS.map(lambda pairs: pairs[0]), seed=some.integers(-(2**63), 2**63 - 1))
def test_the_content_hash_sees_tokens_boundaries_and_seed_but_not_the_row(pair: TokenizedPair, seed: int) -> None:
    assert content_hash(pair, seed) == content_hash(replace(pair, row=pair.row + 1, cut_tokens=9), seed)
    moved = replace(pair, prompt_ids=pair.prompt_ids + pair.chosen_ids[:1], chosen_ids=pair.chosen_ids[1:])
    swapped = replace(pair, chosen_ids=pair.rejected_ids, rejected_ids=pair.chosen_ids)
    assert content_hash(moved, seed) != content_hash(pair, seed)
    assert (content_hash(swapped, seed) == content_hash(pair, seed)) == (pair.chosen_ids == pair.rejected_ids)
    assert content_hash(pair, seed) != content_hash(pair, seed ^ 1)
