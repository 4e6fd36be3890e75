"""All edits of one file, by the pair that they are for, and one pass over the file's pairs that applies them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from engine.data.edits.edit import Edit, EditedPair, EditTarget, fold, pair_digest
from engine.data.preference_pair import PreferencePair


class PairEdits:
    """Edits in the order in which they were made. A pair's digest is computed only where a row has edits."""

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self._by_target: dict[EditTarget, tuple[Edit, ...]] = {}
        self._rows: Counter[int] = Counter()
        self.add(edits)

    def __len__(self) -> int:
        """Pairs with edits."""
        return len(self._by_target)

    def has_row(self, row: int) -> bool:
        """Whether any pair of the row has edits."""
        return row in self._rows

    def add(self, edits: Iterable[Edit]) -> None:
        """Make some more, after those there are."""
        for edit in edits:
            known = self._by_target.get(edit.target, ())
            if not known:
                self._rows[edit.row] += 1
            self._by_target[edit.target] = (*known, edit)

    def take_back(self, edits: Iterable[Edit]) -> None:
        """Undo the edits that were added last."""
        for edit in reversed(tuple(edits)):
            left = self._by_target[edit.target][:-1]
            if left:
                self._by_target[edit.target] = left
                continue
            del self._by_target[edit.target]
            self._rows[edit.row] -= 1
            if not self._rows[edit.row]:
                del self._rows[edit.row]

    def of(self, target: EditTarget) -> tuple[Edit, ...]:
        """The edits of one pair."""
        return self._by_target.get(target, ())


@dataclass(frozen=True, slots=True)
class EditReport:
    """What edits came to, in pairs: `changed` are flipped, rewritten or both.

    `stale` are pairs that are no longer in the file as they were when they were edited; nothing was done to them.
    """

    changed: int = 0
    dropped: int = 0
    stale: int = 0

    def __add__(self, other: EditReport) -> EditReport:
        """Both together."""
        return EditReport(self.changed + other.changed, self.dropped + other.dropped, self.stale + other.stale)


class EditPass:
    """Takes a file's pairs in the order in which they are read, and gives each back under its edits."""

    def __init__(self, edits: PairEdits) -> None:
        self._edits = edits
        self._seen: Counter[int] = Counter()  # pairs so far of each row that has edits
        self._met = self._changed = self._dropped = 0

    def take(self, pair: PreferencePair) -> EditedPair:
        """The next pair."""
        if not self._edits.has_row(pair.row):
            return EditedPair(pair)
        target = EditTarget(pair.row, self._seen[pair.row], pair_digest(pair))
        self._seen[pair.row] += 1
        edits = self._edits.of(target)
        edited = fold(pair, edits)
        self._met += bool(edits)
        self._dropped += edited.marks.is_dropped
        self._changed += edited.marks.is_edited and not edited.marks.is_dropped
        return edited

    def kept(self, pairs: Iterable[PreferencePair]) -> Iterable[PreferencePair]:
        """All pairs that are not dropped, edited."""
        for pair in pairs:
            edited = self.take(pair)
            if not edited.marks.is_dropped:
                yield edited.pair

    @property
    def report(self) -> EditReport:
        """What the edits came to so far; complete once every pair was taken."""
        return EditReport(self._changed, self._dropped, stale=len(self._edits) - self._met)
