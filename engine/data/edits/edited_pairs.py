"""A file's pairs as a person left them, seen as one would see the file's own."""

# ruff: noqa: D102  (PairSequence says what each answers)

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from operator import le
from typing import TYPE_CHECKING

from engine.data.content_key import prompt_key
from engine.data.edits.edit import Edit, EditTarget, fold, marks_of, pair_digest
from engine.data.edits.pair_edits import PairEdits
from engine.data.pair_index import lengths_of
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.errors import EngineError

if TYPE_CHECKING:
    import numpy as np

EditsByIndex = Mapping[int, tuple[Edit, ...]]


class EditedPairs(PairSequence):
    """All pairs under the edits that stand at their index; dropped ones are still among them.

    `edits` is looked at anew each time, so that whoever owns it may change it.
    """

    def __init__(self, pairs: PairSequence, edits: EditsByIndex) -> None:
        self._pairs = pairs
        self._edits = edits

    def __len__(self) -> int:
        return len(self._pairs)

    def pair(self, index: int) -> PreferencePair:
        return self._edited(index, self._pairs.pair(index))

    def take(self, indices: Sequence[int]) -> Iterator[PreferencePair]:
        for index, pair in zip(indices, self._pairs.take(indices), strict=True):
            yield self._edited(index, pair)

    def row(self, index: int) -> int:
        return self._pairs.row(index)

    def rows(self) -> array[int]:
        return self._pairs.rows()

    def lengths(self, index: int) -> tuple[int, int]:
        lengths = self._pairs.lengths(index)
        if index not in self._edits:
            return lengths
        marks = marks_of(self._edits[index])
        if not marks.is_rewritten:
            return (lengths[1], lengths[0]) if marks.is_flipped else lengths
        try:
            return lengths_of(self[index])
        except EngineError:  # the file is gone; what was there last is the best guess
            return lengths

    def all_lengths(self) -> tuple[np.ndarray, np.ndarray]:
        chosen, rejected = (lengths.copy() for lengths in self._pairs.all_lengths())
        edited = sorted(self._edits)
        for index, pair in zip(edited, self.take(edited), strict=True):
            chosen[index], rejected[index] = lengths_of(pair)
        return chosen, rejected

    def prompt_keys(self) -> list[bytes]:
        keys = self._pairs.prompt_keys()
        rewritten = sorted(index for index, edits in self._edits.items() if marks_of(edits).is_rewritten)
        for index, pair in zip(rewritten, self.take(rewritten), strict=True):
            keys[index] = prompt_key(pair)
        return keys

    def without_dropped(self) -> SomePairs:
        """Those to learn from, as they are now: later edits do not change them."""
        edits = dict(self._edits)
        dropped = {index for index, made in edits.items() if marks_of(made).is_dropped}
        return SomePairs(EditedPairs(self._pairs, edits), _all_but(dropped, len(self)) if dropped else range(len(self)))

    def only(self, indices: Sequence[int]) -> SomePairs:
        """Some of them, given in rising order, as they are now."""
        return SomePairs(EditedPairs(self._pairs, dict(self._edits)), indices)

    def _edited(self, index: int, pair: PreferencePair) -> PreferencePair:
        edits = self._edits.get(index)
        return pair if edits is None else fold(pair, edits).pair


class SomePairs(PairSequence):
    """The pairs at some indices of others, given in rising order; `index_of` leads back to where a pair was."""

    def __init__(self, pairs: PairSequence, indices: Sequence[int]) -> None:
        self._pairs = pairs
        self._indices = indices

    def __len__(self) -> int:
        return len(self._indices)

    def pair(self, index: int) -> PreferencePair:
        return self._pairs.pair(self._indices[index])

    def index_of(self, place: int) -> int:
        """Where the pair is among all."""
        return self._indices[place]

    def indices_of(self, places: Sequence[int]) -> array[int]:
        """The same of several."""
        return _at(self._indices, places)

    def take(self, indices: Sequence[int]) -> Iterator[PreferencePair]:
        return self._pairs.take([self._indices[index] for index in indices])

    def row(self, index: int) -> int:
        return self._pairs.row(self._indices[index])

    def rows(self) -> array[int]:
        return _at(self._pairs.rows(), self._indices)

    def lengths(self, index: int) -> tuple[int, int]:
        return self._pairs.lengths(self._indices[index])

    def all_lengths(self) -> tuple[np.ndarray, np.ndarray]:
        chosen, rejected = self._pairs.all_lengths()
        if isinstance(self._indices, range):
            return chosen, rejected
        return chosen[self._indices], rejected[self._indices]

    def prompt_keys(self) -> list[bytes]:
        keys = self._pairs.prompt_keys()
        return [keys[index] for index in self._indices]


def locate(pairs: PairSequence, edits: PairEdits) -> dict[int, EditTarget]:
    """Which pairs have edits, by their index. Those of `edits` that are not among them are stale.

    `pairs` are as the file has them. Raises EngineError when one cannot be read.
    """
    if not edits:
        return {}
    indices = array("I", (index for index, row in enumerate(pairs.rows()) if edits.has_row(row)))
    seen: Counter[int] = Counter()
    found: dict[int, EditTarget] = {}
    for index, pair in zip(indices, pairs.take(indices), strict=True):
        target = EditTarget(pair.row, seen[pair.row], pair_digest(pair))
        seen[pair.row] += 1
        if edits.of(target):
            found[index] = target
    return found


def targets_of(pairs: PairSequence, indices: Sequence[int], places: RowPlaces) -> list[EditTarget]:
    """How edits name the pairs at these indices. Raises EngineError when a pair cannot be read."""
    positions = places.positions(indices)
    return [
        EditTarget(pair.row, position, pair_digest(pair))
        for pair, position in zip(pairs.take(indices), positions, strict=True)
    ]


class RowPlaces:
    """Which pair of its row each pair is; made once for a file, so that asking takes no time worth speaking of."""

    def __init__(self, rows: array[int]) -> None:
        self._rows = rows
        self._is_rising = all(map(le, rows, islice(rows, 1, None)))

    def positions(self, indices: Sequence[int]) -> list[int]:
        """The position of each of these pairs, from 0."""
        if self._is_rising:
            return [self._since_the_first(index) for index in indices]
        wanted = frozenset(self._rows[index] for index in indices)
        seen: Counter[int] = Counter()
        found: dict[int, int] = {}
        for index, row in enumerate(self._rows):
            if row in wanted:
                found[index] = seen[row]
                seen[row] += 1
        return [found[index] for index in indices]

    def _since_the_first(self, index: int) -> int:
        first = index
        while first and self._rows[first - 1] == self._rows[index]:
            first -= 1
        return index - first


def _at(values: Sequence[int], places: Sequence[int]) -> array[int]:
    """Some of a million numbers, in a moment."""
    if isinstance(values, range) and values.start == 0 and values.step == 1:
        return array("I", places)

    # Not sooner: importing it takes a window longer than it may stand still.
    import numpy as np

    return _as_array(np.asarray(values, dtype=np.uint32)[np.asarray(places, dtype=np.int64)])


def _all_but(left_out: Collection[int], count: int) -> array[int]:
    import numpy as np

    return _as_array(np.delete(np.arange(count, dtype=np.uint32), sorted(left_out)))


def _as_array(numbers: np.ndarray) -> array[int]:
    values = array("I")
    values.frombytes(numbers.tobytes())
    return values
