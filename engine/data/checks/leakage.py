"""Prompts that are both trained on and evaluated with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.data.checks.flag import Flag, flag_rows
from engine.data.checks.plain_words import plain_words
from engine.data.content_key import content_key
from engine.data.pair_sequence import PairSequence
from engine.data.preference_pair import PreferencePair
from engine.data.split import held_back_of

_TOLD_EVERY = 64


def find_leakage(training: Sequence[PreferencePair], evaluation: Sequence[PreferencePair]) -> Flag:
    """The evaluation's rows whose prompt, but for case, punctuation and spaces, is in the training data too.

    What was trained on is answered from memory, so these rows make the evaluation look better than the model is.
    """
    seen = {_key(pair) for pair in training}
    return flag_rows([pair.row for pair in evaluation if _key(pair) in seen])


def leakage_of_split(
    pairs: PairSequence, evaluation_share: float, seed: int, tell: Callable[[object], None]
) -> dict[str, Flag]:
    """The same for pairs that are held back from one file, whose prompts differ from all others only in such things.

    Fit for a process of its own; nothing is told meanwhile but that the work goes on.
    """
    held_back = frozenset(held_back_of(pairs, evaluation_share, seed, tell))
    seen: set[bytes] = set()
    asked: list[tuple[bytes, int]] = []
    for place, pair in enumerate(pairs):
        if place in held_back:
            asked.append((_key(pair), pair.row))
        else:
            seen.add(_key(pair))
        if place % _TOLD_EVERY == 0:
            tell(None)
    return {"leakage": flag_rows([row for key, row in asked if key in seen])}


def _key(pair: PreferencePair) -> bytes:
    return content_key([(message.role, plain_words(message.content)) for message in pair.prompt])
