from __future__ import annotations

from pathlib import Path

from engine.data.reply_lengths import BINS, reply_lengths
from tests.app.models.pairs import make_pair, make_store


def test_every_reply_is_counted_once_and_a_giant_in_the_last_bin(tmp_path: Path) -> None:
    pairs = [make_pair(row, chosen="x" * row, rejected="y" * 10) for row in range(1, 200)]
    lengths = reply_lengths(make_store(tmp_path, [*pairs, make_pair(200, chosen="x" * 1_000_000)]))
    assert lengths is not None
    assert sum(lengths.chosen) == sum(lengths.rejected) == 200
    assert len(lengths.chosen) == BINS
    assert (lengths.median_chosen, lengths.median_rejected) == (100.5, 10.0)
    assert 190 < lengths.longest <= 200
    assert lengths.chosen[-1] >= 1


def test_no_pairs_have_no_lengths(tmp_path: Path) -> None:
    assert reply_lengths(make_store(tmp_path, [make_pair(1)])) is not None
    (tmp_path / "none").mkdir()
    assert reply_lengths(make_store(tmp_path / "none", [])) is None
