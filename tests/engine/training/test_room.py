"""Portions that fit: what is halved keeps its reference scores, and a step is cut as it was cut the first time."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy
from hypothesis import given
from hypothesis import strategies as some

from engine.data.batch import MicroBatch, packed_tokens
from engine.data.tokenize import TokenizedPair
from engine.storage.manifest import read_manifest, update_manifest
from engine.storage.run_folder import RunFolder
from engine.training.room import Halving, Portion, Room, room_of

_LENGTHS = some.integers(1, 9)


def _portion(lengths: list[tuple[int, int, int]]) -> Portion:
    """Pairs whose scores say whose they are: a hundred a row, chosen ones positive, rejected ones negative."""
    pairs = [
        TokenizedPair(row, array("i", [1] * prompt), array("i", [2] * chosen), array("i", [3] * rejected))
        for row, (prompt, chosen, rejected) in enumerate(lengths)
    ]
    scores = [100.0 * pair.row + 1 + place for pair in pairs for place in range(len(pair.chosen_ids))]
    scores += [-(100.0 * pair.row + 1 + place) for pair in pairs for place in range(len(pair.rejected_ids))]
    return Portion(MicroBatch(tuple(pairs)), numpy.array(scores, numpy.float32))


@given(some.lists(some.tuples(_LENGTHS, _LENGTHS, _LENGTHS), min_size=1, max_size=12), some.integers(1, 120))
def test_every_pair_keeps_its_own_scores_and_all_fit_or_are_alone(
    lengths: list[tuple[int, int, int]], limit: int
) -> None:
    whole = _portion(lengths)
    pieces = Room([Halving(1, limit)]).cut([whole], 1, packed_tokens)
    assert [pair.row for piece in pieces for pair in piece.micro_batch.pairs] == list(range(len(lengths)))
    for piece in pieces:
        pairs = piece.micro_batch.pairs
        assert len(pairs) == 1 or packed_tokens(pairs) <= limit
        expected = [100.0 * pair.row + 1 + place for pair in pairs for place in range(len(pair.chosen_ids))]
        expected += [-(100.0 * pair.row + 1 + place) for pair in pairs for place in range(len(pair.rejected_ids))]
        assert piece.reference.tolist() == expected


def test_what_was_found_out_at_a_step_counts_from_there_on_only() -> None:
    whole = _portion([(4, 4, 4)] * 8)
    room = Room([Halving(5, 40), Halving(9, 20)])
    assert [len(room.cut([whole], step, packed_tokens)) for step in (1, 4, 5, 8, 9, 100)] == [1, 1, 2, 2, 4, 4]


def test_single_pairs_cannot_be_halved() -> None:
    told: list[int] = []
    room = Room(record=lambda halvings: told.append(len(halvings)))
    assert not room.halve([_portion([(9, 9, 9)])], 3, packed_tokens)
    assert not told
    assert room.halve([_portion([(9, 9, 9)]), _portion([(1, 1, 1)] * 2)], 3, packed_tokens)
    assert told == [1]


def test_a_run_remembers_it(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path / "run")
    folder.create()
    update_manifest(folder.manifest_path, {"state": "running"})
    whole = _portion([(4, 4, 4)] * 8)
    assert room_of(folder).halve([whole], 7, packed_tokens)
    assert read_manifest(folder.manifest_path)["halvings"] == [[7, 40]]
    assert "From step 7 on, at most 40 tokens" in folder.log_path.read_text(encoding="utf-8")
    again = room_of(folder)
    assert [len(again.cut([whole], step, packed_tokens)) for step in (6, 7)] == [1, 2]
