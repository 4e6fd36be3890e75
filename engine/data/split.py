"""Which pairs are held back for evaluation.

Decided by what the pairs say and by the seed alone, so that shuffling or re-exporting a file changes nothing, and
pairs with the same prompt stay on one side, so that the evaluation asks nothing the model was trained on.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence

from engine.data.content_key import content_key, prompt_key, reply_key
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair


def split_pairs(
    pairs: Sequence[PreferencePair], evaluation_share: float, seed: int
) -> tuple[list[PreferencePair], list[PreferencePair]]:
    """Training pairs and held-back pairs, each in an order that the content and the seed decide.

    The share, from 0 to 1, is approached as nearly as whole prompts allow: no further prompt could be held back
    without moving away from it. At least one prompt is left for training. A share of 0 holds nothing back.
    """
    held = frozenset(held_back_indices([prompt_key(pair) for pair in pairs], evaluation_share, seed))
    training = [pair for index, pair in enumerate(pairs) if index not in held]
    held_back = [pair for index, pair in enumerate(pairs) if index in held]
    return _mixed(training, seed), _mixed(held_back, seed)


def held_back_indices(prompt_keys: Sequence[bytes], evaluation_share: float, seed: int) -> list[int]:
    """Which pairs `split_pairs` holds back, in their own order, told by nothing but the keys of their prompts."""
    counted = Counter(prompt_keys)
    sizes = {key: counted[key] for key in sorted(counted, key=lambda key: content_key(seed, key.hex()))}
    held = _prompts_to_hold_back(sizes, evaluation_share * len(prompt_keys))
    return [index for index, key in enumerate(prompt_keys) if key in held]


def held_back_of(pairs: PairSequence, evaluation_share: float, seed: int, tell: Callable[[object], None]) -> array[int]:
    """The same for a whole file, as compact as it can be; nothing is told meanwhile but that the work goes on."""
    tell(None)
    return array("I", held_back_indices(pairs.prompt_keys(), evaluation_share, seed))


def _prompts_to_hold_back(sizes: dict[bytes, int], target: float) -> set[bytes]:
    held: set[bytes] = set()
    pairs_held = 0
    for key, size in sizes.items():
        if pairs_held + size <= target and len(held) < len(sizes) - 1:
            held.add(key)
            pairs_held += size
    left = [key for key in sizes if key not in held]
    if len(left) > 1:
        smallest = min(left, key=sizes.__getitem__)
        over, under = pairs_held + sizes[smallest] - target, target - pairs_held
        if over < under:
            held.add(smallest)
    return held


def _mixed(pairs: list[PreferencePair], seed: int) -> list[PreferencePair]:
    def place(pair: PreferencePair) -> bytes:
        parts = (prompt_key(pair), reply_key(pair.chosen), reply_key(pair.rejected))
        return content_key(seed, [part.hex() for part in parts])

    return sorted(pairs, key=place)
