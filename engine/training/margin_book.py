"""Writes down what each pair was worth whenever it is trained on or tested; the values are there with the metrics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from engine.data.batch import MicroBatch, Update
from engine.storage.pair_margins import MarginFiles, PairOfRun

Rewards = tuple[Sequence[float], Sequence[float]]


class MarginBook:
    """Numbers pairs as they are arranged, those to learn from first; without files it writes nothing.

    A pair that is trained on is judged by the weights before that update, one held back by those after the step.
    """

    def __init__(self, files: MarginFiles | None = None, updates: Sequence[Update] = ()) -> None:
        self._files = files
        self._firsts = [0, *accumulate(update.pair_count for update in updates)]

    def trained(self, step: int, number: int, rewards: Rewards) -> None:
        """Both rewards of the pairs of an epoch's update `number`, in its order."""
        if self._files is not None:
            self._files.append(step, self._firsts[number], *rewards)

    def tested(self, step: int, rewards: Rewards) -> None:
        """Both rewards of all held-back pairs."""
        if self._files is not None:
            self._files.append(step, self._firsts[-1], *rewards)


def open_margin_book(files: MarginFiles, updates: Sequence[Update], evaluation: Iterable[MicroBatch]) -> MarginBook:
    """A book in a run's folder that says which pairs it is about."""
    trained = [pair for update in updates for part in update.micro_batches for pair in part.pairs]
    held_back = [pair for part in evaluation for pair in part.pairs]
    pairs = [PairOfRun(pair.row, False, pair.key) for pair in trained]
    pairs += [PairOfRun(pair.row, True, pair.key) for pair in held_back]
    files.write_pairs(pairs, len(updates))
    return MarginBook(files, updates)
