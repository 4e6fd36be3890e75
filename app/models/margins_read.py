"""What the pair explorer shows of a run, all computed beside the window: at a million pairs it takes seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.data.content_key import pair_key
from engine.data.edits.edit import flip
from engine.data.pair_sequence import PairSequence
from engine.evaluation.margin_histogram import MarginHistogram, margin_bins, margin_histogram
from engine.evaluation.margin_history import MarginHistory, read_margin_history
from engine.evaluation.suspects import SuspectRanking, rank_suspects
from engine.storage.pair_margins import MarginFiles

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True, slots=True)
class MarginsRead:
    """A run's margins and how they are told; `epochs` and `histograms` have one entry for each epoch begun.

    `indices` [P] say which pair of the open file each of the run's is, `numbers` [pairs of the file] the reverse; -1
    where there is none.
    """

    history: MarginHistory
    ranking: SuspectRanking
    epochs: tuple[np.ndarray, ...]
    histograms: tuple[MarginHistogram, ...]
    indices: np.ndarray
    numbers: np.ndarray


def read_margins(
    files: MarginFiles,
    before: MarginsRead | None,
    original: PairSequence,
    edited: PairSequence,
    *,
    is_held_back_elsewhere: bool = False,
) -> MarginsRead | None:
    """Read a run's margins, from `before` on where there is one; None where there are none, `before` without news.

    `is_held_back_elsewhere` where the held-back pairs come from a file of their own, whose rows mean nothing here.
    """
    if before is None:
        history = read_margin_history(files)
    else:
        history = before.history.with_news(files)
        if history is before.history:
            return before
    if history is None or not len(history.seen):
        return None
    if before:
        indices, numbers = before.indices, before.numbers
    else:
        sought = history.pairs["held_back"] == 0 if is_held_back_elsewhere else None
        indices, numbers = find_in_file(history.pairs, original, edited, sought)
    epochs = tuple(history.at_epoch(epoch) for epoch in range(1, history.epochs + 1))
    bins = margin_bins(history.margins)
    histograms = tuple(margin_histogram(margins, bins) for margins in epochs)
    ranking = rank_suspects(history.seen["pair"], history.margins, len(history.pairs))
    return MarginsRead(history, ranking, epochs, histograms, indices, numbers)


def find_in_file(
    of_run: np.ndarray, original: PairSequence, edited: PairSequence, sought: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """`MarginsRead.indices` and `.numbers`, by the rows; by what pairs say where a row of the file gives several.

    `sought` [P] says which pairs of the run are looked for; None looks for all.
    """
    import numpy

    rows = numpy.array(original.rows(), numpy.int64)
    order = numpy.argsort(rows, kind="stable")
    firsts = numpy.searchsorted(rows[order], of_run["row"], "left")
    lasts = numpy.searchsorted(rows[order], of_run["row"], "right")
    indices = numpy.full(len(of_run), -1, numpy.int64)
    alone = lasts - firsts == 1
    indices[alone] = order[firsts[alone]]
    for number in numpy.flatnonzero(lasts - firsts > 1).tolist():
        candidates = order[firsts[number] : lasts[number]].tolist()
        says = _says(of_run["key"][number].tobytes())
        indices[number] = next((index for index in candidates if says(original, index) or says(edited, index)), -1)
    if sought is not None:
        indices[~sought] = -1
    numbers = numpy.full(len(rows), -1, numpy.int64)
    found = indices >= 0
    numbers[indices[found]] = numpy.flatnonzero(found)
    return indices, numbers


def _says(key: bytes) -> Callable[[PairSequence, int], bool]:
    """Whether a pair says what a key stands for, either way round."""

    def says(pairs: PairSequence, index: int) -> bool:
        pair = pairs[index]
        return key in (pair_key(pair), pair_key(flip(pair)))

    return says
