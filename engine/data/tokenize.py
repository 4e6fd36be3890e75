"""From a preference pair to token ids: one prompt, and the two replies that follow it.

As TRL counts them, a reply's tokens are all that the chat template writes after the generation prompt, the turn's
end token and what follows it included. The boundary is where the tokenized prompt and the tokenized whole part.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.data.content_key import pair_key
from engine.data.preference_pair import PreferencePair
from engine.errors import EngineError
from engine.model.template import render_pair


@dataclass(frozen=True, slots=True)
class TokenizedPair:
    """Token ids of a pair, cut to max_length.

    Example: prompt_ids [1, 7, 9], chosen_ids [4, 2], rejected_ids [5, 6, 2]: the model scores
    [1, 7, 9, 4, 2] from its fourth token on, and [1, 7, 9, 5, 6, 2] likewise.

    `cut_tokens` counts reply tokens lost at max_length (both replies together); `boundary_moved` says that the
    prompt's last tokens merge with the reply, so that the reply starts a little earlier. `key` is the digest of what
    the pair says, by which others can find it again. A reply with a thumb has no tokens on the other side.
    """

    row: int
    prompt_ids: array[int]
    chosen_ids: array[int]
    rejected_ids: array[int]
    cut_tokens: int = 0
    boundary_moved: bool = False
    key: bytes = b""

    @property
    def sequences(self) -> int:
        """How many replies follow the prompt: two, or one with a thumb."""
        return bool(self.chosen_ids) + bool(self.rejected_ids)

    @property
    def longest(self) -> int:
        """Tokens of the longest sequence."""
        return len(self.prompt_ids) + max(len(self.chosen_ids), len(self.rejected_ids))

    @property
    def tokens(self) -> int:
        """Tokens of all sequences, the prompt counted in each."""
        return self.sequences * len(self.prompt_ids) + len(self.chosen_ids) + len(self.rejected_ids)


@dataclass(frozen=True, slots=True)
class LeftOutPair:
    """A pair that cannot be trained on, by row, and why."""

    row: int
    reason: str


def tokenize_pair(tokenizer: Any, pair: PreferencePair, max_length: int) -> TokenizedPair | LeftOutPair:
    """Apply the chat template, find the boundary, cut the replies at max_length.

    A pair is left out when its prompt alone fills max_length or a reply has no tokens: neither could teach anything.
    A cut reply loses its end token, so it is never trained as if it ended there.
    """
    try:
        prompt, chosen, rejected = (_ids(tokenizer, text) for text in render_pair(tokenizer, pair))
    except EngineError as error:
        return LeftOutPair(pair.row, error.message)
    whole = [ids for ids in (chosen, rejected) if ids]
    boundary = min((common_prefix_length(prompt, ids) for ids in whole), default=0)
    if boundary >= max_length:
        return LeftOutPair(pair.row, f"its prompt has {boundary} tokens and fills max_length {max_length}")
    if boundary == 0:
        return LeftOutPair(pair.row, "the chat template writes the prompt differently once a reply follows it")
    if any(len(ids) == boundary for ids in whole):
        return LeftOutPair(pair.row, "one of its replies has no tokens")
    cut = sum(max(0, len(ids) - max_length) for ids in whole)
    return TokenizedPair(
        row=pair.row,
        prompt_ids=array("i", prompt[:boundary]),
        chosen_ids=array("i", chosen[boundary:max_length]),
        rejected_ids=array("i", rejected[boundary:max_length]),
        cut_tokens=cut,
        boundary_moved=boundary < len(prompt),
        key=pair_key(pair),
    )


def common_prefix_length(first: Sequence[int], second: Sequence[int]) -> int:
    """How many leading items two sequences share."""
    for index, (left, right) in enumerate(zip(first, second, strict=False)):
        if left != right:
            return index
    return min(len(first), len(second))


def _ids(tokenizer: Any, text: str) -> list[int]:
    # The template has written the special tokens already; the tokenizer must not add them again.
    return list(tokenizer(text, add_special_tokens=False)["input_ids"])
