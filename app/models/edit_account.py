"""What the edits of the open file come to, pair by pair, kept up with every step that is made, undone or redone."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from engine.data.edits.edit import Edit, EditTarget, Marks, marks_of
from engine.data.edits.pair_edits import PairEdits

_UNEDITED = Marks()


@dataclass(frozen=True, slots=True)
class AccountOfSome:
    """What the edits of some pairs come to now, by index: those that still have any, and those that are changed."""

    targets: Mapping[int, EditTarget]
    edits: Mapping[int, tuple[Edit, ...]]
    marks: Mapping[int, Marks]


def account_of(known: PairEdits, targets: Mapping[int, EditTarget]) -> AccountOfSome:
    """Look at the edits of these pairs alone; fit for a thread beside the window."""
    edits = {index: made for index, target in targets.items() if (made := known.of(target))}
    marks = {index: found for index, made in edits.items() if (found := marks_of(made)).is_edited}
    return AccountOfSome(targets, edits, marks)


class EditAccount:
    """A pair is named by its index. `by_index` and `marks` are the same mappings for as long as this lives."""

    def __init__(self) -> None:
        self.by_index: dict[int, tuple[Edit, ...]] = {}
        self.marks: dict[int, Marks] = {}
        self.dropped_count = 0
        self._indices: dict[EditTarget, int] = {}

    def clear(self) -> None:
        """Know of no edits."""
        self.by_index.clear()
        self.marks.clear()
        self.dropped_count = 0
        self._indices = {}

    def take_in(self, account: AccountOfSome) -> Collection[int]:
        """Replace what was known of some pairs, and say which."""
        self._indices.update({target: index for index, target in account.targets.items()})
        for index in account.targets.keys() - account.edits.keys():
            self.by_index.pop(index, None)
        for index in account.targets.keys() - account.marks.keys():
            self.marks.pop(index, None)
        self.by_index.update(account.edits)
        self.marks.update(account.marks)
        self.dropped_count = sum(marks.is_dropped for marks in self.marks.values())
        return account.targets.keys()

    def of(self, index: int) -> Marks:
        """What was done to a pair."""
        return self.marks.get(index, _UNEDITED)

    def places_of(self, edits: Iterable[Edit]) -> dict[int, EditTarget]:
        """Where the pairs are that these edits change, as far as they were ever found."""
        targets, indices = {edit.target for edit in edits}, self._indices
        return {indices[target]: target for target in targets if target in indices}

    def edited(self) -> array[int]:
        """Which pairs are other than in the file, rising."""
        return array("I", sorted(self.marks))

    def touched(self) -> array[int]:
        """Which pairs were ever edited since the file was opened, whatever that came to, rising."""
        return array("I", sorted(self._indices.values()))

    def dropped(self) -> array[int]:
        """Which pairs are left out, rising."""
        return array("I", sorted(index for index, marks in self.marks.items() if marks.is_dropped))
