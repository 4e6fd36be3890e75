"""Pairs that say almost the same as another pair.

Candidates are found with MinHash over runs of letters, in bands (Leskovec, Rajaraman and Ullman, Mining of Massive
Datasets, chapter 3), one permutation cut into slots (Li, Owen and Zhang, 2012). Each is then compared word by word, so
that a long prompt in common does not hide that the replies differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from engine.data.checks.flag import Check, Flag, flag_rows
from engine.data.checks.pair_keys import PairKeys
from engine.data.checks.plain_words import plain_words
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair

if TYPE_CHECKING:
    import numpy as np

_SLOT_BITS = 3
_SLOTS = 1 << _SLOT_BITS  # of the question, and as many of the replies; a band is one of each
_FEWEST_SLOTS = 4  # of either, that such pairs have in common nearly always, and others seldom
_ALIKE = 0.85  # of the words of two texts, how many they share
_BACK = 4  # earlier pairs of a band that a pair is held against; more of them are copies of these
_COMPARED = 4  # of those, how many are read again
_AT_ONCE = 1 << 16  # pairs whose sketches are compared at once
_RUN = 8  # bytes
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)
# Bytes that are neither letters nor digits in ASCII; what is beyond ASCII stays.
_SIGNS = re.sub(rb"\w", b"", bytes(range(128)))


class _Finder:
    """Keeps 93 bytes of each pair: its keys, and its sketch."""

    def __init__(self) -> None:
        import numpy as np

        self._keys = PairKeys()
        self._sketches = bytearray()
        self._slot_starts = np.arange(_SLOTS, dtype=np.uint64) << np.uint64(64 - _SLOT_BITS)

    def add(self, pair: PreferencePair) -> None:
        self._keys.add(pair)
        self._sketches += _sketch(self._slot_starts, pair.prompt_text)
        self._sketches += _sketch(self._slot_starts, pair.chosen_text, pair.rejected_text)

    def flag(self, pairs: Sequence[PreferencePair]) -> Flag:
        """The later rows of each group, the ones that could be dropped; exact copies are left to their own check."""
        import numpy as np

        if not self._sketches:
            return Flag()
        sketches = np.frombuffer(bytes(self._sketches), dtype=np.uint32).reshape(-1, 2 * _SLOTS)
        candidates = _candidates(sketches)
        candidates[self._keys.copies()] = -1
        alike: list[int] = []
        left = np.flatnonzero(candidates[:, 0] >= 0)
        # One candidate of each at a time, so that the pairs are read in the file's order as far as can be.
        for others in candidates.T:
            left = left[others[left] >= 0]
            found = np.fromiter(_compare(pairs, left, others[left]), bool, len(left))
            alike += left[found].tolist()
            left = left[~found]
        return flag_rows([pair.row for pair in _take(pairs, sorted(alike))])


def _compare(pairs: Sequence[PreferencePair], laters: np.ndarray, others: np.ndarray) -> Iterator[bool]:
    """Whether each of some pairs is alike its candidate."""
    couples = chain.from_iterable(zip(laters.tolist(), others.tolist(), strict=True))
    both = _take(pairs, [*couples])
    return (_alike(one, other) for one, other in zip(both, both, strict=True))


def _take(pairs: Sequence[PreferencePair], indices: Sequence[int]) -> Iterator[PreferencePair]:
    return pairs.take(indices) if isinstance(pairs, PairSequence) else (pairs[index] for index in indices)


def _sketch(slot_starts: np.ndarray, *texts: str) -> bytes:
    """The smallest hash in each slot; an empty slot takes the next one's, so that short texts are compared too."""
    import numpy as np

    plain = b"\n".join(text.casefold().encode("utf-8", "replace").translate(None, _SIGNS) for text in texts)
    plain += b"\n" * max(1, _RUN - len(plain))
    # Every run of eight bytes as a number.
    windows = np.ndarray((len(plain) - _RUN + 1,), "<u8", plain, strides=(1,))
    runs = windows * _FACTORS[0]
    runs ^= runs >> 32
    runs *= _FACTORS[1]
    runs.sort()
    # The upper bits name a slot. A slot without any takes the first run of the next one; the last one, the very first.
    first = runs.searchsorted(slot_starts)
    return (runs.take(first, mode="wrap") >> 24).astype(np.uint32).tobytes()


def _candidates(sketches: np.ndarray) -> np.ndarray:
    """For each pair the places of earlier ones to hold it against, -1 where there are no more.

    They have a band in common, and enough slots.
    """
    import numpy as np

    found = np.full((len(sketches), _COMPARED), -1, dtype=np.int32)
    for band in range(_SLOTS):
        keys = sketches[:, band].astype(np.uint64) << np.uint64(32) | sketches[:, _SLOTS + band]
        order = np.argsort(keys, kind="stable").astype(np.int32)
        keys = keys[order]
        for back in range(1, _BACK + 1):
            same = np.flatnonzero(keys[back:] == keys[:-back])
            for start in range(0, len(same), _AT_ONCE):
                places = same[start : start + _AT_ONCE]
                _note(found, sketches, order[places + back], order[places])
    return found


def _note(found: np.ndarray, sketches: np.ndarray, laters: np.ndarray, others: np.ndarray) -> None:
    """Write down those of the couples that have enough slots in common, in the first free place of the later one."""
    common = sketches[laters] == sketches[others]
    enough = (common[:, :_SLOTS].sum(axis=1) >= _FEWEST_SLOTS) & (common[:, _SLOTS:].sum(axis=1) >= _FEWEST_SLOTS)
    known = found[laters]
    enough &= (known[:, -1] < 0) & ~(known == others[:, None]).any(axis=1)
    laters, others = laters[enough], others[enough]
    found[laters, (found[laters] >= 0).sum(axis=1)] = others


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
    _Finder,
)
