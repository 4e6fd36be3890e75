"""Pairs that say almost the same as another pair.

Candidates are found with MinHash over runs of three words, in bands (Leskovec, Rajaraman and Ullman, Mining of Massive
Datasets, chapter 3), one permutation cut into slots (Li, Owen and Zhang, 2012). Each is then compared word by word, so
that a long prompt in common does not hide that the replies differ.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from zlib import crc32

from engine.data.checks.exact_duplicates import find as find_exact
from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.checks.plain_words import plain_words
from engine.data.preference_pair import PreferencePair

_SLOTS = 16
_BANDS = 8
_RUN = 3
_ALIKE = 0.85  # of the words of two texts, how many they share
_COMPARED = 8  # candidates looked at in a band; more of them are copies of these
_EMPTY = (1 << 32) - 1


def find(pairs: Sequence[PreferencePair]) -> Flag:
    """The later rows of each group, the ones that could be dropped; exact copies are left to their own check."""
    exact = set(find_exact(pairs).rows)
    sketches = [_sketch(pair) for pair in pairs]
    rows: list[int] = []
    flagged: set[int] = set()
    for band in range(_BANDS):
        places: defaultdict[bytes, list[int]] = defaultdict(list)
        width = _SLOTS // _BANDS
        for place, sketch in enumerate(sketches):
            known = places[sketch[band * width : (band + 1) * width].tobytes()]
            if place not in flagged and any(_alike(pairs[place], pairs[other]) for other in known):
                flagged.add(place)
                rows.append(pairs[place].row)
            elif len(known) < _COMPARED:
                known.append(place)
    return flag_rows([row for row in rows if row not in exact])


def _sketch(pair: PreferencePair) -> array[int]:
    """The smallest hash in each slot; an empty slot takes the next one's, so that short texts are compared too."""
    values = {crc32(run.encode("utf-8", "replace")) for run in _runs(pair)}
    # Of the values that fall into a slot the smallest comes last, and stays.
    smallest = {value % _SLOTS: value for value in sorted(values, reverse=True)}
    slots = array("L", [smallest.get(slot, _EMPTY) for slot in range(_SLOTS)])
    for slot in range(2 * _SLOTS - 1, -1, -1):
        if slots[slot % _SLOTS] == _EMPTY:
            slots[slot % _SLOTS] = slots[(slot + 1) % _SLOTS]
    return slots


def _runs(pair: PreferencePair) -> Iterator[str]:
    for text in (_prompt(pair), pair.chosen_text, pair.rejected_text):
        words = plain_words(text)
        yield from map(" ".join, zip(*(islice(words, start, None) for start in range(_RUN)), strict=False))
        if len(words) < _RUN:
            yield " ".join(words)


def _alike(one: PreferencePair, other: PreferencePair) -> bool:
    if one.tied and one.row == other.row:
        return False  # the two ways round of one tie
    texts = (
        (_prompt(one), _prompt(other)),
        (one.chosen_text, other.chosen_text),
        (one.rejected_text, other.rejected_text),
    )
    return all(_share(first, second) >= _ALIKE for first, second in texts)


def _share(first: str, second: str) -> float:
    if first == second:
        return 1.0
    words, others = set(plain_words(first)), set(plain_words(second))
    return len(words & others) / len(words | others)


def _prompt(pair: PreferencePair) -> str:
    return "\n".join(message.content for message in pair.prompt)


NEAR_DUPLICATES = Check(
    "near_duplicates",
    "Near duplicates",
    "A pair that differs from another by a word or two still counts twice, and leaks into the evaluation unseen.",
    find,
)
