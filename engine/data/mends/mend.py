"""What can be done about what a check found, where there is one thing to do that is safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from engine.data.edits.edit import Action, NewText
from engine.data.preference_pair import PreferencePair

Scope = Literal["flagged", "same_prompt"]


@dataclass(frozen=True, slots=True)
class Repair:
    """What to do to the pair at `index` of those that were given."""

    index: int
    action: Action
    texts: tuple[NewText, ...] = ()


@dataclass(frozen=True, slots=True)
class Mend:
    """The mend of one check, by the check's name.

    `find` is given pairs as they stand, dropped ones left out, in the file's order: those in the rows that the check
    flagged, or with the scope "same_prompt" also all that ask the same. What it returns may be less than was flagged.
    `offer` says in a sentence what will be done to so many pairs, `done` that it was. `is_plain` tells mends that take
    nothing away that anybody could miss.
    """

    check: str
    scope: Scope
    find: Callable[[Iterable[PreferencePair]], Iterator[Repair]]
    offer: Callable[[int], str]
    done: Callable[[int], str]
    is_plain: bool = False


def count_pairs(count: int, one: str = "pair", many: str = "pairs") -> str:
    """1 pair, 2,400 pairs."""
    return f"{count:,} {one if count == 1 else many}"
