"""Micro-batches of random tokens."""

from __future__ import annotations

import random
from array import array

from engine.data.batch import MicroBatch
from engine.data.tokenize import TokenizedPair
from tests.engine.preference.models import VOCABULARY


def random_micro_batch(pairs: int = 3, seed: int = 0, longest: int = 20, vocabulary: int = VOCABULARY) -> MicroBatch:
    """Pairs with prompts of 2 to 9 tokens, and replies of which one may be a single token."""
    chance = random.Random(seed)

    def ids(low: int, high: int) -> array[int]:
        return array("i", chance.choices(range(3, vocabulary), k=chance.randint(low, high)))

    return MicroBatch(tuple(TokenizedPair(row, ids(2, 9), ids(1, 7), ids(3, longest)) for row in range(1, pairs + 1)))
