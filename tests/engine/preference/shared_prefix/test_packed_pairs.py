"""Pairs end to end in a row: by hand, and whatever their lengths."""

from __future__ import annotations

from array import array

import torch
from hypothesis import given
from hypothesis import strategies as some

from engine.data.batch import MicroBatch, packed_tokens
from engine.data.tokenize import TokenizedPair
from engine.preference.padded_rows import PaddedPath
from engine.preference.shared_prefix.packed_pairs import Segment, pack_row

_IDS = some.lists(some.integers(0, 999), min_size=1, max_size=6).map(lambda ids: array("i", ids))
_PAIRS = some.lists(some.builds(TokenizedPair, some.integers(1, 9), _IDS, _IDS, _IDS), min_size=1, max_size=5)


def test_the_docstrings_example() -> None:
    pair = TokenizedPair(1, array("i", [1, 7]), array("i", [4, 2]), array("i", [5, 6, 2]))
    packed = pack_row(MicroBatch((pair,)), "cpu")
    assert packed.input_ids_1T.tolist() == [[1, 7, 4, 5, 6]]
    assert packed.position_ids_1T.tolist() == [[0, 1, 2, 2, 3]]
    assert packed.segments == (Segment(0, 2), Segment(2, 1, 0, 2), Segment(3, 2, 0, 2))
    assert packed.completions.predictors_N.tolist() == [1, 2, 1, 3, 4]
    assert packed.completions.targets_N.tolist() == [4, 2, 5, 6, 2]


@given(pairs=_PAIRS)
def test_every_completion_token_follows_what_precedes_it_in_its_own_sequence(pairs: list[TokenizedPair]) -> None:
    packed = pack_row(MicroBatch(tuple(pairs)), "cpu")
    row, positions = packed.input_ids_1T[0].tolist(), packed.position_ids_1T[0].tolist()
    assert len(row) == len(positions) == packed_tokens(pairs) == sum(segment.length for segment in packed.segments)
    seen = {
        place: _seen(row, segment, place - segment.start)
        for segment in packed.segments
        for place in range(segment.start, segment.start + segment.length)
    }
    sequences = [[*pair.prompt_ids, *pair.chosen_ids] for pair in pairs]
    sequences += [[*pair.prompt_ids, *pair.rejected_ids] for pair in pairs]
    prompts = [len(pair.prompt_ids) for pair in pairs] * 2
    completions = packed.completions
    index = 0
    for reply, (sequence, prompt) in enumerate(zip(sequences, prompts, strict=True)):
        for length in range(prompt, len(sequence)):
            place = int(completions.predictors_N[index])
            assert seen[place] == sequence[:length]
            assert positions[place] == length - 1
            assert int(completions.targets_N[index]) == sequence[length]
            assert int(completions.rows_N[index]) == reply
            index += 1
    assert index == len(completions.targets_N)


def _seen(row: list[int], segment: Segment, index: int) -> list[int]:
    shared = row[segment.shared_start : segment.shared_start + segment.shared]
    return shared + row[segment.start : segment.start + index + 1]


@given(pairs=_PAIRS)
def test_both_paths_score_the_same_tokens_in_the_same_order(pairs: list[TokenizedPair]) -> None:
    packed = pack_row(MicroBatch(tuple(pairs)), "cpu").completions
    padded = PaddedPath().lay_out(MicroBatch(tuple(pairs)), "cpu").completions
    assert torch.equal(packed.targets_N, padded.targets_N)
    assert torch.equal(packed.rows_N, padded.rows_N)
    assert packed.pair_count == padded.pair_count
