"""What the window and the checks ask of a file's pairs, however they are kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from engine.data.preference_pair import PreferencePair

if TYPE_CHECKING:
    import numpy as np


class PairSequence(Sequence[PreferencePair], ABC):
    """Pairs in the file's order. Taking one may raise EngineError; the other questions are answered without it.

    A sequence can be sent to another process.
    """

    @overload
    def __getitem__(self, index: int) -> PreferencePair: ...
    @overload
    def __getitem__(self, index: slice) -> list[PreferencePair]: ...
    def __getitem__(self, index: int | slice) -> PreferencePair | list[PreferencePair]:
        wanted = range(len(self))[index]
        return list(self.take(wanted)) if isinstance(wanted, range) else self.pair(wanted)

    def __iter__(self) -> Iterator[PreferencePair]:
        return self.take(range(len(self)))

    @abstractmethod
    def pair(self, index: int) -> PreferencePair:
        """One pair; `index` is from 0 to below the length."""

    @abstractmethod
    def take(self, indices: Sequence[int]) -> Iterator[PreferencePair]:
        """Some of the pairs; quick where the indices rise."""

    @abstractmethod
    def row(self, index: int) -> int:
        """A pair's row in the file."""

    @abstractmethod
    def rows(self) -> array[int]:
        """Every pair's row, in an array of its own."""

    @abstractmethod
    def lengths(self, index: int) -> tuple[int, int]:
        """Characters of a pair's replies, chosen and rejected."""

    @abstractmethod
    def all_lengths(self) -> tuple[np.ndarray, np.ndarray]:
        """The same of every pair: all chosen replies, all rejected ones."""

    @abstractmethod
    def prompt_keys(self) -> list[bytes]:
        """Every pair's `prompt_key`."""
