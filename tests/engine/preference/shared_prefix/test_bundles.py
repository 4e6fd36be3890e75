"""Bundles: every query once, with just the keys that it sees, whatever the segments' lengths."""

from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as some

from engine.preference.shared_prefix.bundles import bundle_segments
from engine.preference.shared_prefix.packed_pairs import Segment

_LENGTHS = some.lists(
    some.tuples(some.integers(1, 300), some.integers(0, 150), some.integers(0, 150)), min_size=1, max_size=4
)


def _segments(lengths: list[tuple[int, int, int]]) -> list[Segment]:
    """Prompt, chosen and rejected of some pairs, end to end."""
    segments: list[Segment] = []
    start = 0
    for prompt, chosen, rejected in lengths:
        segments.append(Segment(start, prompt))
        replies = ((start + prompt, chosen), (start + prompt + chosen, rejected))
        segments += [Segment(first, length, start, prompt) for first, length in replies if length]
        start += prompt + chosen + rejected
    return segments


@given(lengths=_LENGTHS, window=some.none() | some.integers(1, 400))
def test_every_query_sees_what_its_segment_lets_it_see(lengths: list[tuple[int, int, int]], window: int | None) -> None:
    segments = _segments(lengths)
    expected: dict[int, list[int]] = {}
    for segment in segments:
        shared = list(range(segment.shared_start, segment.shared_start + segment.shared))
        for place in range(segment.start, segment.start + segment.length):
            expected[place] = (shared + list(range(segment.start, place + 1)))[-(window or 10**9) :]
    seen: dict[int, list[int]] = {}
    for bundle in bundle_segments(segments, window):
        mask = bundle.mask_BQS.clone()
        assert not bool(mask[..., : bundle.first_masked].isinf().any())
        keys = bundle.keys_M.view(bundle.size, -1)
        rows = mask.flatten(0, 1)
        per_segment = mask.shape[1]
        assert sorted([*bundle.real_M.tolist(), *bundle.padding_M.tolist()]) == list(range(len(bundle.queries_M)))
        for index in bundle.real_M.tolist():
            place = int(bundle.queries_M[index])
            assert place not in seen
            seen[place] = keys[index // per_segment][rows[index] == 0].tolist()
        assert not bool(torch.isinf(rows).all(dim=1).any()), "a softmax over nothing is no number"
    assert seen == expected


def test_short_segments_share_a_bundle_and_long_ones_come_in_blocks() -> None:
    alike = _segments([(20, 10, 10)] * 8)
    assert len(bundle_segments(alike, None)) <= 3
    (long,) = [Segment(0, 300)]
    assert [bundle.mask_BQS.shape[2] for bundle in bundle_segments([long], None)] == [300, 256, 128]
