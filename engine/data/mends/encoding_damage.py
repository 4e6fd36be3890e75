"""Letters of a wrong encoding can be turned back where nothing was lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.data.edits.edit import NewText, Side
from engine.data.mends.mend import Mend, Repair, count_pairs
from engine.data.mends.mojibake import unscramble
from engine.data.preference_pair import Message, PreferencePair


def find(pairs: Iterable[PreferencePair]) -> Iterator[Repair]:
    """Rewrite the turns whose letters are certain; what was lost stays flagged."""
    for index, pair in enumerate(pairs):
        sides: tuple[tuple[Side, tuple[Message, ...]], ...] = (
            ("prompt", pair.prompt), ("chosen", pair.chosen), ("rejected", pair.rejected)
        )  # fmt: skip
        texts = tuple(
            NewText(side, turn, text)
            for side, messages in sides
            for turn, message in enumerate(messages)
            if (text := unscramble(message.content)) != message.content and text.strip()
        )
        if texts:
            yield Repair(index, "rewrite", texts)


ENCODING_DAMAGE = Mend(
    "encoding_damage",
    "flagged",
    find,
    lambda count: f"Turn wrong letters back in {count_pairs(count)}, such as \u00c3\u00a9 into \u00e9.",
    lambda count: f"Turned wrong letters back in {count_pairs(count)}",
)
