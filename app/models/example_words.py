"""What the examples of a file or a run are called: pairs, or single replies with thumbs.

The one place for these words. Whatever needs no such word, such as "nothing was held back", is written without.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.language.translate import mark, tr_count


@dataclass(frozen=True, slots=True)
class ExampleWords:
    """One kind's words: marked texts for `tr_marked`, and counts as people read them, such as "2,412 pairs".

    `name` heads them all, `chosen` and `rejected` name the two sides, `below` and `above` what a margin on either side
    of 0 means; `brief` counts where there is little room.
    """

    name: str
    chosen: str
    rejected: str
    chosen_length: str
    rejected_length: str
    none_match: str
    swap: str
    below: str
    above: str
    margin: str
    speed: str
    count: Callable[[int], str]
    brief: Callable[[int], str]
    some: Callable[[int, int], str]


def _some_pairs(some: int, count: int) -> str:
    return tr_count("{some:,} of {count:,} pair", "{some:,} of {count:,} pairs", count, some=some)


def _some_thumbs(some: int, count: int) -> str:
    return tr_count("{some:,} of {count:,} thumb", "{some:,} of {count:,} thumbs", count, some=some)


PAIR_WORDS = ExampleWords(
    name=mark("Pairs"),
    chosen=mark("Chosen"),
    rejected=mark("Rejected"),
    chosen_length=mark("Length of the chosen reply in characters"),
    rejected_length=mark("Length of the rejected reply in characters"),
    none_match=mark("No pairs match"),
    swap=mark("Swap the two replies"),
    below=mark("Below 0: prefers the rejected reply"),
    above=mark("Above 0: the chosen one"),
    margin=mark("How much more the model came to prefer the chosen reply by the end of this epoch"),
    speed=mark("{rate:,.1f} pairs/s"),
    count=lambda count: tr_count("{count:,} pair", "{count:,} pairs", count),
    brief=lambda count: tr_count("{count:,} pair", "{count:,} pairs", count),
    some=_some_pairs,
)
THUMB_WORDS = ExampleWords(
    name=mark("Thumbs"),
    chosen=mark("Thumb up"),
    rejected=mark("Thumb down"),
    chosen_length=mark("Length of a reply with a thumb up, in characters"),
    rejected_length=mark("Length of a reply with a thumb down, in characters"),
    none_match=mark("No replies match"),
    swap=mark("Turn the thumb"),
    below=mark("Below 0: judges against the thumb"),
    above=mark("Above 0: as the thumb does"),
    margin=mark("The reply's reward by the end of this epoch, with the sign of its thumb"),
    speed=mark("{rate:,.1f} replies/s"),
    count=lambda count: tr_count("{count:,} reply with a thumb", "{count:,} replies with thumbs", count),
    brief=lambda count: tr_count("{count:,} thumb", "{count:,} thumbs", count),
    some=_some_thumbs,
)


def example_words(*, thumbs: bool) -> ExampleWords:
    """The words for replies with thumbs, or for pairs."""
    return THUMB_WORDS if thumbs else PAIR_WORDS
