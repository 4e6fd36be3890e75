"""Of copies of a pair the first stays and the later ones can go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.data.edits.edit import pair_digest
from engine.data.mends.mend import Mend, Repair, count_pairs
from engine.data.preference_pair import PreferencePair


def find(pairs: Iterable[PreferencePair]) -> Iterator[Repair]:
    """Drop the later copies. A tie that is kept both ways round with equal replies is no copy of itself."""
    rows: dict[str, int] = {}
    for index, pair in enumerate(pairs):
        digest = pair_digest(pair)
        if digest in rows and not (pair.tied and rows[digest] == pair.row):
            yield Repair(index, "drop")
        rows.setdefault(digest, pair.row)


EXACT_DUPLICATES = Mend(
    "exact_duplicates",
    "same_prompt",
    find,
    lambda count: f"Drop {count_pairs(count, 'later copy', 'later copies')}; the first of each stays.",
    lambda count: f"Dropped {count_pairs(count, 'duplicate', 'duplicates')}",
    is_plain=True,
)
