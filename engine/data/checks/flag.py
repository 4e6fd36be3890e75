"""What a check found."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, TypeAlias

from engine.data.preference_pair import PreferencePair


@dataclass(frozen=True, slots=True)
class Flag:
    """The rows a check wants looked at, in the file's order, and how many they are.

    `text` is a sentence about the data as a whole and `figures` its numbers, where a check has something to say that
    no single row shows.
    """

    count: int = 0
    rows: tuple[int, ...] = ()
    text: str = ""
    figures: Mapping[str, float] = field(default_factory=dict[str, float])


class Finder(Protocol):
    """A check at work: it sees every pair once, in the file's order, and keeps as little as it can of each."""

    def add(self, pair: PreferencePair, /) -> None:
        """Look at the next pair."""
        ...

    def flag(self, pairs: Sequence[PreferencePair], /) -> Flag:
        """What was found, once every pair was seen; `pairs` are those, to look at some again."""
        ...


StartFinder: TypeAlias = Callable[[], Finder]


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of the data: `why` says in a sentence why the answer matters."""

    name: str
    title: str
    why: str
    start: StartFinder

    def find(self, pairs: Sequence[PreferencePair]) -> Flag:
        """What this check alone says of these pairs."""
        finder = self.start()
        for pair in pairs:
            finder.add(pair)
        return finder.flag(pairs)


class _RowFinder:
    def __init__(self, is_flagged: Callable[[PreferencePair], bool]) -> None:
        self._is_flagged = is_flagged
        self._rows = array("I")

    def add(self, pair: PreferencePair) -> None:
        if self._is_flagged(pair):
            self._rows.append(pair.row)

    def flag(self, _: Sequence[PreferencePair]) -> Flag:
        return flag_rows(self._rows)


def each_row(is_flagged: Callable[[PreferencePair], bool]) -> StartFinder:
    """A check that decides by one pair at a time."""
    return partial(_RowFinder, is_flagged)


def flag_rows(rows: Sequence[int]) -> Flag:
    """A flag on these rows; a row that holds several pairs is named once."""
    distinct = tuple(sorted(set(rows)))
    return Flag(len(distinct), distinct)
