"""What the pair explorer finds of a run in the file that is open."""

from __future__ import annotations

from pathlib import Path

from app.models.margins_read import read_margins
from engine.data.content_key import pair_key
from engine.storage.pair_margins import MarginFiles, PairOfRun
from tests.app.models.pairs import make_pair, make_store


def _written(folder: Path) -> MarginFiles:
    files = MarginFiles(folder / "margins")
    pairs = [(make_pair(2), False), (make_pair(1), False), (make_pair(1, "Of another file"), True)]
    files.write_pairs([PairOfRun(pair.row, held_back, pair_key(pair)) for pair, held_back in pairs], steps_per_epoch=1)
    files.append(1, 0, [1.0, 2.0, 3.0], [0.0, 0.0, 0.0])
    return files


def test_pairs_are_found_by_their_rows(tmp_path: Path) -> None:
    store = make_store(tmp_path, [make_pair(1), make_pair(2)])
    read = read_margins(_written(tmp_path), None, store, store)
    assert read is not None
    assert read.indices.tolist()[:2] == [1, 0]


def test_held_back_pairs_of_another_file_are_not_looked_for_in_this_one(tmp_path: Path) -> None:
    store = make_store(tmp_path, [make_pair(1), make_pair(2)])
    read = read_margins(_written(tmp_path), None, store, store, is_held_back_elsewhere=True)
    assert read is not None
    assert read.indices.tolist() == [1, 0, -1]
    assert read.numbers.tolist() == [1, 0]
