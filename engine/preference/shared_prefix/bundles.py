"""Segments of like lengths as one padded bundle, so that short pairs do not cost a call each; long ones in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from engine.preference.shared_prefix.packed_pairs import Segment, hidden_keys

# Share of a bundle's scores that may be padding: more costs more than the calls it saves. So many scores (of a head)
# may be in any case: they take about as long as the calls of another bundle.
_MOST_PADDING, _FREE_SCORES = 0.2, 4096
# Queries of a block: shorter ones skip more of what is hidden anyway, and cost more calls.
_MOST_QUERIES = 128


@dataclass(frozen=True, slots=True)
class Bundle:
    """B blocks of queries, padded to Q, and the keys that they see, padded to S.

    `queries_M` and `keys_M` are places in the row, [B x Q] and [B x S]; padding is place 0. `real_M` are the
    queries that are no padding, as indices into `queries_M`, and `padding_M` those that are. `mask_BQS` is 0 where a
    query sees a key and minus infinity elsewhere; before `first_masked` every query sees every key.
    """

    size: int
    queries_M: torch.Tensor
    keys_M: torch.Tensor
    real_M: torch.Tensor
    padding_M: torch.Tensor
    mask_BQS: torch.Tensor
    first_masked: int

    @property
    def nbytes(self) -> int:
        """Bytes that it holds for as long as its micro-batch is at work."""
        return sum(each.nbytes for each in (self.queries_M, self.keys_M, self.real_M, self.padding_M, self.mask_BQS))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some queries of a segment and the keys that the last of them sees, both as places in the row."""

    queries: torch.Tensor
    keys: torch.Tensor


def bundle_segments(segments: Sequence[Segment], window: int | None) -> tuple[Bundle, ...]:
    """Bundles that hold every query once."""
    pieces = [piece for segment in segments for piece in _pieces(segment)]
    groups: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-len(one.keys), -len(one.queries), int(one.queries[0]))):
        if groups and _may_join([*groups[-1], piece]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(_bundle(group, window) for group in groups)


def _pieces(segment: Segment) -> Iterator[_Piece]:
    """A long segment in blocks of queries, so that what lies behind a block is not computed."""
    keys = segment.keys
    for first in range(segment.shared, segment.total, _MOST_QUERIES):
        block = keys[first : first + _MOST_QUERIES]
        yield _Piece(block, keys[: first + len(block)])


def _may_join(group: Sequence[_Piece]) -> bool:
    """Whether one bundle costs less than several, for all that it pads."""
    area = len(group) * max(len(piece.queries) for piece in group) * max(len(piece.keys) for piece in group)
    padding = area - sum(len(piece.queries) * len(piece.keys) for piece in group)
    return padding <= max(_MOST_PADDING * area, _FREE_SCORES)


def _bundle(group: Sequence[_Piece], window: int | None) -> Bundle:
    most_queries = max(len(piece.queries) for piece in group)
    most_keys = max(len(piece.keys) for piece in group)
    queries = torch.zeros(len(group), most_queries, dtype=torch.long)
    real = torch.zeros(len(group), most_queries, dtype=torch.bool)
    keys = torch.zeros(len(group), most_keys, dtype=torch.long)
    hidden = torch.ones(len(group), most_queries, most_keys, dtype=torch.bool)
    for index, piece in enumerate(group):
        length, total = len(piece.queries), len(piece.keys)
        queries[index, :length] = piece.queries
        real[index, :length] = True
        keys[index, :total] = piece.keys
        hidden[index, :length, :total] = hidden_keys(length, total, window)
        # A softmax over nothing would be no number; what padding sees is thrown away.
        hidden[index, length:, 0] = False
    seen_by_all = min(len(piece.keys) - len(piece.queries) for piece in group)
    return Bundle(
        size=len(group),
        queries_M=queries.flatten(),
        keys_M=keys.flatten(),
        real_M=real.flatten().nonzero()[:, 0],
        padding_M=(~real).flatten().nonzero()[:, 0],
        mask_BQS=torch.zeros(hidden.shape).masked_fill_(hidden, float("-inf")),
        first_masked=seen_by_all if window is None and bool(real.all()) else 0,
    )
