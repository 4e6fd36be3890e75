"""Pairs laid end to end in one row, each prompt once: [prompt | chosen | rejected].

Positions start again after the prompt, and each reply sees the prompt and itself. Nothing is padded, and what two rows
would compute twice is computed once. A reply's last token predicts nothing that is scored, so it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import torch

from engine.data.batch import MicroBatch, packed_tokens
from engine.data.tokenize import TokenizedPair
from engine.preference.completions import Completions, locate_completions


@dataclass(frozen=True, slots=True)
class Segment:
    """Queries that see the same keys, causally aligned at their ends: a prompt, or a reply that follows one.

    Both lie in a row of pairs: `length` queries from `start` on; the keys are `shared` tokens from `shared_start` on
    (the prompt, for a reply), then the queries' own tokens.
    """

    start: int
    length: int
    shared_start: int = 0
    shared: int = 0

    @property
    def total(self) -> int:
        """How many keys its last query sees."""
        return self.shared + self.length

    @property
    def keys(self) -> torch.Tensor:
        """Where the keys are in the row, [total]."""
        prompt = torch.arange(self.shared_start, self.shared_start + self.shared)
        return torch.cat([prompt, torch.arange(self.start, self.start + self.length)])


@dataclass(frozen=True, slots=True)
class PackedPairs:
    """A micro-batch as one row, the segments that its attention is made of, and what is scored.

    Example for one pair, prompt [1, 7], chosen [4, 2], rejected [5, 6, 2]: input_ids_1T [[1, 7, 4, 5, 6]],
    position_ids_1T [[0, 1, 2, 2, 3]]; segments (0, 2), (2, 1, 0, 2) and (3, 2, 0, 2); predictors_N [1, 2, 1, 3, 4].

    `kept` is for what an attention kernel works out once a micro-batch and needs in every layer.
    """

    input_ids_1T: torch.Tensor
    position_ids_1T: torch.Tensor
    segments: tuple[Segment, ...]
    completions: Completions
    kept: dict[object, Any] = field(default_factory=dict[object, Any])


def hidden_keys(length: int, total: int, window: int | None) -> torch.Tensor:
    """Where the last `length` of `total` tokens must not look, [length, total].

    That is behind themselves, and further back than the window.
    """
    distance = torch.arange(total - length, total)[:, None] - torch.arange(total)[None]
    return distance < 0 if window is None else (distance < 0) | (distance >= window)


def pack_row(micro_batch: MicroBatch, device: str) -> PackedPairs:
    """Lay a micro-batch's pairs end to end on a device."""
    starts = [0, *accumulate(packed_tokens([pair]) for pair in micro_batch.pairs)]
    places = list(zip(micro_batch.pairs, starts, strict=False))
    ids = [token for pair in micro_batch.pairs for token in _row(pair)]
    positions = torch.cat([positions for pair in micro_batch.pairs for positions in _positions(pair)])
    chosen = [_predictors(pair, start, len(pair.prompt_ids), len(pair.chosen_ids)) for pair, start in places]
    after_chosen = [len(pair.prompt_ids) + len(pair.chosen_ids) - 1 for pair in micro_batch.pairs]
    rejected = [
        _predictors(pair, start, offset, len(pair.rejected_ids))
        for (pair, start), offset in zip(places, after_chosen, strict=True)
    ]
    return PackedPairs(
        input_ids_1T=torch.tensor([ids], dtype=torch.long).to(device),
        position_ids_1T=positions[None].to(device),
        segments=tuple(segment for pair, start in places for segment in _segments(pair, start)),
        completions=locate_completions(micro_batch, chosen + rejected, device),
    )


def _row(pair: TokenizedPair) -> Iterator[int]:
    yield from pair.prompt_ids
    yield from pair.chosen_ids[:-1]
    yield from pair.rejected_ids[:-1]


def _positions(pair: TokenizedPair) -> Iterator[torch.Tensor]:
    prompt = len(pair.prompt_ids)
    yield torch.arange(prompt)
    yield torch.arange(prompt, prompt + len(pair.chosen_ids) - 1)
    yield torch.arange(prompt, prompt + len(pair.rejected_ids) - 1)


def _predictors(pair: TokenizedPair, start: int, offset: int, length: int) -> torch.Tensor:
    """Where a reply of `length` tokens that lies `offset` behind its pair's start is predicted."""
    last_of_prompt = start + len(pair.prompt_ids) - 1
    first = start + offset
    return torch.cat([torch.tensor([last_of_prompt]), torch.arange(first, first + length - 1)])


def _segments(pair: TokenizedPair, start: int) -> Iterator[Segment]:
    prompt, chosen, rejected = len(pair.prompt_ids), len(pair.chosen_ids) - 1, len(pair.rejected_ids) - 1
    yield Segment(start, prompt)
    if chosen:
        yield Segment(start + prompt, chosen, start, prompt)
    if rejected:
        yield Segment(start + prompt + chosen, rejected, start, prompt)
