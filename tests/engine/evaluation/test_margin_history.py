"""A run's margins as they are read: by epoch, by pair, and while they grow."""

from __future__ import annotations

import math
from pathlib import Path

import numpy
import pytest

from engine.evaluation.margin_histogram import margin_bins, margin_histogram
from engine.evaluation.margin_history import Look, read_margin_history
from engine.storage.pair_margins import MarginFiles, PairOfRun


@pytest.fixture
def files(tmp_path: Path) -> MarginFiles:
    """Two pairs in two updates an epoch, one held back that is tested after every second update."""
    files = MarginFiles(tmp_path / "margins")
    files.write_pairs([PairOfRun(row, row == 3, bytes([row] * 16)) for row in (1, 2, 3)], steps_per_epoch=2)
    files.append(1, 0, [1.0], [0.5])
    files.append(2, 1, [0.0], [1.0])
    files.append(2, 2, [0.25], [0.0])
    return files


def test_each_epoch_shows_what_was_known_by_its_end(files: MarginFiles) -> None:
    history = read_margin_history(files)
    assert history is not None
    assert history.epochs == 1
    assert history.at_epoch(1).tolist() == [0.5, -1.0, 0.25]
    assert all(math.isnan(margin) for margin in history.at_epoch(0))

    files.append(3, 1, [2.0], [1.0])
    grown = history.with_news(files)
    assert grown.epochs == 2
    assert grown.at_epoch(1).tolist() == [0.5, -1.0, 0.25]
    assert grown.at_epoch(2).tolist() == [0.5, 1.0, 0.25]
    assert grown.of_pair(1) == (Look(1.0, 0.0, 1.0), Look(1.5, 2.0, 1.0))
    assert grown.of_pair(1)[0].margin == -1.0
    assert grown.with_news(files) is grown


def test_a_run_that_went_back_is_read_anew(files: MarginFiles) -> None:
    history = read_margin_history(files)
    assert history is not None
    files.forget_after(1)
    assert history.with_news(files).seen["step"].tolist() == [1]
    for _ in range(5):  # and has overtaken itself meanwhile
        files.append(1, 0, [9.0], [0.0])
    assert len(history.with_news(files).seen) == 6


def test_a_folder_without_margins_has_no_history(tmp_path: Path) -> None:
    assert read_margin_history(MarginFiles(tmp_path)) is None


def test_bins_are_round_and_zero_is_an_edge() -> None:
    bins = margin_bins(numpy.array([-1.0, 0.0, 2.6]))
    assert bins.width == pytest.approx(0.1)
    assert bins.low == pytest.approx(-1.0)
    assert bins.high >= 2.5
    histogram = margin_histogram(numpy.array([-99.0, -0.05, 0.0, 0.05, 99.0, numpy.nan]), bins)
    assert histogram.pairs == 5
    assert histogram.below_zero == 2
    assert histogram.counts[0] == histogram.counts[-1] == 1
    assert histogram.counts[bins.below_zero - 1] == 1
    assert histogram.counts[bins.below_zero] == 2
    assert histogram.median == 0.0


@pytest.mark.parametrize("margins", [[], [0.0, 0.0], [numpy.nan], [3.0], [-3.0], [1e-9, 1e9]])
def test_there_are_bins_whatever_the_margins(margins: list[float]) -> None:
    values = numpy.array(margins, numpy.float32)
    bins = margin_bins(values)
    assert 0 < bins.count < 100
    assert sum(margin_histogram(values, bins).counts) == int(numpy.isfinite(values).sum())
