"""What the checks say once some pairs of a long file were edited, without asking about all the others again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.length_bias import LENGTH_BIAS, length_bias_of
from engine.data.checks.near_duplicates import NEAR_DUPLICATES
from engine.data.checks.one_sided_thumbs import ONE_SIDED_THUMBS, one_sided_of
from engine.data.checks.registry import CHECKS, FlagFound, check_in_pieces
from engine.data.edits.edited_pairs import SomePairs
from engine.data.pair_sequence import PairSequence

_NOT_COMPARED = "Pairs that were edited since are not compared: open the file again to compare them, too."


def check_edited(
    originals: PairSequence,
    pairs: PairSequence,
    dropped: Sequence[int],
    touched: Sequence[int],
    flags: Mapping[str, Flag],
    tell: Callable[[object], None],
) -> dict[str, Flag]:
    """The flags of a file, from those it had before some of its pairs were edited.

    `originals` are all pairs as the file has them, `pairs` as they are now; `touched` are the indices of those that
    were edited, whatever that came to, `dropped` of those that are left out. Checked again are the touched pairs and
    all that ask the same. Raises EngineError when a pair cannot be read.
    """
    rows = list(pairs.rows())
    keys = pairs.prompt_keys()
    keys_before = originals.prompt_keys()
    asked = {key for index in touched for key in (keys[index], keys_before[index])}
    left_out, edited = frozenset(dropped), frozenset(touched)
    again = [index for index, key in enumerate(keys) if key in asked]
    kept = [index for index in again if index not in left_out]
    found: dict[str, Flag] = {}

    def take(news: FlagFound | float) -> None:
        tell(None)
        if isinstance(news, FlagFound):
            found[news.name] = news.flag

    check_in_pieces(SomePairs(pairs, kept), take)
    rows_again = frozenset(rows[index] for index in again)
    rows_edited = frozenset(rows[index] for index in edited)
    checks = {check.name for check in CHECKS}
    told: dict[str, Flag] = {}
    # Only where there are thumbs is a reply of no length one that is not there: others may be a tool's call alone.
    has_thumbs = ONE_SIDED_THUMBS.name in flags and bool(flags[ONE_SIDED_THUMBS.name].figures)
    for name, flag in flags.items():
        if name not in checks:
            told[name] = flag
        elif name == LENGTH_BIAS.name:
            told[name] = _length_bias(pairs, left_out, has_thumbs=has_thumbs)
        elif name == ONE_SIDED_THUMBS.name:
            told[name] = _one_sided(pairs, left_out) if has_thumbs else flag
        elif name == NEAR_DUPLICATES.name:  # takes the whole file to say
            left = _with_rows(flag, [row for row in flag.rows if row not in rows_edited])
            told[name] = replace(left, text=_NOT_COMPARED) if edited else left
        else:
            told[name] = _with_rows(flag, [*(row for row in flag.rows if row not in rows_again), *found[name].rows])
    return told


def _length_bias(pairs: PairSequence, left_out: Collection[int], *, has_thumbs: bool) -> Flag:
    """Of all pairs anew: their lengths are known without reading them."""
    rows, (chosen, rejected) = pairs.rows(), (lengths.tolist() for lengths in pairs.all_lengths())
    kept = [index for index in range(len(pairs)) if index not in left_out]
    if has_thumbs:  # such a reply has no other to choose by its length
        kept = [index for index in kept if chosen[index] and rejected[index]]
    return length_bias_of(
        [rows[index] for index in kept], [chosen[index] for index in kept], [rejected[index] for index in kept]
    )


def _one_sided(pairs: PairSequence, left_out: Collection[int]) -> Flag:
    lengths = zip(*(column.tolist() for column in pairs.all_lengths()), strict=True)
    kept = [both for index, both in enumerate(lengths) if index not in left_out]
    return one_sided_of(sum(not down for _, down in kept), sum(not up for up, _ in kept))


def _with_rows(flag: Flag, rows: Sequence[int]) -> Flag:
    counted = flag_rows(rows)
    return replace(flag, count=counted.count, rows=counted.rows)
