"""Pairs in a list, asked as one asks a file's."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from engine.data.content_key import prompt_key
from engine.data.pair_index import lengths_of
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair


class ListedPairs(PairSequence):
    """What a file of these pairs would answer."""

    def __init__(self, pairs: Sequence[PreferencePair]) -> None:
        self._pairs = list(pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def pair(self, index: int) -> PreferencePair:
        return self._pairs[index]

    def take(self, indices: Sequence[int]) -> Iterator[PreferencePair]:
        return (self._pairs[index] for index in indices)

    def row(self, index: int) -> int:
        return self._pairs[index].row

    def rows(self) -> array[int]:
        return array("I", [pair.row for pair in self._pairs])

    def lengths(self, index: int) -> tuple[int, int]:
        return lengths_of(self._pairs[index])

    def all_lengths(self) -> tuple[np.ndarray, np.ndarray]:
        lengths = np.array([self.lengths(index) for index in range(len(self))], dtype="<u4").reshape(-1, 2)
        return lengths[:, 0], lengths[:, 1]

    def prompt_keys(self) -> list[bytes]:
        return [prompt_key(pair) for pair in self._pairs]
